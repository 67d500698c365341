"""Every page and every form that lacks something, at a desk, on a phone and at 400 %; and where the focus stands."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.doors.faces import Face, faces, filled, ticked
from tests.doors.looking import SIZES, Looking
from tests.doors.matrix import VISITS
from tests.doors.sweep import Sweep

pytestmark = [pytest.mark.browser, pytest.mark.long]

ROOMS = sorted({visit.door.partition(".")[0] for visit in VISITS} - {"api"})
READER = "bo"
"""One who reads the minutes along, and has promised something that is open to all."""


@pytest.fixture(scope="module")
def answered(sweep: Sweep, django_db_blocker: Any) -> list[Face]:
    """All of it asked for before the browser opens: its loop keeps Django off the database."""
    item = next(visit for visit in VISITS if visit.label == "meetings.item meeting open_item")
    with django_db_blocker.unblock():
        return [*faces(sweep), *filled(sweep, replace(item, door="meetings.item"), READER), ticked(sweep, READER)]


@pytest.fixture(scope="module")
def page(answered: list[Face], browser: Any) -> Iterator[Any]:
    context = browser.new_context(locale="da-DK", timezone_id="Europe/Copenhagen", reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def looking(page: Any) -> Iterator[Looking]:
    yield Looking(page)
    page.unroute_all()


def of(answered: list[Face], label: str, person: str = "") -> Face:
    return next(face for face in answered if face.label == label and person in {"", face.person} and not face.sent)


@pytest.mark.parametrize("room", ROOMS)
def test_every_page_of_a_room_is_for_everybody(answered: list[Face], looking: Looking, room: str) -> None:
    faults = []
    for face in answered:
        if face.room == room:
            looking.show(face)
            began = looking.focused
            said = [*looking.said, *looking.faults()]
            if face.sent and "error-summary" not in began and not began.startswith("h1"):
                said.append(f"the focus is at {began!r}")
            faults += [f"{face.label}{', sent empty' if face.sent else ''}, {face.person}: {one}" for one in said]
            looking.said.clear()
    assert not faults, "\n".join(faults)


def test_a_fault_is_seen(answered: list[Face], looking: Looking) -> None:
    form = of(answered, "cases.note case")
    broken = form.html.replace("<label", "<span").replace(
        "</main>", '<p class="paper-wide">' + "bred" * 40 + "</p></main>"
    )
    looking.show(replace(form, html=broken))
    looking.page.evaluate("document.querySelector('.paper-wide').style.whiteSpace = 'nowrap'")
    looking.page.evaluate("document.querySelector('.paper-wide').style.overflowWrap = 'normal'")
    found = looking.faults()
    assert any("label (critical)" in one for one in found), found
    assert f"{SIZES[-1][0]}: scrolls sideways" in " ".join(found)


def test_who_can_see_is_for_everybody_while_it_is_open(answered: list[Face], looking: Looking) -> None:
    looking.show(of(answered, "cases.case case"))
    looking.page.locator("a[data-sheet]").first.press("Enter")
    looking.page.locator("dialog .sheet").wait_for()
    assert looking.page.evaluate("document.activeElement.closest('dialog') !== null")
    assert looking.faults() == []
    looking.page.keyboard.press("Escape")
    assert looking.page.evaluate("document.activeElement.matches('a[data-sheet]')")


def test_what_comes_by_itself_leaves_the_focus_where_it_is(answered: list[Face], looking: Looking) -> None:
    """Messages and files of a matter come when the page stands; the minutes, while others write them."""
    looking.page.clock.install()
    looking.show(of(answered, "cases.case case"))
    assert not looking.page.locator("[hx-trigger=load] a", has_text="Se beskeder, eller skriv en").count()
    assert looking.focused == ""
    looking.show(of(answered, "meetings.item meeting open_item", READER))
    looking.page.locator(".agenda-list a").first.focus()
    with looking.page.expect_response("**/tekst/"):
        looking.page.clock.fast_forward(16_000)
    assert looking.page.evaluate("document.activeElement.matches('.agenda-list a')")


def test_a_tick_leaves_the_focus_at_the_way_back(answered: list[Face], looking: Looking) -> None:
    looking.show(of(answered, "desk.tick"))
    looking.page.locator("#loefter input[type=checkbox]").first.press("Space")
    looking.page.locator("#loefter [role=status]").wait_for()
    assert looking.focused.endswith("Fortryd")
    assert looking.faults() == []
