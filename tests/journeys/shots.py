"""Pictures of every main page at 1280 and 390 px, out of a whole turn: `./run shots` puts them in .state/shots."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.browser import chromium
from tests.journeys import hands, test_outsider, test_turn
from tests.journeys.company import Company
from tests.journeys.days import at
from tests.journeys.site import ROOT, own_server, running_site
from tests.journeys.walker import DESK, PHONE, Walker

FOLDER = ROOT / ".state" / "shots"
README_PICTURE = ROOT / "docs" / "billeder" / "min-ssp.png"


def take(walker: Walker, name: str) -> None:
    kept = walker.page.viewport_size
    for width, height in (DESK, PHONE):
        walker.page.set_viewport_size({"width": width, "height": height})
        walker.page.screenshot(path=str(FOLDER / f"{name}-{width}.png"), full_page=True)
    walker.page.set_viewport_size(kept)


def teacher(be: Company) -> tuple[str, str]:
    """The three steps and the receipt."""
    be.site.at(at(0, 9))
    nanna = be("Nanna Kofoed")
    take(nanna, "min-ssp-laerer")
    nanna.press("Jeg er bekymret")
    take(nanna, "bekymret-1")
    nanna.goto("/")
    hands.begin_concern(nanna, test_turn.KARIM)
    take(nanna, "bekymret-2")
    nanna.press("Videre").choose("Nej")
    take(nanna, "bekymret-3")
    nanna.press("Send").expect("Når du ringer")
    take(nanna, "bekymret-kvittering")
    number = nanna.path.split("/")[2]
    return number, hands.raise_concern(be("Mette Rahbek"), test_turn.VERA)


def consultant(be: Company, number: str, other: str) -> str:
    be.site.at(at(0, 10))
    anna = be("Anna Holm")
    near = hands.plan_meeting(anna, "SSP-netværk Skolen ved Bülowsvej", week=0, start="13.00", end="14.30")
    hands.open_meeting(anna, near).press("Indkald").expect("Indkaldelsen er sendt.")
    anna.press("Min SSP").page.screenshot(path=str(README_PICTURE))
    take(anna, "min-ssp-travl")
    anna.press("Bekymringer")
    take(anna, "bekymringer")
    anna.follow(f'a.queue-title[href*="{number}"]')
    take(anna, "bekymring")
    key = test_turn.the_consultant_brings_both(be, be.site, number, other)
    test_turn.everybody_is_called(be, be.site, key)
    bo = be("Bo Lauritsen").press("Møder")
    take(bo, "moeder")
    return key


def meeting(be: Company, key: str) -> None:
    test_turn.they_share_what_is_needed(be, be.site, key)
    anna = be("Anna Holm")
    take(anna, "min-ssp-konsulent")
    take(test_turn.at_item(anna, key), "moede")
    item = anna.path.split("/")[4]
    anna.follow("a[href*='/hvem/']").page.locator(".sheet").wait_for()
    take(anna, "hvem-kan-se")
    anna.goto(f"/moeder/{key}/storskaerm/?punkt={item}")
    take(anna, "moede-storskaerm")
    test_turn.they_decide_and_send_minutes(be, be.site, key)
    bo = be("Bo Lauritsen").goto(f"/moeder/{key}/referat/")
    take(bo, "referat")
    ali = be("Ali Demir")
    take(ali, "min-ssp-medarbejder")


def case(be: Company) -> None:
    test_turn.one_keeps_a_promise(be, be.site)
    key = test_turn.it_comes_back_and_becomes_a_case(be, be.site)
    anna = be("Anna Holm").press("Sager")
    take(anna, "sager")
    for name, path in (("sag", ""), ("sag-stemme", "stemme/"), ("sag-delt", "delt/"), ("sag-lukning", "lukning/")):
        take(anna.goto(f"/sager/{key}/{path}"), name)


def everybody(be: Company) -> None:
    anna = be("Anna Holm")
    pages = {
        "organisation": "/organisation/",
        "sadan-goer-du": "/sadan-goer-du/",
        "hvem-kan-jeg-spoerge": "/hvem-kan-jeg-spoerge/",
        "maa-jeg-dele": "/maa-jeg-dele/",
        "moede-nyt": "/moeder/nyt/",
        "moeder-maaned": "/moeder/maaned/",
        "mig": "/mig/",
        "mere": "/mere/",
        "findes-ikke": "/findes-ikke/",
        "offentlig": "/kommuner/frederiksberg/",
        "log-ind": "/log-ind/",
    }
    for name, path in pages.items():
        take(anna.goto(path), name)
    take(be("Asta Kjær").press("Konti"), "konti")


def outsider(be: Company) -> None:
    key, _closed = test_outsider.a_meeting_with_both_parts(be, be.site)
    lone = be("Lone Friis")
    hands.open_meeting(lone, key)
    take(lone, "moede-udefra")


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        running_site(own_server(), "shots", Path(folder)) as site,
        chromium() as browser,
    ):
        be = Company(site, browser)
        walk(be)
        be.leave()


def walk(be: Any) -> None:
    key = consultant(be, *teacher(be))
    meeting(be, key)
    parts: tuple[Callable[[Company], None], ...] = (case, everybody, outsider)
    for part in parts:
        part(be)


if __name__ == "__main__":
    main()
