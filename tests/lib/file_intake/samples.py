"""Small files with a canary word in all the places where metadata hides."""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, NumberObject, StreamObject, TextStringObject

CANARY = "kanariefugl"
ORIENTATION, ARTIST = 0x0112, 0x013B
TURNED_RIGHT = 6
PHOTO: dict[str, str | int] = {
    "/Type": "/XObject",
    "/Subtype": "/Image",
    "/Filter": "/DCTDecode",
    "/ColorSpace": "/DeviceRGB",
    "/Width": 40,
    "/Height": 20,
    "/BitsPerComponent": 8,
}


def jpeg(*, turned: bool = False, size: tuple[int, int] = (40, 20)) -> bytes:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, "blue")
    image.paste((255, 0, 0), (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[ARTIST] = CANARY
    if turned:
        exif[ORIENTATION] = TURNED_RIGHT
    data = BytesIO()
    image.save(data, "JPEG", exif=exif, comment=CANARY, quality=95)
    return data.getvalue()


def png(mode: str = "RGB") -> bytes:
    info, data = PngInfo(), BytesIO()
    info.add_text("Author", CANARY)
    info.add_itxt("XML:com.adobe.xmp", CANARY)
    exif = Image.Exif()
    exif[ARTIST] = CANARY
    Image.new(mode, (30, 10)).save(data, "PNG", pnginfo=info, exif=exif)
    return data.getvalue()


def png_claiming(width: int, height: int) -> bytes:
    """A header that promises many pixels, and none of them."""
    header = b"IHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    chunk = b"\x00\x00\x00\x0d" + header + zlib.crc32(header).to_bytes(4, "big")
    return b"\x89PNG\r\n\x1a\n" + chunk + b"\x00\x00\x00\x00IDAT\x35\xaf\x06\x1e"


def pdf(*, password: str | None = None, attachment: bool = False) -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(200, 100)
    writer.metadata = {"/Author": CANARY, "/Title": CANARY}
    writer.xmp_metadata = f"<x>{CANARY}</x>".encode()
    note = DictionaryObject({NameObject("/Private"): TextStringObject(CANARY)})
    page[NameObject("/PieceInfo")] = DictionaryObject({NameObject("/Maker"): writer._add_object(note)})
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(CANARY)}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(script)
    page[NameObject("/Contents")] = writer._add_object(_stream(b"q 100 0 0 50 0 0 cm /Photo Do Q", {}))
    photo = writer._add_object(_stream(jpeg(), PHOTO))
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/XObject"): DictionaryObject({NameObject("/Photo"): photo})}
    )
    if attachment:
        writer.add_attachment("bilag.txt", CANARY.encode())
    if password is not None:
        writer.encrypt(password, owner_password="owner", algorithm="AES-256")
    data = BytesIO()
    writer.write(data)
    return data.getvalue()


def photos_in(data: bytes) -> list[bytes]:
    page = PdfReader(BytesIO(data)).pages[0]
    return [image.data for image in page.images]


def _stream(data: bytes, facts: dict[str, str | int]) -> StreamObject:
    stream = StreamObject()
    stream._data = data
    for name, value in facts.items():
        stream[NameObject(name)] = NumberObject(value) if isinstance(value, int) else NameObject(value)
    return stream


def zipped(parts: dict[str, bytes]) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
        target.comment = CANARY.encode()
    return data.getvalue()


def docx_parts() -> dict[str, bytes]:
    thumbnail = b"http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
    return {
        "[Content_Types].xml": b"<Types/>",
        "_rels/.rels": b'<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/>'
        b'<Relationship Id="b" Type="' + thumbnail + b'" Target="docProps/thumbnail.jpeg"/></Relationships>',
        "docProps/core.xml": f"<cp:coreProperties>{CANARY}</cp:coreProperties>".encode(),
        "docProps/app.xml": f"<Properties><Company>{CANARY}</Company></Properties>".encode(),
        "docProps/custom.xml": f"<Properties>{CANARY}</Properties>".encode(),
        "docProps/thumbnail.jpeg": jpeg(),
        "word/document.xml": b"<w:document>Referat</w:document>",
        "word/media/image1.jpeg": jpeg(turned=True),
        "word/media/image2.png": png(),
        "word/embeddings/sheet.xlsx": xlsx(),
    }


def docx() -> bytes:
    return zipped(docx_parts())


def xlsx() -> bytes:
    book = Workbook()
    book.worksheets[0]["A1"] = "Indhold"
    book.properties.creator = CANARY
    data = BytesIO()
    book.save(data)
    return data.getvalue()
