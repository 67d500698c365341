"""Pages with nothing on them yet, pages without login, and the page that says no: readable by everybody."""

from typing import Any

import pytest

EMPTY = ("/bekymringer/?vis=raad", "/moeder/", "/moeder/maaned/", "/moeder/nyt/", "/sager/", "/loefter/")
EVERYBODY = ("/", "/hvem-kan-jeg-spoerge/", "/sadan-goer-du/", "/maa-jeg-dele/", "/mig/", "/mere/", "/bekymret/raad/")
PUBLIC = ("/kommuner/frederiksberg/", "/kommuner/frederiksberg/oplysninger/", "/findes-ikke/", "/log-ind/")


@pytest.mark.parametrize("name", ["Peter Askov", "Grethe Holm"])
def test_pages_with_nothing_on_them_are_readable(be: Any, name: str) -> None:
    somebody = be(name)
    for path in (*EMPTY, *EVERYBODY):
        somebody.goto(path).inspect()


def test_pages_of_the_office_and_without_login_are_readable(be: Any) -> None:
    asta = be("Asta Kjær")
    asta.press("Konti").inspect()
    asta.page.context.clear_cookies()
    for path in PUBLIC:
        asta.goto(path).inspect()
