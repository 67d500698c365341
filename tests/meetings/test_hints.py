"""What a page says where something is missing, and what must not be written."""

from typing import Any

from samspil.meetings.queries.agenda import items_of
from tests.meetings.matters import form_data, meeting_of


def test_calling_in_or_out_says_whom(world: Any, client_of: Any, laid: Any) -> None:
    key, _ = laid
    refused = client_of("anna").post(f"/moeder/{key}/gaester/", form_data())
    assert refused.status_code == 422
    assert "Vælg, hvem der går ud, eller hvem der kaldes ind." in refused.content.decode()
    assert client_of("bo").post(f"/moeder/{key}/gaester/", form_data()).status_code == 404


def test_open_items_ask_for_no_names_of_children(world: Any, acting: Any, client_of: Any, laid: Any) -> None:
    key, closed = laid
    with acting("anna") as anna:
        plain = next(one.key for one in items_of(meeting_of(anna, key)) if not one.is_closed)
    page_of = client_of("anna")
    words = "Skriv ikke navne på børn her"
    assert page_of.get(f"/moeder/{key}/punkt/{plain}/").content.decode().count(words) == 2
    assert words not in page_of.get(f"/moeder/{key}/punkt/{closed}/").content.decode()


def test_a_share_without_its_words_says_that_nothing_went_out(client_of: Any, called: Any) -> None:
    key, closed = called
    refused = client_of("bo").post(
        f"/moeder/{key}/punkt/{closed}/deling/", form_data(text="Han er træt.", necessity="")
    )
    shown = refused.content.decode()
    assert refused.status_code == 422
    assert "Intet er sendt endnu. Det, du har skrevet, står her." in shown
    assert "Han er træt." in shown
    assert "er gemt" not in shown
