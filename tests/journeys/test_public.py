"""What everybody may read without a login: from the list of municipalities, on any screen and on paper."""

from typing import Any

import pytest

A4, ZOOMED = 794, 640  # pixels: a sheet, and the desk at 200 %. At 400 % it is 320, which `inspect` looks at.


@pytest.mark.requirement("G-01")
def test_glostrup_says_what_it_is_for_who_carries_it_and_whom_to_call(be: Any) -> None:
    citizen = at_public_page(be("Hanne Vestergaard"), "Glostrup Kommune").inspect()
    citizen.expect("forebygge kriminalitet blandt børn og unge fra 0 til 25 år")
    citizen.expect("Center for Familie og Forebyggelse har ansvaret for at få det til at hænge sammen.")
    called = citizen.page.get_by_role("region", name="Hvem kan jeg ringe til?").inner_text()
    assert "Center for Familie og Forebyggelse" in called


@pytest.mark.requirement("N-05")
@pytest.mark.requirement("N-10")
def test_holstebro_shows_its_key_persons_on_every_screen_and_on_paper(be: Any) -> None:
    citizen = at_public_page(be("Jytte Damgård"), "Holstebro Kommune")
    people = citizen.page.locator("main").inner_text()
    for name in ("Jytte Damgård", "Hassan Yildiz", "Svend Houe"):
        assert name in people
    assert "Malthe Bak" not in people, "a teacher's place is not public"
    assert "96 00 12 01" not in citizen.page.content(), "nobody's own telephone"
    assert "@" not in people
    prints_and_enlarges(citizen)
    for name in ("Sådan behandler vi oplysninger", "Tilgængelighedserklæring"):
        prints_and_enlarges(citizen.press(name).expect("Ansvarlig: "))


def at_public_page(walker: Any, name: str) -> Any:
    """Logged out, as a citizen comes."""
    walker.page.context.clear_cookies()
    return walker.goto("/kommuner/").press(name).expect("Hvem kan jeg ringe til?")


def prints_and_enlarges(citizen: Any) -> None:
    assert citizen.page.locator("main", has_text="Gælder fra").locator("visible=true").count()
    citizen.expect("Ansvarlig: ").inspect()
    assert fits(citizen.page, ZOOMED)
    citizen.page.emulate_media(media="print")
    assert fits(citizen.page, A4)
    assert citizen.page.locator("h1").is_visible()
    assert not citizen.page.locator(".masthead a[href*='log-ind']").locator("visible=true").count()
    citizen.page.emulate_media(media="screen")


def fits(page: Any, width: int) -> bool:
    kept = page.viewport_size
    page.set_viewport_size({"width": width, "height": kept["height"]})
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size(kept)
    return bool(wide <= width)
