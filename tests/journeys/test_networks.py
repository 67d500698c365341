"""Frederiksberg's ten networks: one definition, a year of meetings, and a warning where two overlap."""

from typing import Any

import pytest

from samspil.lib.working_days import SchoolYear
from tests.journeys import hands
from tests.journeys.days import at


@pytest.mark.requirement("F-01")
def test_ten_networks_and_a_clash_is_told(be: Any, site: Any) -> None:
    site.at(at(0, 9))
    vivi = be("Vivi Lund")
    vivi.press("Organisation").inspect()
    names = vivi.page.locator("h3.line-title").all_inner_texts()
    assert len([name for name in names if name.startswith("SSP-netværk ")]) == 10
    peter, louise = be("Peter Askov"), be("Louise Krag")
    first = hands.plan_meeting(peter, "SSP-netværk Ny Hollænderskolen", week=3, start="10.00", end="11.00")
    hands.open_meeting(peter, first).press("Indkald").expect("Indkaldelsen er sendt.")
    second = hands.plan_meeting(louise, "SSP-netværk Søndermarkskolen", week=3, start="10.30", end="11.30")
    hands.open_meeting(louise, second).press("Indkald").expect("Indkaldelsen er sendt.")
    vivi.press("Møder").expect("SSP-netværk Søndermarkskolen")
    vivi.inspect()
    assert vivi.sees("Falder sammen med SSP-netværk Ny Hollænderskolen kl. 10.00.")


@pytest.mark.long
@pytest.mark.requirement("F-02")
def test_a_year_in_ten_networks_calls_nobody_to_two_meetings(be: Any, site: Any) -> None:
    """Each consultant lays all of hers in one act, around what the others have laid for the same people."""
    site.at(at(0, 9))
    year = SchoolYear(SchoolYear.of(at(0, 9).date()).start + 1)
    anna, louise, peter = be("Anna Holm"), be("Louise Krag"), be("Peter Askov")
    taken = propose(anna, 4, year).page.locator("input[name=day_0]").input_value()
    lay(anna)
    propose(louise, 3, year)
    proposed = louise.page.locator("input[name=day_0]").input_value()
    louise.page.locator("input[name=day_0]").fill(taken)
    fill_hours(louise).press("Læg møderne").expect("1 møde falder sammen med andre")
    assert louise.sees("Vivi Lund har et andet møde kl. 13.00–14.30.")
    louise.inspect().page.locator("input[name=day_0]").fill(proposed)
    lay(louise)
    lay(propose(peter, 3, year))
    vivi = be("Vivi Lund").menu("Organisation")
    vivi.follow("details summary").expect("boligsocial medarbejder")
    assert vivi.sees("(kan være tom)")
    vivi.menu("Møder").press("Hele måneden")
    for month in (f"{year.start}-09", f"{year.start + 1}-01", f"{year.start + 1}-05"):
        days = vivi.goto(f"/moeder/maaned/?maaned={month}").page.locator("table.month td")
        called = [number for day in days.all() if (number := day.locator("a[href^='/moeder/']").count())]
        assert called == [1] * 10, month


def propose(walker: Any, number: int, year: SchoolYear) -> Any:
    walker.menu("Møder").press("Planlæg skoleåret")
    walker.pick("Hvem mødes?", f"Alle {number}, du indkalder").pick("Skoleår", str(year)).press("Vis forslag")
    return walker.until("Læg møderne")


def fill_hours(walker: Any) -> Any:
    return walker.fill("Fra", "13.00").fill("Til", "14.30").fill("Hvor?", "Rådhuset")


def lay(walker: Any) -> None:
    fill_hours(walker).press("Læg møderne").expect("møder er lagt. Ingen er indkaldt endnu.")
