"""Frederiksberg: one worry, from a teacher's phone to a closed case, in that municipality's own words."""

from typing import Any

import pytest

from tests.journeys import hands
from tests.journeys.days import at, typed
from tests.journeys.hands import Worry
from tests.journeys.letters import contents

DUEVEJ = "SSP-netværk Skolen på Duevej"
KARIM = Worry("Karim Ydunsen", seen="Kommer først til tredje time og har sovet i klassen.")
VERA = Worry("Vera Skovlund", "8.a", "Er gået hjem uden at sige det tre gange.")
SECRETS = ("Karim", "Ydunsen", "Vera", "Skovlund", "tredje time")
STATION = "Set ved stationen to aftener i træk."
MOTHER = "Moren vil gerne have hjælp om morgenen."


@pytest.mark.requirement("F-03")
@pytest.mark.requirement("F-04")
@pytest.mark.requirement("F-06")
@pytest.mark.requirement("F-08")
def test_one_worry_all_the_way(be: Any, site: Any) -> None:
    number, other = the_teachers_write(be, site)
    key = the_consultant_brings_both(be, site, number, other)
    everybody_is_called(be, site, key)
    the_members_read_beforehand(be, key)
    they_share_what_is_needed(be, site, key)
    they_decide_and_send_minutes(be, site, key)
    one_keeps_a_promise(be, site)
    case = it_comes_back_and_becomes_a_case(be, site)
    the_case_is_closed(be, site, case)
    the_teacher_hears(be, site, number)


def the_teachers_write(be: Any, site: Any) -> tuple[str, str]:
    """One from a teacher without a seat, one from the contact teacher, who brings problems from the school."""
    site.at(at(0, 9))
    nanna = be("Nanna Kofoed", phone=True).inspect()
    number = hands.raise_concern(nanna, KARIM)
    assert nanna.sees("Skoleafdelingens SSP-team har det nu")
    assert not [word for word in SECRETS if word in nanna.text], "the receipt can lie open on a desk"
    nanna.inspect()
    return number, hands.raise_concern(be("Mette Rahbek", phone=True), VERA)


def the_consultant_brings_both(be: Any, site: Any, number: str, other: str) -> str:
    site.at(at(0, 10))
    anna = be("Anna Holm")
    assert anna.sees("Vurdér en ny bekymring") or anna.sees("nye bekymringer")
    anna.inspect()
    key = hands.plan_meeting(anna, DUEVEJ, week=2, start="13.00", end="14.30")
    anna.press("Bekymringer").inspect()
    row = anna.page.locator("tr", has=anna.page.locator(f'a[href*="{number}"]'))
    assert "1 t." in row.locator("td.age").inner_text()
    hands.bring_to_body(anna, number, DUEVEJ, answer="Tak, fordi du skrev. Vi taler om det i netværket.")
    anna.inspect()
    hands.bring_to_body(anna, other, DUEVEJ)
    return key


def everybody_is_called(be: Any, site: Any, key: str) -> None:
    """Pressing Indkald is all: the agenda has built itself by then."""
    anna = be("Anna Holm")
    hands.open_meeting(anna, key).press("Indkald").expect("Indkaldelsen er sendt.")
    assert anna.page.locator(".agenda-list li.is-closed a").count() == 2
    anna.inspect()
    letters = [mail for who in ("bo", "dorthe", "mette") for mail in site.mails_to(f"{who}@frederiksberg.example")]
    assert len({str(mail["To"]) for mail in letters}) == 3
    words = "\n".join(contents(mail) for mail in letters)
    assert "BEGIN:VEVENT" in words
    assert not [word for word in SECRETS if word in words]


def the_members_read_beforehand(be: Any, key: str) -> None:
    bo = be("Bo Lauritsen", phone=True)
    hands.open_meeting(bo, key)
    bo.press("Jeg kommer").expect("Dit svar er sendt.")
    for name in ("Dorthe Winther", "Mette Rahbek"):
        be(name).press("Møder").press("Jeg kommer").expect("Dit svar er sendt.")
    hands.open_meeting(bo, key)
    hands.open_closed_item(bo).inspect()
    assert "fordi du er lokalbetjent" in bo.text
    bo.follow("a[href*='/hvem/']")
    bo.page.locator(".sheet", has_text="Dorthe Winther").wait_for()
    bo.inspect()


