"""What cannot be taken in: a Danish sentence, the form again, and nothing left behind."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from samspil.documents import rules
from samspil.documents.models import StoredFile
from samspil.lib.file_intake import Kind
from samspil.lib.file_intake.intake import LIMIT
from tests.conftest import as_owner
from tests.lib.file_intake import samples

pytestmark = pytest.mark.usefixtures("patient")


def bomb() -> bytes:
    """A Word file of a few kilobytes that unpacks to more than is ever taken."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        for number in range(11):
            packed.writestr(f"word/{number or 'document'}.xml", b"\0" * 20_000_000)
    return data.getvalue()


BAD = {
    "a program": ("spil.exe", b"MZ\x90\x00\x03\x00\x00", "Den slags fil kan ikke lægges ind her."),
    "empty": ("tom.txt", b"", "Filen er tom."),
    "a damaged picture": ("foto.jpg", samples.jpeg()[:200], "Filen kan ikke læses."),
    "a picture as large as a house": ("foto.png", samples.png_claiming(60_000, 60_000), "Billedet er for stort"),
    "a zip bomb": ("brev.docx", bomb(), "Filen bliver alt for stor, når den pakkes ud."),
    "locked": ("brev.pdf", samples.pdf(password="hemmelig"), "Filen er beskyttet med en adgangskode."),
    "a page with a script": ("brev.html", b"<html><script>alert(1)</script></html>", "Den slags fil kan ikke"),
    "a number in the name": ("Brev 740113-4321.txt", b"Hej", "Der står et CPR-nummer i filens navn."),
    "a bare number in the name": ("7401134321.txt", b"Hej", "Der står et CPR-nummer i filens navn."),
    "too large": ("stor.txt", b"a" * 10_000_001, "Filen fylder mere end 10 MB."),
    "far too large": ("stor.txt", b"a" * (LIMIT + 1_000_000), "Filen fylder mere end 10 MB."),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_refused_in_danish_and_leaves_nothing(
    acting: Any, client_of: Any, hand_in: Any, rooms: dict[str, str], kind: str
) -> None:
    name, data, sentence = BAD[kind]
    answer = hand_in("mette", rooms["case"], name=name, data=data)
    assert answer.status_code == 422
    told = answer.content.decode()
    assert sentence in told
    assert "4321" not in told
    with acting("mette"):
        assert StoredFile.objects.count() == 0
    assert hand_in("mette", rooms["case"]).status_code == 303


def test_no_file_at_all(client_of: Any, rooms: dict[str, str]) -> None:
    answer = client_of("mette").post(f"/rum/{rooms['case']}/filer/", {"form_key": "x", "necessity": "Ja"})
    assert answer.status_code == 422
    assert "Vælg en fil." in answer.content.decode()


def test_what_breaks_after_the_file_was_read_leaves_nothing(
    acting: Any, client_of: Any, hand_in: Any, rooms: dict[str, str], monkeypatch: Any
) -> None:
    from samspil.documents.queries import sealed

    def lost(*_args: Any, **_facts: Any) -> None:
        message = "connection lost"
        raise OSError(message)

    with monkeypatch.context() as broken:
        broken.setattr(sealed, "seal", lost)
        with pytest.raises(OSError, match="connection lost"):
            hand_in("mette", rooms["case"])
    with acting("mette"):
        assert StoredFile.objects.count() == 0


def test_pictures_lose_what_tells_where_and_who(acting: Any, hand_in: Any, rooms: dict[str, str]) -> None:
    from samspil.documents.queries.sealed import content_of

    assert hand_in("mette", rooms["case"], name="foto.jpg", data=samples.jpeg()).status_code == 303
    with acting("anna"):
        row = StoredFile.objects.select_related("municipality").get()
        assert row.file_type == "jpeg"
        assert samples.CANARY.encode() not in content_of(row)
        assert content_of(row)[:3] == b"\xff\xd8\xff"
        assert content_of(row) not in bytes(row.sealed)


def test_bytes_of_one_row_open_in_no_other(acting: Any, hand_in: Any, rooms: dict[str, str]) -> None:
    from samspil.documents.queries.sealed import content_of
    from samspil.lib.sealing import SealingError

    for _ in range(2):
        hand_in("mette", rooms["case"])
    with acting("anna"):
        first, second = StoredFile.objects.select_related("municipality").order_by("pk")
        first.sealed = second.sealed
        with pytest.raises(SealingError):
            content_of(first)


@pytest.fixture
def stated(world: Any) -> Any:
    """The municipality's own rules on files, until the test ends."""

    def state(**files: Any) -> None:
        import json

        as_owner(
            "update organisation_municipality set settings = settings || jsonb_build_object('files', %s::jsonb)",
            [json.dumps(files)],
        )

    before = as_owner("select slug, settings::text from organisation_municipality")
    yield state
    for slug, settings in before:
        as_owner("update organisation_municipality set settings = %s::jsonb where slug = %s", [settings, slug])


def test_the_municipality_says_what_it_takes_in(
    acting: Any, client_of: Any, hand_in: Any, rooms: dict[str, str], stated: Any
) -> None:
    room = rooms["case"]
    stated(megabytes=1, types=["pdf"])
    assert "PDF. Højst 1 MB." in client_of("mette").get(f"/rum/{room}/filer/").content.decode()
    assert "Gem den som PDF." in hand_in("mette", room).content.decode()
    assert "mere end 1 MB" in hand_in("mette", room, data=b"a" * 1_000_001).content.decode()
    assert hand_in("mette", room, name="Brev.pdf", data=samples.pdf()).status_code == 303
    stated(allowed=False)
    assert 'type="file"' not in client_of("mette").get(f"/rum/{room}/filer/").content.decode()
    assert hand_in("mette", room, name="Brev.pdf", data=samples.pdf()).status_code == 422
    assert "Brev.pdf" in client_of("mette").get(f"/rum/{room}/filer/").content.decode()


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Brev.pdf", "Brev.pdf"),
        ("C:\\Users\\mor\\Brev.pdf", "Brev.pdf"),
        ("../../etc/passwd", "passwd"),
        ("Brev\u202efdp.exe", "Brevfdp.exe"),
        ("  et   brev\n.txt", "et brev .txt"),
        ("", "Fil uden navn"),
        ("a" * 200 + ".pdf", "a" * 115 + "….pdf"),
    ],
)
def test_a_name_is_plain(given: str, shown: str) -> None:
    assert rules.plain_name(given) == shown
    assert len(rules.plain_name(given)) <= rules.LONGEST_NAME


@pytest.mark.parametrize(
    "name", ["IMG_20261122_101500.jpg", "Referat 2026-11-22.docx", "38001231.pdf", "320113-4321.txt"]
)
def test_other_numbers_in_a_name_are_no_cpr(name: str) -> None:
    assert rules.why_not_name(name) is None


def test_words_of_size_and_kind() -> None:
    assert rules.size_words(1_250_000) == "1,2 MB"
    assert rules.size_words(300) == "1 kB"
    assert rules.either([Kind.PDF]) == "PDF"
    assert rules.FileRules.of({}).words == "PDF, billede, Word, Excel, PowerPoint eller tekst. Højst 10 MB."
