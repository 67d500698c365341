"""The same acts without a mouse, without JavaScript, without a network, twice, and by two at once."""

from typing import Any

import pytest

from tests.journeys import hands
from tests.journeys.days import at
from tests.journeys.hands import Worry
from tests.journeys.keys import Keys

LINDEVANG = "SSP-netværk Lindevangskolen"
NYELAND = "SSP-netværk Skolen på Nyelandsvej"
BUELOW = "SSP-netværk Skolen ved Bülowsvej"


@pytest.fixture
def meeting(be: Any, site: Any, request: pytest.FixtureRequest) -> str:
    """A meeting that has begun, with one closed item."""
    site.at(at(0, 9))
    anna = be("Anna Holm")
    key = hands.plan_meeting(anna, request.param, week=0, start="10.00", end="11.30")
    anna.press("Tilføj punkt").follow("main a[href*='lukket']")
    anna.fill("Hvem handler det om?", "Sofus Tang").fill("Hvorfor er det på dagsordenen?", "Er alene i frikvartererne.")
    anna.page.get_by_label("Grundlag").select_option(label="SSP, retsplejeloven § 115")
    anna.fill("Hvorfor er det nødvendigt at dele?", "De andre kan hjælpe.").press("Sæt på dagsordenen")
    hands.open_meeting(anna, key).press("Indkald").expect("Indkaldelsen er sendt.")
    anna.press("Start mødet")
    return key


def test_a_concern_by_keyboard_alone(be: Any, site: Any) -> None:
    site.at(at(0, 9))
    birgit = be("Birgit Hald")
    keys = Keys(birgit)
    keys.to("Jeg er bekymret").enter()
    keys.to("Fravær og problemer i skolen").space()
    keys.to("Videre").enter().expect_page("Hvad har du set")
    keys.to("Hvem handler det om?").type("Rolf Ager")
    keys.to("Videre").enter()
    assert keys.focused_text().startswith("Der mangler noget"), "what is missing is read first"
    keys.to("Det har jeg set eller hørt", among="textarea").type("Har ikke været i skole i en uge.")
    keys.to("Videre").enter().expect_page("Se igennem")
    keys.to("Ja", among="input[type=radio]").space()
    keys.to("Send").enter().expect_page("Tak")
    assert birgit.sees("Når du ringer")


@pytest.mark.parametrize("meeting", [LINDEVANG], indirect=True)
def test_sharing_by_keyboard_alone(be: Any, meeting: str) -> None:
    bo = be("Bo Lauritsen")
    keys = Keys(bo)
    keys.to("Åbn mødet").enter()
    keys.to("Punkt fra", among="a").enter()
    keys.to("Del med de", among="button").enter()
    assert keys.focused_text().startswith("Der mangler noget")
    keys.to("Hvad deler du?", among="textarea").type("Han er set alene ved stationen.")
    keys.to("Hvorfor er det nødvendigt at dele?", among="input").type("Skolen kan tage imod ham.")
    keys.to("Del med de", among="button").enter()
    bo.expect("Bo Lauritsen, Politiet")


def test_a_concern_without_javascript(be: Any, site: Any) -> None:
    site.at(at(0, 9))
    torben = be("Torben Vig", script=False)
    torben.press("Jeg er bekymret").choose("Noget andet").press("Videre")
    torben.press("Videre").expect("Der mangler noget")
    torben.fill("Hvem handler det om?", "Ellen Kær").fill("Det har jeg set eller hørt", "Græder i timerne.")
    torben.press("Videre").until("Send").choose("Nej").press("Send").expect("Når du ringer")


@pytest.mark.parametrize("meeting", [NYELAND], indirect=True)
def test_sharing_and_writing_without_javascript(be: Any, meeting: str) -> None:
    bo = be("Bo Lauritsen", script=False)
    hands.open_meeting(bo, meeting)
    hands.open_closed_item(bo, "Punkt fra")
    hands.share(bo, "Han er set alene ved stationen.", "Skolen kan tage imod ham.")
    anna = be("Anna Holm", script=False)
    hands.open_meeting(anna, meeting).fill("Referat", "Skrevet uden script.").press("Gem")
    assert anna.page.get_by_label("Referat", exact=True).input_value() == "Skrevet uden script."


@pytest.mark.parametrize("meeting", [BUELOW], indirect=True)
def test_minutes_outlive_a_cut_line_and_a_second_writer(be: Any, meeting: str) -> None:
    anna, other = be("Anna Holm"), be("Anna Holm")
    hands.let_write(hands.open_meeting(anna, meeting), "Birgit Hald, SSP-kontaktlærer")
    anna.page.context.set_offline(True)
    anna.fill("Referat", "Skrevet uden net.")
    anna.page.locator("[data-saved-words]").locator("visible=true").first.wait_for()
    assert not anna.page.locator("[data-saved-words]", has_text="Gemt kl").locator("visible=true").count()
    anna.page.context.set_offline(False)
    anna.saved()
    hands.open_meeting(other, meeting)
    assert other.page.get_by_label("Referat", exact=True).input_value() == "Skrevet uden net."
    birgit = be("Birgit Hald")
    hands.open_meeting(birgit, meeting)
    anna.fill("Referat", "Skrevet uden net. Og mere.").saved()
    both_texts_stand(birgit, anna)
    anna.troubles = [one for one in anna.troubles if "ERR_INTERNET_DISCONNECTED" not in one]


def both_texts_stand(late: Any, first: Any) -> None:
    late.fill("Referat", "Birgits ord.")
    late.expect("Anna Holm")
    late.goto(late.page.locator("a[href*='sammenligning']").first.get_attribute("href"))
    text = late.page.locator("main textarea").input_value()
    assert "Og mere." in late.text + text
    assert "Birgits ord." in late.text + text
    late.inspect()


def test_pressing_twice_sends_once(be: Any, site: Any) -> None:
    site.at(at(0, 9))
    signe = be("Signe Rask")
    hands.begin_concern(signe, Worry("Otto Fjeld", "4.c", "Slår de andre i skolegården.")).press("Videre").until("Send")
    signe.choose("Nej")
    signe.page.get_by_role("button", name="Send", exact=True).dblclick()
    signe.expect("Når du ringer")
    receipt = signe.path
    signe.page.go_back()
    signe.page.wait_for_url(lambda url: "/kvittering" in url)
    assert signe.path == receipt
    signe.press("Min SSP")
    assert (
        signe.page.locator("main a[href^='/bekymret/']:not([href='/bekymret/']):not([href='/bekymret/raad/'])").count()
        == 1
    )
