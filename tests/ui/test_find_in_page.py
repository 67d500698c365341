"""Find without an answer: the page says what happened, and what was typed stays; words wait for nobody in the tab."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import RequestFactory, override_settings
from django.urls import reverse

from samspil.desk.forms import FindForm
from samspil.ui.page import page as page_of
from tests.ui.conftest import PLAIN_FILES, Opened

pytestmark = pytest.mark.browser

WORDS, BOX, TROUBLE = "Kanariebo", "#id_words", "[data-trouble]"
HTML = "text/html; charset=utf-8"
MARK = 'name="csrfmiddlewaretoken" value="'


@pytest.fixture(scope="module")
def find_html() -> str:
    with override_settings(STORAGES=PLAIN_FILES):
        request = RequestFactory().get(reverse("desk:find"))
        return page_of(request, "desk/find.html", {"form": FindForm(), "searches": True}).content.decode()


@pytest.fixture
def find(find_html: str, opened: Opened) -> Callable[[dict[str, Any]], Any]:
    """Search once, with this as the answer; a page that is asked for again has another mark in its form."""

    def searched(answer: dict[str, Any]) -> Any:
        page = opened("/galleri/")
        asked = []

        def answered(route: Any) -> None:
            asked.append(route.request.method)
            if route.request.method == "POST":
                route.fulfill(**answer)
            else:
                again = find_html.replace(MARK, f"{MARK}{len(asked)}")
                route.fulfill(content_type=HTML, body=again)

        page.route("**/find/", answered)
        page.goto(page.url.replace("/galleri/", "/find/"))
        page.wait_for_load_state("networkidle")
        page.locator(BOX).fill(WORDS)
        page.locator("main form button").click()
        page.asked = asked
        return page

    return searched


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"status": 429}, "Vent et minut"),
        (
            {"status": 500, "content_type": HTML, "body": "<main id=main-content></main>"},
            "galt hos os",
        ),
        ({"status": 204, "headers": {"HX-Redirect": "/log-ind/"}}, "Du er logget ud. Log ind i et nyt vindue"),
        ({"status": 403, "content_type": HTML, "body": "<main id=main-content></main>"}, "Tryk Find en gang til"),
    ],
)
def test_what_went_wrong_is_a_sentence_and_what_was_typed_stays(find: Any, answer: Any, words: str) -> None:
    page = find(answer)
    page.locator(TROUBLE).wait_for()
    said = page.locator(TROUBLE).inner_text()
    assert words in said
    assert "Det, du skrev, står her endnu." in said
    assert page.locator(BOX).input_value() == WORDS
    assert page.url.endswith("/find/")
    assert page.locator(f"{TROUBLE} a").count() == ("logget ud" in words)


def test_an_answer_is_shown_without_a_word_of_trouble(find: Any) -> None:
    page = find({"content_type": HTML, "body": "<main id=main-content><p id=fundet>1 fundet.</p></main>"})
    page.locator("#fundet").wait_for()
    assert page.locator(TROUBLE).count() == 0


def test_a_page_that_was_too_old_searches_by_a_new_mark_and_not_by_itself(find: Any) -> None:
    page = find({"status": 403})
    page.locator(TROUBLE).wait_for()
    assert page.asked == ["GET", "POST", "GET"]
    mark = page.locator("main form [name=csrfmiddlewaretoken]").input_value()
    with page.expect_request(lambda one: one.method == "POST") as sent:
        page.locator("main form button").click()
    assert f"csrfmiddlewaretoken={mark}" in sent.value.post_data
    assert mark.startswith("3")


def test_words_on_their_way_are_gone_at_the_next_page_whatever_it_is(opened: Opened) -> None:
    page = opened("/galleri/")
    page.evaluate("sessionStorage.setItem('samspil:seek', 'Kanariebo')")
    assert "Kanariebo" in page.evaluate("JSON.stringify(sessionStorage)")
    page.reload()
    page.wait_for_load_state("networkidle")
    assert "Kanariebo" not in page.evaluate("JSON.stringify(sessionStorage)")
