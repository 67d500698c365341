from io import BytesIO
from zipfile import ZipFile, ZipInfo

import pytest
from openpyxl import load_workbook

from samspil.lib.file_intake import FileError, Kind, office, take_in
from tests.lib.file_intake import samples
from tests.lib.file_intake.samples import CANARY


def parts_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def refused(changed: dict[str, bytes]) -> str:
    with pytest.raises(FileError) as refusal:
        take_in([samples.zipped(samples.docx_parts() | changed)])
    return str(refusal.value)


def test_the_properties_are_emptied_everywhere() -> None:
    parts = parts_of(take_in([samples.docx()]).data)
    assert [name for name, data in parts.items() if CANARY.encode() in data] == []
    assert b"coreProperties" in parts["docProps/core.xml"]
    assert b"extended-properties" in parts["docProps/app.xml"]
    assert b"custom-properties" in parts["docProps/custom.xml"]
    assert parts["word/document.xml"] == samples.docx_parts()["word/document.xml"]


def test_the_thumbnail_goes_with_what_points_to_it() -> None:
    parts = parts_of(take_in([samples.docx()]).data)
    assert "docProps/thumbnail.jpeg" not in parts
    assert b"thumbnail" not in parts["_rels/.rels"]
    assert b"word/document.xml" in parts["_rels/.rels"]


def test_a_sheet_inside_a_document_is_cleaned_too() -> None:
    inner = parts_of(take_in([samples.docx()]).data)["word/embeddings/sheet.xlsx"]
    assert CANARY.encode() in parts_of(samples.xlsx())["docProps/core.xml"]
    assert CANARY.encode() not in parts_of(inner)["docProps/core.xml"]


def test_the_archive_tells_no_times_and_has_no_comment() -> None:
    with ZipFile(BytesIO(take_in([samples.docx()]).data)) as archive:
        assert archive.comment == b""
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_spreadsheet_still_opens() -> None:
    accepted = take_in([samples.xlsx()])
    book = load_workbook(BytesIO(accepted.data))
    assert accepted.kind is Kind.XLSX
    assert book.worksheets[0]["A1"].value == "Indhold"
    assert samples.CANARY not in str(book.properties)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"word/vbaProject.bin": b"x"}, "makroer"),
        ({"word/activeX/activeX1.bin": b"x"}, "makroer"),
        ({"[Content_Types].xml": b"<Types macroEnabled.main+xml/>"}, "makroer"),
        ({"word/embeddings/ole1.bin": b"\xd0\xcf\x11\xe0x"}, "andre filer"),
        ({"word/embeddings/a.bin": b"%PDF-1.7"}, "andre filer"),
        ({"word/embeddings/a.docx": samples.zipped({"b.docx": samples.docx()})}, "andre filer"),
        ({"../x.xml": b"x"}, "kan ikke læses"),
        ({"/x.xml": b"x"}, "kan ikke læses"),
        ({"WORD/document.xml": b"x"}, "kan ikke læses"),
        ({"word/media/a.png": samples.png()[:50]}, "kan ikke læses"),
    ],
)
def test_refusals(changed: dict[str, bytes], told: str) -> None:
    assert told in refused(changed)


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    unpacked: list[str] = []

    def read(_: ZipFile, part: ZipInfo) -> bytes:
        unpacked.append(part.filename)
        return b""

    monkeypatch.setattr(ZipFile, "read", read)
    assert "alt for stor" in refused({"[Content_Types].xml": bytes(office.MOST_UNPACKED + 1)})
    assert unpacked == []


def test_bombs_inside_share_one_allowance() -> None:
    allowance = office._Allowance(300_000)
    inner = samples.zipped({"a.xml": bytes(200_000)})
    assert office._repacked(samples.zipped({"1.zip": inner}), allowance, depth=1)
    with pytest.raises(FileError, match="alt for stor"):
        office._repacked(samples.zipped({"1.zip": inner}), allowance, depth=1)


def test_a_file_with_too_many_parts_is_refused() -> None:
    many = {f"word/{number}.xml": b"" for number in range(office.MOST_PARTS)}
    assert "kan ikke læses" in refused(many)
