from io import BytesIO

import pytest
from PIL import Image

from samspil.lib.file_intake import FileError, take_in
from samspil.lib.file_intake.embedded_images import without_metadata
from samspil.lib.file_intake.images import MOST_PIXELS
from tests.lib.file_intake import samples
from tests.lib.file_intake.samples import CANARY


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize("data", [samples.jpeg(), samples.png(), samples.png("P"), samples.png("1")])
def test_the_sample_has_metadata_and_the_result_has_none(data: bytes) -> None:
    assert CANARY.encode() in data
    clean = take_in([data]).data
    assert CANARY.encode() not in clean
    assert not opened(clean).getexif()
    assert not {"comment", "Author", "exif", "icc_profile"} & set(opened(clean).info)


def test_a_photograph_turned_by_its_metadata_is_turned_for_good() -> None:
    upright = opened(take_in([samples.jpeg(turned=True)]).data)
    assert upright.size == (20, 40)
    red, blue = upright.getpixel((10, 5)), upright.getpixel((10, 35))
    assert isinstance(red, tuple)
    assert isinstance(blue, tuple)
    assert (red[0] > 200, blue[2] > 200) == (True, True)


def test_see_through_pixels_stay_so() -> None:
    palette, data = Image.new("P", (4, 4)), BytesIO()
    palette.save(data, "PNG", transparency=0)
    assert opened(take_in([data.getvalue()]).data).getpixel((0, 0)) == (0, 0, 0, 0)


def test_other_colour_models_become_ordinary_ones() -> None:
    data = BytesIO()
    Image.new("CMYK", (8, 8)).save(data, "JPEG")
    assert opened(take_in([data.getvalue()]).data).mode == "RGB"


@pytest.mark.parametrize("side", [7_100, 10_000, 60_000])
def test_huge_images_are_refused_before_they_are_unpacked(side: int) -> None:
    assert side * side > MOST_PIXELS
    with pytest.raises(FileError, match="for stort"):
        take_in([samples.png_claiming(side, side)])


@pytest.mark.parametrize("data", [samples.jpeg(turned=True), samples.png()])
def test_images_inside_documents_keep_every_pixel(data: bytes) -> None:
    clean = without_metadata(data)
    assert CANARY.encode() not in clean
    assert opened(clean).tobytes() == opened(data).tobytes()
    assert without_metadata(clean) == clean


def test_the_colours_of_a_cmyk_photograph_survive() -> None:
    image, data = Image.new("CMYK", (8, 8), (200, 10, 10, 0)), BytesIO()
    image.save(data, "JPEG")
    assert opened(without_metadata(data.getvalue())).tobytes() == opened(data.getvalue()).tobytes()


@pytest.mark.parametrize("data", [samples.jpeg(), samples.png()])
def test_what_is_cut_short_or_follows_the_end_is_no_image(data: bytes) -> None:
    with pytest.raises(ValueError, match="no sound"):
        without_metadata(data[:40])
    assert CANARY.encode() not in without_metadata(samples.png() + CANARY.encode())


def test_other_formats_are_left_alone() -> None:
    assert without_metadata(b"GIF89a") == b"GIF89a"
