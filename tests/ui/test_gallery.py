"""Every component in a real browser: for everybody, at every width, with the scripts and without them."""

from typing import Any

import pytest

from tests.ui.conftest import Opened

pytestmark = pytest.mark.browser

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = ["/galleri/", "/galleri/ark/", "/galleri/fejl/afvist/", "/galleri/storskaerm/4/"]
SEEN = "#id_seen"
SAVED = "#formular [data-saved-words]"


def violations(page: Any, axe: str) -> list[str]:
    page.evaluate(axe)
    found = page.evaluate("levels => axe.run(document, {runOnly: levels})", LEVELS)
    return [f"{one['id']}: {[node['target'] for node in one['nodes']]}" for one in found["violations"]]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_is_for_everybody(opened: Opened, axe: str, address: str, width: int) -> None:
    page = opened(address, width=width, bypass_csp=True)
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_axe_would_see_a_fault(opened: Opened, axe: str) -> None:
    page = opened("/galleri/", bypass_csp=True)
    page.evaluate("document.querySelector('label[for=id_name]').remove()")
    assert [one.split(":")[0] for one in violations(page, axe)] == ["label"]


def test_the_policy_lets_every_part_of_the_page_work(opened: Opened) -> None:
    page = opened("/galleri/")
    policy = page.request.get(page.url).headers["content-security-policy"]
    assert "unsafe" not in policy
    assert page.said == []
    assert page.evaluate("typeof htmx") == "object"


def test_who_can_see_opens_beside_the_page_and_gives_the_focus_back(opened: Opened) -> None:
    page = opened("/galleri/")
    link = page.locator("a[data-sheet]").first
    link.click()
    assert page.locator("dialog h2").inner_text() == "5 personer kan se dette"
    page.keyboard.press("Escape")
    assert page.locator("dialog").count() == 0
    assert page.evaluate("document.activeElement.textContent") == link.inner_text()


def test_who_can_see_is_a_page_of_its_own_on_a_phone_and_without_script(opened: Opened) -> None:
    for page in (opened("/galleri/", width=390), opened("/galleri/", java_script_enabled=False)):
        page.locator("a[data-sheet]").first.click()
        page.wait_for_url("**/ark/")
        assert page.locator("h1").inner_text() == "5 personer kan se dette"


def test_a_choice_shows_its_fields_and_says_what_happens(opened: Opened) -> None:
    page = opened("/galleri/")
    assert not page.locator("#why").is_visible()
    page.locator("#id_choice_1").check()
    assert page.locator("#why").is_visible()
    assert page.locator("[data-choice-button]").inner_text() == "Sæt på dagsordenen og svar Nanna"
    page.locator("#id_choice_0").check()
    assert not page.locator("#why").is_visible()
    assert page.locator("[data-choice-button]").inner_text() == "Send svaret"


def test_without_script_everything_is_there_and_the_form_can_be_sent(opened: Opened) -> None:
    page = opened("/galleri/", java_script_enabled=False)
    assert page.locator("#why").is_visible()
    page.locator(SEEN).fill("Han sov i timen.")
    page.locator("#formular button[type=submit]").click()
    assert page.locator("#formular .error-summary").first.is_visible()
    assert page.locator(SEEN).input_value() == "Han sov i timen."


def test_the_focus_goes_to_what_is_missing(opened: Opened) -> None:
    page = opened("/galleri/")
    page.locator("#formular button[type=submit]").click()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.activeElement.classList.contains('error-summary')")
    page.locator("#formular .error-summary a").first.click()
    assert page.title().startswith("Noget mangler: ")


def test_the_wall_goes_by_keys_and_forgets_the_name_at_the_next_item(opened: Opened) -> None:
    page = opened("/galleri/storskaerm/4/")
    assert page.locator("h1").inner_text() == "K., 14 år"
    page.locator("[data-show-name]").press("Enter")
    assert page.locator("h1").inner_text() == "Karim, 14 år"
    assert "at Karim ikke er kommet" in page.locator(".wall-lead").inner_text()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/storskaerm/5/")
    assert page.locator("h1").inner_text() == "K., 14 år"
    page.keyboard.press("PageUp")
    page.wait_for_url("**/storskaerm/4/")


def test_the_open_tab_is_in_view_on_a_phone(opened: Opened) -> None:
    page = opened("/galleri/", width=320)
    page.evaluate(
        "document.querySelector('.tab-list').lastElementChild.firstElementChild.setAttribute('aria-current', 'page')"
    )
    page.evaluate("document.querySelector('.tab-list [aria-current]').removeAttribute('aria-current')")
    page.add_script_tag(url="/static/ui/current.js?again", type="module")
    page.wait_for_function("() => document.querySelector('.tabs').scrollLeft > 0")
