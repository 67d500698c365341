"""Where one goes on from after a form was sent, and that only a form which was sent counts."""

from typing import Any

import pytest

from tests.ui.conftest import Opened

pytestmark = pytest.mark.browser

SENT = "samspil:form-sent"
FORMS = """<!doctype html><body><script type="module" src="/static/ui/landing.js"></script>
<main><h1>Her</h1><p id="sted">Sted</p></main>
<form id="lacks" method="post" action="/galleri/former/"><input name="a" required><button>Mangler</button></form>
<form id="own" method="post" action="/galleri/former/"><button>Selv</button></form>
<form id="sent" method="post" action="/galleri/former/#sted"><button>Send</button></form>"""
LATE = "document.addEventListener('submit', one => one.target.id === 'own' && one.preventDefault())"


@pytest.fixture
def page(opened: Opened) -> Any:
    found = opened("/galleri/")
    found.route("**/galleri/former/**", lambda route: route.fulfill(content_type="text/html", body=FORMS))
    found.goto(found.url + "former/")
    found.wait_for_load_state("networkidle")
    return found


def marked(page: Any) -> bool:
    return page.evaluate("name => sessionStorage.getItem(name) !== null", SENT) is True


def focused(page: Any) -> str:
    page.wait_for_function("document.activeElement !== document.body")
    return str(page.evaluate("document.activeElement.id || document.activeElement.localName"))


def test_a_form_that_lacks_something_or_is_sent_by_a_script_does_not_count(page: Any) -> None:
    page.evaluate(LATE)
    page.locator("#lacks button").click()
    assert not marked(page)
    page.locator("#own button").click()
    assert not marked(page)


def test_after_a_form_one_goes_on_at_the_place_in_the_address(page: Any) -> None:
    page.locator("#sent button").click()
    page.wait_for_url("**/#sted")
    assert focused(page) == "sted"
    assert not marked(page)


@pytest.mark.parametrize("place", ["#%", "#%E0%A4%A", "#findes-ikke"])
def test_a_place_that_cannot_be_read_is_no_place(page: Any, place: str) -> None:
    page.evaluate("name => sessionStorage.setItem(name, 'yes')", SENT)
    here = page.url
    page.goto("about:blank")
    page.goto(here + place)
    assert focused(page) == "h1"
    assert page.said == []
