"""Typing is never lost: not by a lost network, a reload, a second writer or an old login."""

from typing import Any

import pytest

from tests.ui.conftest import Opened

pytestmark = pytest.mark.browser

SEEN = "#id_seen"
SAVED = "#formular [data-saved-words]"
NOT_SAVED = "Ikke gemt endnu. Teksten ligger på denne enhed."


def drafts(page: Any) -> list[str]:
    return list(page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('samspil:draft:'))"))


def says(page: Any, words: str) -> None:
    page.wait_for_function(
        "([place, words]) => document.querySelector(place).textContent === words", arg=[SAVED, words]
    )


def write(page: Any, text: str) -> None:
    page.locator(SEEN).press_sequentially(text)


def test_saves_as_one_types_and_leaves_nothing_on_the_device(opened: Opened) -> None:
    page = opened("/galleri/")
    write(page, "Han sov.")
    assert len(drafts(page)) == 1
    says(page, "Gemt kl. 8.14")
    assert drafts(page) == []
    assert page.locator("form[data-autosave]").get_attribute("data-version") == "2"


def test_a_lost_network_is_told_and_the_text_is_sent_when_it_is_back(opened: Opened) -> None:
    page = opened("/galleri/")
    page.context.set_offline(True)
    write(page, "Uden net.")
    says(page, NOT_SAVED)
    assert page.locator("[data-autosave-note] strong").inner_text() == "Du er uden net lige nu."
    page.context.set_offline(False)
    says(page, "Gemt kl. 8.14")
    assert page.locator("[data-autosave-note]").count() == 0


def test_unsaved_text_comes_back_after_a_reload(opened: Opened) -> None:
    page = opened("/galleri/")
    page.route("**/kladde/", lambda route: route.abort())
    write(page, "Skrevet før genindlæsning.")
    page.locator("#id_kinds_1").check()
    says(page, NOT_SAVED)
    page.reload()
    assert page.locator(SEEN).input_value() == "Skrevet før genindlæsning."
    assert page.locator("#id_kinds_1").is_checked()
    page.unroute("**/kladde/")
    page.reload()
    says(page, "Gemt kl. 8.14")
    assert drafts(page) == []


def test_two_writers_are_told_and_a_person_chooses(opened: Opened) -> None:
    page = opened("/galleri/")
    write(page, "Bo skriver også")
    page.locator("[data-autosave-note]").wait_for()
    assert "Bo skrev her, mens du skrev. Begge tekster er gemt." in page.locator("[data-autosave-note]").inner_text()
    assert page.locator("[data-autosave-note] a").get_attribute("href") == "#to-skriver"
    assert page.locator(SEEN).input_value() == "Bo skriver også"


def test_a_text_that_cannot_be_stored_stays_and_is_told(opened: Opened) -> None:
    page = opened("/galleri/")
    write(page, "For langt")
    says(page, "Teksten er for lang. Intet er gået tabt.")
    assert len(drafts(page)) == 1


def test_an_ended_login_loses_nothing(opened: Opened) -> None:
    page = opened("/galleri/")
    page.route("**/kladde/", lambda route: route.fulfill(status=200, content_type="text/html", body="Log ind"))
    write(page, "Skrevet for sent.")
    says(page, NOT_SAVED)
    assert len(drafts(page)) == 1


def send_to(page: Any, address: str) -> None:
    """Send the form by its button, to the page that then answers."""
    page.evaluate(
        "address => Object.assign(document.querySelector('#formular form'), {action: address, method: 'get'})", address
    )
    page.locator("#formular button[type=submit]").click()
    page.wait_for_url(f"**{address}*")
    page.wait_for_load_state("networkidle")


def test_a_sent_form_leaves_nothing_unless_an_error_answers(opened: Opened) -> None:
    page = opened("/galleri/")
    page.route("**/kladde/", lambda route: route.abort())
    write(page, "Sendt.")
    send_to(page, "/galleri/fejl/brudt/")
    assert len(drafts(page)) == 1
    page.go_back()
    send_to(page, "/galleri/ark/")
    assert drafts(page) == []


