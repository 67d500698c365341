"""Shorter ways of single municipalities, each from the menu or, for everybody, from the public page."""

from typing import Any

import pytest

from tests.journeys import hands
from tests.journeys.days import at
from tests.journeys.hands import Worry

pytestmark = pytest.mark.long


@pytest.mark.requirement("K-03")
def test_koebenhavn_answers_an_inquiry_as_advice_without_a_case(be: Any, site: Any) -> None:
    site.at(at(0, 9))
    number = hands.raise_concern(be("Esben Gråbrødre"), Worry("Liv Kongsgård", "6.c", "Er alene i frikvartererne."))
    site.at(at(0, 10))
    camille = be("Camille Rosendahl").menu("Bekymringer").follow(f'a.queue-title[href*="{number}"]')
    camille.choose("Giv råd").fill("Svar til", "Lad klassen lave legegrupper. Skriv igen om en måned.")
    camille.follow("#valg button[type=submit]").menu("Bekymringer")
    assert not camille.page.locator(f'a.queue-title[href*="{number}"]').count()
    camille.menu("Sager")
    assert not camille.sees("Liv")
    esben = be("Esben Gråbrødre").follow(f'a[href*="{number}"]').expect("Lad klassen lave legegrupper.")
    esben.inspect()


@pytest.mark.requirement("H-02")
@pytest.mark.requirement("H-03")
def test_halsnaes_from_worry_to_receipt_and_only_one_s_own(be: Any, site: Any) -> None:
    """Three steps on a phone, in few presses; a colleague at the same school finds nothing of it."""
    site.at(at(0, 9))
    karina = be("Karina Bruhn", phone=True)
    number = hands.raise_concern(karina, Worry("Storm Ager", "", "Kommer uden madpakke og er sulten."))
    assert karina.clicks <= 8
    assert number in karina.goto("/").page.content()
    jeppe = be("Jeppe Lykke", phone=True)
    assert number not in jeppe.page.content()
    assert jeppe.page.request.get(f"{site.address}/bekymret/{number}/").status == 404


def test_back_from_what_was_found_is_a_page_and_the_words_stay_nowhere(be: Any, site: Any) -> None:
    """From the box at the top of any page; the browser asks nobody to send anything again."""
    site.at(at(0, 9))
    hands.raise_concern(be("Esben Gråbrødre"), Worry("Vigga Kongsgård", "6.c", "Er alene i frikvartererne."))
    site.at(at(0, 10))
    camille = be("Camille Rosendahl").menu("Møder").fill("Søg", "Vigga").press("Find").expect("1 fundet.")
    assert camille.path == "/find/"
    assert camille.page.evaluate("document.activeElement.textContent") == "1 fundet."
    assert "Vigga" not in camille.page.evaluate("JSON.stringify([sessionStorage, localStorage, history.state])")
    camille.inspect().press("Vigga Kongsgård").page.locator("#valg").wait_for()
    camille.page.go_back()
    assert camille.path == "/find/"
    assert camille.page.get_by_label("Navn eller ord").input_value() == ""
    assert not camille.sees("Vigga")
