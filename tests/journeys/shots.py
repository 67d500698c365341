"""Pictures of every main page at 1280 and 390 px, out of a whole turn: `./run shots`.

All of them lie in .state/shots; those of README and handbook also, light, in docs/billeder.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from samspil.config import local
from tests.browser import chromium
from tests.journeys import hands, test_outsider, test_turn
from tests.journeys.company import Company
from tests.journeys.days import at
from tests.journeys.pictures import BOOK, FOLDER, lay, take
from tests.journeys.site import running_site
from tests.journeys.walker import DESK, PHONE

BULOWSVEJ = "SSP-netværk Skolen ved Bülowsvej"


def teacher(be: Company) -> tuple[str, str]:
    """The three steps and the receipt."""
    be.site.at(at(0, 9))
    nanna = be("Nanna Kofoed")
    take(nanna, "min-ssp-laerer", book=(PHONE,))
    nanna.press("Jeg er bekymret")
    take(nanna, "bekymret-1", book=(PHONE,))
    nanna.goto("/")
    hands.begin_concern(nanna, test_turn.KARIM)
    take(nanna, "bekymret-2", book=(PHONE,))
    nanna.press("Videre").until("Send").choose("Nej")
    take(nanna, "bekymret-3", book=(PHONE,))
    nanna.press("Send").expect("Når du ringer")
    take(nanna, "bekymret-kvittering", book=(PHONE,))
    number = nanna.path.split("/")[2]
    return number, hands.raise_concern(be("Mette Rahbek"), test_turn.VERA)


def consultant(be: Company, number: str, other: str) -> str:
    be.site.at(at(0, 10))
    anna = be("Anna Holm")
    near = hands.plan_meeting(anna, BULOWSVEJ, week=0, start="13.00", end="14.30")
    take(anna, "moede-kladde", book=(DESK,))
    hands.open_meeting(anna, near).press("Indkald").expect("Indkaldelsen er sendt.")
    lay(anna.press("Min SSP").page, DESK, BOOK / "min-ssp.png")
    take(anna, "min-ssp-travl")
    anna.press("Bekymringer")
    take(anna, "bekymringer", book=(DESK,))
    anna.follow(f'a.queue-title[href*="{number}"]')
    take(anna, "bekymring", book=(DESK,))
    key = test_turn.the_consultant_brings_both(be, be.site, number, other)
    test_turn.everybody_is_called(be, be.site, key)
    bo = be("Bo Lauritsen").press("Møder")
    take(bo, "moeder", book=(DESK,))
    bo.follow("button[value=deputy]")
    take(bo, "moede-stedfortraeder")
    return key


def answered(be: Company, number: str) -> None:
    """What the teacher hears."""
    nanna = be("Nanna Kofoed").goto(f"/bekymret/{number}/")
    take(nanna, "bekymret-svar", book=(PHONE,))


def guest(be: Company, key: str) -> None:
    """One who is asked to one item, and what that one sees."""
    anna = test_turn.at_item(be("Anna Holm"), key)
    anna.press("Inviter en gæst")
    who = anna.page.get_by_label("Hvem inviterer du?")
    who.select_option(value=who.locator("option", has_text="Nanna Kofoed").first.get_attribute("value"))
    anna.choose(test_turn.KARIM.first).fill("Hvorfor er det nødvendigt?", "Hun ser ham hver dag.")
    anna.page.get_by_label("Grundlag").select_option(label="SSP, retsplejeloven § 115")
    take(anna, "moede-gaest", book=(DESK,))
    anna.follow("main form button.button-primary")
    take(anna, "moede-gaest-inviteret")
    nanna = be("Nanna Kofoed")
    take(nanna, "min-ssp-gaest")
    take(nanna.goto(f"/moeder/{key}/"), "moede-som-gaest")


def meeting(be: Company, key: str) -> None:
    test_turn.the_members_read_beforehand(be, key)
    test_turn.they_share_what_is_needed(be, be.site, key)
    anna = be("Anna Holm")
    take(anna, "min-ssp-konsulent")
    take(test_turn.at_item(anna, key), "moede", book=(DESK,))
    item = anna.path.split("/")[4]
    anna.follow("a[href*='/hvem/']").page.locator(".sheet").wait_for()
    take(anna, "hvem-kan-se", book=(DESK,))
    anna.goto(f"/moeder/{key}/storskaerm/?punkt={item}")
    take(anna, "moede-storskaerm", book=(DESK,))
    take(test_turn.at_item(be("Mette Rahbek"), key), "moede-medlem", book=(DESK,))
    test_turn.they_decide_and_send_minutes(be, be.site, key)
    bo = be("Bo Lauritsen").goto(f"/moeder/{key}/referat/")
    take(bo, "referat", book=(DESK,))
    be.site.at(at(3, 9))
    ali = be("Ali Demir")
    take(ali, "min-ssp-medarbejder", book=(PHONE,))
    ali.press("Følg op på en aftale").page.wait_for_load_state()
    take(ali, "loefte", book=(PHONE,))


def case(be: Company) -> None:
    test_turn.one_keeps_a_promise(be, be.site)
    key = test_turn.it_comes_back_and_becomes_a_case(be, be.site)
    anna = be("Anna Holm").press("Sager")
    take(anna, "sager")
    anna.goto(f"/sager/{key}/")
    take(anna, "sag", book=(DESK,))
    for name in ("stemme", "delt", "lukning"):
        take(anna.goto(f"/sager/{key}/{name}/"), f"sag-{name}")
    take(anna.press("Hvem har set"), "hvem-har-set")
    anna.follow("main .line-title a")
    take(anna, "hvem-har-set-rum", book=(DESK,))


def everybody(be: Company) -> None:
    anna = be("Anna Holm")
    pages = {
        "organisation": "/organisation/",
        "sadan-goer-du": "/sadan-goer-du/",
        "hvem-kan-jeg-spoerge": "/hvem-kan-jeg-spoerge/",
        "maa-jeg-dele": "/maa-jeg-dele/",
        "moede-nyt": "/moeder/nyt/",
        "moeder-maaned": "/moeder/maaned/",
        "moeder-skoleaar": "/moeder/skoleaar/",
        "mig": "/mig/",
        "mere": "/mere/",
        "findes-ikke": "/findes-ikke/",
        "offentlig": "/kommuner/frederiksberg/",
        "log-ind": "/log-ind/",
    }
    for name, path in pages.items():
        take(anna.goto(path), name)


def office(be: Company) -> None:
    """Those whose work is not with children: they see that there is nothing of it here."""
    asta = be("Asta Kjær")
    take(asta, "min-ssp-administrator")
    take(asta.press("Konti"), "konti", book=(DESK,))
    take(asta.press("Bente Aagaard"), "konto", book=(DESK,))
    take(be("Bente Aagaard"), "min-ssp-leder", book=(DESK,))
    dagny = be("Dagny Sand")
    take(dagny, "min-ssp-databeskyttelse")
    take(dagny.press("Log"), "log", book=(DESK,))
    dagny.fill("Navn", "Bo").press("Find").press("Bo Lauritsen")
    dagny.fill("Hvorfor skal du se det?", "Den unges mor har spurgt, hvem der har set noget.").press("Se loggen")
    take(dagny, "log-opslag", book=(DESK,))
    take(dagny.goto("/log/moenstre/"), "log-moenstre")
    take(be("Ellen Palm"), "min-ssp-redaktoer")
    take(be("Jens Ulrik Bang"), "min-ssp-skoleleder")


def outsider(be: Company) -> None:
    key, _closed = test_outsider.a_meeting_with_both_parts(be, be.site)
    lone = be("Lone Friis")
    hands.open_meeting(lone, key)
    take(lone, "moede-udefra", book=(DESK,))


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    BOOK.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        running_site(local.set_up("test-18", durable=False), "shots", Path(folder)) as site,
        chromium() as browser,
    ):
        be = Company(site, browser)
        walk(be)
        be.leave()


def walk(be: Any) -> None:
    number, other = teacher(be)
    key = consultant(be, number, other)
    answered(be, number)
    guest(be, key)
    meeting(be, key)
    parts: tuple[Callable[[Company], None], ...] = (case, everybody, office, outsider)
    for part in parts:
        part(be)


if __name__ == "__main__":
    main()
