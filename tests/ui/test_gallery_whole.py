"""The gallery holds every component, so that whoever changes one sees all of them."""

import re
from pathlib import Path
from typing import Any

from django.template import engines

PARTS = Path(__file__).parent.parent.parent / "samspil" / "ui" / "templates" / "ui" / "parts"


def drawn(client: Any) -> tuple[set[str], str]:
    """The templates that the gallery's pages draw, and what they answer."""
    answers = [client.get(address) for address in ("/galleri/", "/galleri/ark/", "/galleri/storskaerm/4/")]
    names = {str(one.name) for answer in answers for one in answer.templates}
    return names, "".join(answer.content.decode() for answer in answers)


def test_every_part_is_drawn_in_the_gallery(plain_site: None, client: Any) -> None:
    names, text = drawn(client)
    missing = {path.name for path in PARTS.glob("*.html")} - {name.removeprefix("ui/parts/") for name in names}
    assert missing == set()
    for shown in ("cards", "card", "timeline", "lines", "note", "filters", "facts", "person"):
        assert re.search(rf'class="[^"]*\b{shown}\b', text), shown


def test_paper_says_who_printed_it_and_when(world: Any, client_of: Any) -> None:
    page = client_of("anna").get("/").content.decode()
    assert "Udskrevet af Anna Holm, Lillerup Kommune. Siden er fra " in page
    moment = engines["django"].from_string("{% load ui %}{% this_moment %}").render()
    assert re.fullmatch(r".+ kl\. \d{1,2}\.\d\d", moment)