def they_share_what_is_needed(be: Any, site: Any, key: str) -> None:
    """Police and social services share the least, each for a reason; the club says nothing and need not say why."""
    site.at(at(2, 13, 2))
    anna = be("Anna Holm")
    hands.open_meeting(anna, key).press("Start mødet")
    for name, text in (("Bo Lauritsen", STATION), ("Dorthe Winther", MOTHER)):
        member = be(name)
        at_item(member, key)
        member.follow("form.share button").inspect()
        hands.share(member, text, "Skolen skal vide det for at kunne hjælpe.")
    camilla = be("Camilla Toft")
    at_item(camilla, key).press("Jeg har ikke noget at dele").expect("Camilla Toft delte ikke noget.")
    assert camilla.sees("SSP, retsplejeloven § 115: Skolen skal vide det for at kunne hjælpe.")
    camilla.inspect()


def at_item(walker: Any, key: str) -> Any:
    """Karim's item: a name stands only inside its own room, so one looks into the first and goes on."""
    hands.open_meeting(walker, key)
    hands.open_closed_item(walker)
    if KARIM.first not in walker.page.locator("#punkt").inner_text():
        walker.follow(".agenda-list li.is-closed:not(.is-now) a")
        walker.page.locator("#punkt", has_text=KARIM.first).wait_for()
    return walker


def they_decide_and_send_minutes(be: Any, site: Any, key: str) -> None:
    anna = be("Anna Holm")
    hands.promise(at_item(anna, key), "Ali Demir", "Taler med Karim om morgenerne", week=3).inspect()
    hands.open_meeting(anna, key)
    anna.fill("Referat", "Dagsordenen er godkendt.").saved()
    anna.press("Afslut mødet").inspect()
    anna.press("Udsend referat").expect("Referatet er sendt")
    bo = be("Bo Lauritsen")
    hands.open_meeting(bo, key).press("Referat").expect("Dagsordenen er godkendt.")
    assert bo.sees(STATION)
    bo.inspect()
    be("Mette Rahbek").expect("Du har været med til 1 af 1 møde i skoleåret")
    sent = [mail for mail in site.mails_to("bo@frederiksberg.example") if "eferat" in contents(mail)]
    assert not [word for mail in sent for word in SECRETS if word in contents(mail)]


def one_keeps_a_promise(be: Any, site: Any) -> None:
    site.at(at(3, 9))
    ali = be("Ali Demir", phone=True).inspect()
    ali.press("Følg op på en aftale").expect("Taler med Karim om morgenerne")
    ali.inspect()
    ali.choose("Det er gjort").fill("Vil du sige mere om det?", "Vi har talt to gange. Han vil gerne.")
    ali.press("Gem")
    ali.expect("Du har ingen åbne aftaler.")


def it_comes_back_and_becomes_a_case(be: Any, site: Any) -> str:
    site.at(at(3, 10))
    anna = be("Anna Holm")
    key = hands.plan_meeting(anna, DUEVEJ, week=6, start="13.00", end="14.30")
    assert anna.page.locator(".agenda-list li.is-closed a", has_text="opfølgning").count() >= 1
    at_item(anna, key).expect("Ali")
    assert anna.sees("Vi har talt to gange.") or anna.sees("melder om aftalen")
    anna.press("Åbn sag").inspect()
    anna.press("Åbn sagen").inspect()
    anna.fill("Hvad er det konkrete problem", "Kommer for sent om morgenen")
    anna.press("Åbn sagen").expect("Vælg tovholder")
    return str(anna.path.split("/")[2].split("#")[0])


def the_case_is_closed(be: Any, site: Any, case: str) -> None:
    anna = be("Anna Holm")
    anna.press("Sager").inspect()
    anna.follow(f'a[href="/sager/{case}/"]').inspect()
    anna.press("Vælg tovholder").inspect()
    anna.choose("Mette Rahbek").press("Gem").expect("Aftal en dag")
    anna.press("Aftal en dag").fill("Hvornår følger I op?", typed(5)).press("Gem dagen").expect("Mette Rahbek")
    assert anna.sees("365 dage")
    site.at(at(5, 9))
    mette = be("Mette Rahbek")
    mette.press("Sager").follow(f'a[href="/sager/{case}/"]').inspect()
    anna = be("Anna Holm")
    anna.press("Sager").follow(f'a[href="/sager/{case}/"]')
    anna.press("Luk sagen").inspect()
    anna.press("Luk sagen").inspect()
    anna.choose("Barnet eller den unge har fået den hjælp, der skal til")
    anna.fill("Hvad kom der ud af det?", "Han kommer til tiden.").press("Luk sagen").expect("Sagen er lukket.")
    anna.inspect()


def the_teacher_hears(be: Any, site: Any, number: str) -> None:
    """What was answered, and nothing of what was said in the room."""
    nanna = be("Nanna Kofoed", phone=True)
    nanna.follow(f'a[href*="{number}"]').expect("Vi taler om det i netværket.")
    assert not [word for word in (STATION, MOTHER, "Ali", "sag ") if word in nanna.text]
    nanna.inspect()
