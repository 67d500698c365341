import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samspil.lib.file_intake import Accepted, FileError, Kind, refusals, take_in
from tests.lib.file_intake import samples
from tests.lib.file_intake.samples import CANARY

FILES = {
    Kind.PDF: samples.pdf(),
    Kind.PNG: samples.png(),
    Kind.JPEG: samples.jpeg(),
    Kind.DOCX: samples.docx(),
    Kind.XLSX: samples.xlsx(),
    Kind.PPTX: samples.zipped({"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<p/>"}),
    Kind.TXT: "Referat på dansk\n".encode(),
}


def refused(data: bytes) -> str:
    with pytest.raises(FileError) as refusal:
        take_in([data])
    return str(refusal.value)


@pytest.mark.parametrize("kind", FILES)
def test_the_kind_is_told_by_the_content(kind: Kind) -> None:
    assert take_in([FILES[kind]]).kind is kind


@pytest.mark.parametrize("kind", FILES)
def test_no_metadata_is_left_and_a_second_pass_is_as_good(kind: Kind) -> None:
    once = take_in([FILES[kind]])
    assert CANARY.encode() not in once.data
    assert take_in([once.data]).kind is kind


def test_every_kind_has_a_content_type() -> None:
    assert len({kind.content_type for kind in Kind}) == len(Kind)
    assert Kind.TXT.content_type == "text/plain; charset=utf-8"


def test_reading_stops_at_the_limit() -> None:
    read = 0

    def endless() -> Iterator[bytes]:
        nonlocal read
        while True:
            read += 1000
            yield b"x" * 1000

    with pytest.raises(FileError, match="mere end 3 MB"):
        take_in(endless(), limit=3_000_000)
    assert read == 3_001_000
    assert take_in([b"x" * 3000], limit=3000).data == b"x" * 3000


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "tom"),
        (b"MZ\x90\x00\x03", "slags fil"),
        (b"GIF89a\x01\x00", "slags fil"),
        (b"{\\rtf1 hej}", "slags fil"),
        (b"<!DOCTYPE html><script>", "slags fil"),
        (b"  <svg onload=x>", "slags fil"),
        (samples.zipped({"a.txt": b"hej"}), "slags fil"),
        (b"PK\x03\x04 no zip", "slags fil"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "slags fil"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "adgangskode"),
        (b"%PDF-1.7 nothing", "kan ikke læses"),
        (b"\x89PNG\r\n\x1a\n", "kan ikke læses"),
        (b"\xff\xd8\xff\xe0", "kan ikke læses"),
    ],
)
def test_refusals(data: bytes, told: str) -> None:
    assert told in refused(data)


@pytest.mark.parametrize(
    "refusal",
    [
        refusals.too_large(20_000_000),
        refusals.empty(),
        refusals.unknown_kind(),
        refusals.damaged(),
        refusals.locked(),
        refusals.too_many_pixels(),
        refusals.unpacks_too_large(),
        refusals.holds_programs(),
        refusals.holds_files(),
    ],
)
def test_a_refusal_says_what_happened_that_nothing_was_saved_and_what_to_do(refusal: FileError) -> None:
    happened, _, do = str(refusal).partition(refusals.NOT_SAVED)
    assert happened.strip().endswith(".")
    assert do.strip().endswith(".")


@pytest.mark.parametrize("alphabet", ["utf-8", "utf-8-sig", "cp1252"])
def test_text_comes_out_as_utf_8(alphabet: str) -> None:
    assert take_in(["Blåbærgrød – æ\r\n".encode(alphabet)]) == Accepted(Kind.TXT, "Blåbærgrød – æ\r\n".encode())


# Pillow warns of broken metadata, which is thrown away.
@pytest.mark.filterwarnings("ignore::UserWarning:PIL.TiffImagePlugin")
@pytest.mark.parametrize("kind", FILES)
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_a_broken_file_is_taken_in_or_refused_and_never_worse(kind: Kind, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - chance breaks files, it keeps no secret
    data = bytearray(FILES[kind])
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    cut = bytes(data[: chance.randint(1, len(data))]) if chance.random() < 0.3 else bytes(data)
    assert outcome(cut)


def outcome(data: bytes) -> bool:
    try:
        return bool(take_in([data]).data)
    except FileError as refusal:
        return refusals.NOT_SAVED in str(refusal)
