from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from samspil.lib.file_intake import FileError, take_in
from tests.lib.file_intake import samples
from tests.lib.file_intake.samples import CANARY


def test_the_sample_has_metadata_in_many_places() -> None:
    data = samples.pdf()
    assert data.count(CANARY.encode()) >= 5
    assert PdfReader(BytesIO(data)).metadata


def test_none_is_left_and_the_page_is_the_same() -> None:
    clean = take_in([samples.pdf()]).data
    reader = PdfReader(BytesIO(clean))
    assert CANARY.encode() not in clean
    assert not reader.metadata
    assert reader.xmp_metadata is None
    assert b"/JavaScript" not in clean or b"/JS" not in clean
    assert [tuple(page.mediabox) for page in reader.pages] == [(0, 0, 200, 100)]
    assert reader.pages[0].get_contents() is not None


def test_a_photograph_on_a_page_loses_its_metadata_and_no_pixel() -> None:
    (before,), (after,) = samples.photos_in(samples.pdf()), samples.photos_in(take_in([samples.pdf()]).data)
    assert CANARY.encode() not in after
    assert Image.open(BytesIO(before)).tobytes() == Image.open(BytesIO(after)).tobytes()


def test_what_an_earlier_version_held_is_gone() -> None:
    first = BytesIO(samples.pdf())
    writer = PdfWriter(first, incremental=True)
    writer.metadata = {"/Author": "ingen"}
    later = BytesIO()
    writer.write(later)
    assert CANARY.encode() in later.getvalue()
    clean = take_in([later.getvalue()]).data
    assert CANARY.encode() not in clean
    assert b"ingen" not in clean


def test_a_password_is_refused_and_a_mere_ban_on_printing_is_not() -> None:
    with pytest.raises(FileError, match="adgangskode"):
        take_in([samples.pdf(password="hemmelig")])
    clean = take_in([samples.pdf(password="")]).data
    assert not PdfReader(BytesIO(clean)).is_encrypted
    assert CANARY.encode() not in clean


def test_files_inside_the_file_are_refused() -> None:
    with pytest.raises(FileError, match="andre filer inde i sig"):
        take_in([samples.pdf(attachment=True)])


def test_a_file_without_pages_is_refused() -> None:
    data = BytesIO()
    PdfWriter().write(data)
    with pytest.raises(FileError, match="kan ikke læses"):
        take_in([data.getvalue()])


def test_a_broken_file_leaves_nothing_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    broken = samples.pdf().replace(b"endobj", b"endbjo").replace(b"startxref", b"startxrfe")
    with pytest.raises(FileError):
        take_in([broken])
    assert caplog.text == ""
