"""Images without metadata, drawn anew."""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from samspil.lib.file_intake import refusals

MOST_PIXELS = 50_000_000
JPEG_QUALITY = 90
# What the two formats can hold without a colour profile or a palette.
MODES = {"JPEG": ("L", "RGB"), "PNG": ("L", "LA", "RGB", "RGBA")}


def cleaned(data: bytes) -> bytes:
    """Drawn anew and turned upright, since the turning was written in the metadata."""
    try:
        with Image.open(BytesIO(data), formats=tuple(MODES)) as image:
            return _drawn_anew(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise refusals.too_many_pixels() from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as trouble:
        if isinstance(trouble, refusals.FileError):
            raise
        raise refusals.damaged() from None


def _drawn_anew(image: Image.Image) -> bytes:
    form = image.format or ""
    if image.width * image.height > MOST_PIXELS:
        raise refusals.too_many_pixels()
    upright = ImageOps.exif_transpose(image)
    plain = upright if upright.mode in MODES[form] else upright.convert(_mode(upright, form))
    plain.info = {}
    result = BytesIO()
    plain.save(result, form, **({"quality": JPEG_QUALITY} if form == "JPEG" else {}))
    return result.getvalue()


def _mode(image: Image.Image, form: str) -> str:
    return "RGBA" if form == "PNG" and image.has_transparency_data else "RGB"
