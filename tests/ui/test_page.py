from django.http import HttpRequest
from django.test import RequestFactory

from samspil.ui import errors, examples
from samspil.ui.page import page, shell_of
from samspil.ui.shell import Shell

SHEET = {"sheet": examples.sheet()}


def asked(*, signed_in: bool = True, **headers: str) -> HttpRequest:
    request = RequestFactory(headers=headers).get("/")
    request.shell = Shell(person_name="Anna Holm" if signed_in else "")  # type: ignore[attr-defined]  # the boundary does so
    return request


def test_renders_at_once() -> None:
    response = page(asked(), "ui/sheet_page.html", SHEET)
    assert type(response).__name__ == "HttpResponse"
    assert b"5 personer kan se dette" in response.content


def test_nobody_keeps_the_pages_of_somebody_logged_in() -> None:
    assert page(asked(), "ui/sheet_page.html", SHEET)["Cache-Control"] == "no-store"
    assert not page(asked(signed_in=False), "ui/sheet_page.html", SHEET).has_header("Cache-Control")


def test_a_script_gets_the_part_and_everybody_else_the_page() -> None:
    part = page(asked(HX_Request="true"), "ui/sheet_page.html", SHEET, partial="sheet")
    assert b"<html" not in part.content
    assert b"<h2" in part.content
    assert part["Vary"] == "HX-Request"
    back = page(
        asked(HX_Request="true", HX_History_Restore_Request="true"), "ui/sheet_page.html", SHEET, partial="sheet"
    )
    plain = page(asked(), "ui/sheet_page.html", SHEET, partial="sheet")
    assert b"<html" in back.content
    assert plain.content.count(b"<h1") == 1


def test_a_page_without_middleware_has_the_bare_shell() -> None:
    assert shell_of(RequestFactory().get("/")) == Shell()


def test_hidden_and_missing_are_one_page() -> None:
    hidden, missing = errors.forbidden(asked()), errors.not_found(asked())
    assert (hidden.status_code, hidden.content) == (missing.status_code, missing.content)
    assert hidden.status_code == 404


def test_each_failure_says_what_happened_and_what_to_do() -> None:
    refused = errors.not_possible(asked(), "Mødet er <slut>.", "/moeder/", "Til mødet").content.decode()
    assert "Mødet er &lt;slut&gt;." in refused
    assert '<a class="button button-primary" href="/moeder/">Til mødet</a>' in refused
    answers = {
        403: errors.page_too_old(asked()),
        400: errors.bad_request(asked()),
        429: errors.too_many(asked()),
        500: errors.broken(asked(), "a2b4c6"),
    }
    for status, answer in answers.items():
        assert answer.status_code == status
        assert 'href="/">Til Min SSP</a>' in answer.content.decode()
        assert " data-error" in answer.content.decode()
    assert "Nummer a2b4c6" in answers[500].content.decode()
    assert "Anna Holm" not in answers[500].content.decode()