def test_logging_out_and_another_person_wipe_what_lies_here(opened: Opened) -> None:
    page = opened("/galleri/")
    page.evaluate("localStorage.setItem('samspil:draft::/x/', '{}')")
    form = '<form data-logout action="/galleri/"><button>Log ud</button></form>'
    page.evaluate("form => document.body.insertAdjacentHTML('beforeend', form)", form)
    page.locator("form[data-logout] button").click()
    page.wait_for_load_state("networkidle")
    assert drafts(page) == []


def test_one_save_at_a_time_and_the_next_with_the_version_answered(opened: Opened) -> None:
    page = opened("/galleri/")
    page.evaluate(
        """() => {
          const ask = window.fetch;
          window.asked = [];
          window.fetch = async (address, request) => {
            window.asked.push(request.body.get("version"));
            await new Promise((done) => setTimeout(done, 2500));
            return ask(address, request);
          };
        }"""
    )
    write(page, "Først.")
    page.wait_for_function("() => window.asked.length === 1")
    write(page, " Så.")
    page.wait_for_timeout(2000)
    assert page.evaluate("window.asked") == ["1"]
    page.wait_for_function("() => window.asked.length === 2")
    assert page.evaluate("window.asked") == ["1", "2"]


def test_what_is_kept_comes_back_in_its_own_form_and_clears_no_tick(opened: Opened) -> None:
    page = opened("/galleri/")
    page.route("**/kladde/", lambda route: route.abort())
    write(page, "Kun her.")
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find((one) => one.startsWith("samspil:draft:"));
          const draft = { version: "1", names: ["kinds", "seen"], fields: [["seen", "Fra et andet trin."]] };
          localStorage.setItem("samspil:draft::/et-andet-trin/", JSON.stringify(draft));
          localStorage.setItem(key, JSON.stringify({ ...draft, fields: [["seen", "Fra denne enhed."]] }));
        }"""
    )
    ticked = page.locator("#formular input[type=checkbox]:checked").count()
    page.reload()
    assert page.locator(SEEN).input_value() == "Fra denne enhed."
    says(page, "Teksten her er fra denne enhed og er ikke gemt endnu.")
    assert page.locator("#formular input[type=checkbox]:checked").count() == ticked


TWO_FORMS = """<!doctype html><body><script type="module" src="/static/ui/autosave.js"></script>
<form id="en" action="/galleri/to/" data-autosave><textarea name="reason"></textarea><button>En</button></form>
<form id="to" action="/galleri/to/andet/#to" data-autosave><textarea name="reason"></textarea></form>"""


def test_pressing_one_form_keeps_what_is_typed_in_the_other(opened: Opened) -> None:
    page = opened("/galleri/")
    page.route("**/galleri/to/**", lambda route: route.fulfill(content_type="text/html", body=TWO_FORMS))
    page.goto(page.url + "to/")
    page.locator("#en textarea").press_sequentially("Sendt.")
    page.locator("#to textarea").press_sequentially("Ikke sendt.")
    assert drafts(page) == []  # nothing for longer than the tab
    page.locator("#en button").click()
    page.locator("#to [data-autosave-note]").wait_for()
    assert page.locator("#to textarea").input_value() == "Ikke sendt."
    assert page.locator("#en textarea").input_value() == ""


ONE_CHOICE = """<!doctype html><body><script type="module" src="/static/ui/autosave.js"></script>
<form action="/galleri/valg/" data-autosave><input type="radio" name="outcome" value="a"><input type="radio"
name="outcome" value="b"><textarea name="reason"></textarea></form>"""


def test_a_choice_alone_is_not_kept_but_goes_with_what_is_written(opened: Opened) -> None:
    page = opened("/galleri/")
    page.route("**/galleri/valg/**", lambda route: route.fulfill(content_type="text/html", body=ONE_CHOICE))
    page.goto(page.url + "valg/")
    page.locator("[value=b]").check()
    page.reload()
    page.wait_for_load_state("networkidle")
    assert page.locator("[data-autosave-note]").count() == 0
    assert not page.locator("[value=b]").is_checked()
    page.locator("[value=b]").check()
    page.locator("textarea").press_sequentially("Fordi.")
    page.reload()
    page.locator("[data-autosave-note]").wait_for()
    assert page.locator("[value=b]").is_checked()
