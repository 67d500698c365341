"""The season of the demo: twice the same, about nobody who lives, and the clock is the real one again afterwards."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from samspil.config import demo_world
from samspil.config.season import make, making, people, stories
from samspil.lib import clock, cpr
from tests.conftest import as_owner, fresh_copy

PLACE = "glostrup"
COUNTED = (
    "concerns_concern",
    "concerns_triage",
    "concerns_answer",
    "meetings_ending",
    "meetings_sharednote",
    "meetings_guest",
    "decisions_commitment",
    "decisions_commitmentreport",
    "cases_case",
    "circles_exclusion",
    "organisation_tenure",
    "documents_reportedfile",
    "documents_storedfile",
    "meetings_attendance",
    "meetings_meeting",
    "desk_spotanswer",
)
NEVER_EMPTY = ("concerns_concern", "concerns_triage", "meetings_ending", "decisions_commitment")
FILE_IN = "select 1 from documents_storedfile f join circles_circle c on c.id = f.circle_id where c.kind = '{}'"
CASES = "select 1 from circles_circle where kind = 'case' and closed_at {} samspil_now() - interval '30 days'"
FOLLOW_UP = "select 1 from cases_followup where held_on is null and due {} samspil_today()"
REPORT = "select 1 from decisions_commitmentreport where outcome = '{}'"
PROMISED = {
    "a case that nobody reads any more": CASES.format("<"),
    "a closed case that is still read": CASES.format(">"),
    "a case taken up again": "select 1 from cases_reopening",
    "a corrected note": "select 1 from cases_casenote where version > 1",
    "a follow-up over its day": FOLLOW_UP.format("<"),
    "a follow-up to come": FOLLOW_UP.format(">"),
    "a file with a concern": "select 1 from documents_reportedfile",
    "a file in a case": FILE_IN.format("case"),
    "a file that went on to a meeting": FILE_IN.format("item"),
    "a file in the open": FILE_IN.format("body_open"),
    "a file taken away": "select 1 from documents_withdrawal",
    "a file with a concern taken away": "select 1 from documents_reportedwithdrawal",
    "a message that waits": "select 1 from words_receiver where done_at is null",
    "a message answered": "select 1 from words_reply where text <> ''",
    "a child that two were worried about": "select 1 from concerns_likeness where same",
    "somebody who had nothing to say": "select 1 from meetings_declination",
    "a guest": "select 1 from meetings_guest",
    "a deputy": "select 1 from meetings_attendance where in_place_of_id is not null",
    "a meeting moved": "select 1 from meetings_moving",
    "a meeting called off": "select 1 from meetings_cancellation",
    "a year of meetings": "select 1 from meetings_meeting where starts_at > samspil_now() + interval '60 days'",
    "a calendar": "select 1 from meetings_calendaraddress",
    "somebody who stepped out": "select 1 from circles_exclusion",
    "a promise dropped": REPORT.format("dropped"),
    "a promise handed on": REPORT.format("handed_on"),
    "a promise over its day": "select 1 from decisions_commitment where ended_at is null and due < samspil_today()",
    "somebody kept out": "select 1 from audit_entry where refused and verb = 'cases.case'",
    "many young people within an hour": "select 1 from audit_reading r join circles_youngperson y"
    " on y.id = any(r.subjects) and y.circle_id = any(r.circles) join organisation_municipality m"
    " on m.id = r.municipality_id group by r.person_id, date_trunc('hour', r.at), m.settings"
    " having count(distinct y.id) > (m.settings -> 'log_watch' ->> 'people_in_hour')::integer",
    "a pattern judged": "select 1 from desk_judgement",
    "a look-up of a colleague": "select 1 from desk_loglookup",
    "a random check answered": "select 1 from desk_spotanswer",
    "a random check that waits": "select 1 from desk_spotcheck k left join desk_spotanswer a on a.spot_check_id = k.id"
    " where a.id is null",
    "a lost access asked back": "select 1 from accounts_recovery where settled_at is null",
    "a locked account": "select 1 from accounts_account where not is_active",
    "somebody invited": "select 1 from accounts_link where purpose = 'invitation'",
    "somebody to be invited": "select 1 from organisation_person p left join accounts_link k on k.person_id = p.id"
    " where p.account_id is null and k.id is null",
    "somebody whose seat has ended": "select 1 from organisation_tenure where valid_until < samspil_today()",
    "a first step": "select 1 from desk_firststep",
}
"""What there is to see somewhere, and the question that finds it."""
LIKE_A_NUMBER = re.compile(r"\b([0-3]\d)[01]\d\d\d[- ]?\d{4}\b")


@pytest.fixture
def one_small_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(demo_world, "STATE", tmp_path)
    monkeypatch.setattr(demo_world, "ORGANISATIONS", (PLACE,))
    monkeypatch.setattr(people, "MORE", {PLACE: 12})
    monkeypatch.setattr(making, "CONCERNS", {PLACE: 5})
    monkeypatch.setattr(making, "TABLES", 1)
    monkeypatch.setattr(making, "WEEKS", 6)
    monkeypatch.setattr(making, "MEETINGS_BACK", 1)


def build() -> dict[str, int]:
    fresh_copy()
    make(lambda _text: None, lambda: demo_world.fill(lambda _text: None))
    return {table: as_owner(f"select count(*) from {table}")[0][0] for table in COUNTED}


def test_two_seasons_are_the_same_and_time_is_the_real_one_afterwards(
    django_db_setup: None, django_db_blocker: Any, one_small_place: None
) -> None:
    with django_db_blocker.unblock():
        try:
            first = build()
            assert as_owner("select count(*) from authority_clock") == [(0,)]
            assert abs((clock.now() - clock.system_time()).total_seconds()) < 60
            days = as_owner("select min(at)::date, max(at)::date from audit_entry")[0]
            assert (days[1] - days[0]).days > 30
            late = as_owner("select count(*) from post_outgoing where sent_at is null and due < %s", [clock.now()])
            assert late == [(0,)]
            second = build()
        finally:
            fresh_copy()
    assert first == second
    assert all(first[table] for table in NEVER_EMPTY)


@pytest.mark.long
def test_nothing_one_can_look_for_is_missing_everywhere(
    django_db_setup: None, django_db_blocker: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(demo_world, "STATE", tmp_path)
    with django_db_blocker.unblock():
        try:
            build()
            missing = [what for what, question in PROMISED.items() if not as_owner(f"{question} limit 1")]
        finally:
            fresh_copy()
    assert missing == []


def test_no_text_holds_a_number_that_somebody_could_bear() -> None:
    for path in stories.HERE.glob("*.toml"):
        assert LIKE_A_NUMBER.search(path.read_text()) is None
    assert LIKE_A_NUMBER.search("født 010190-1234") is not None


def test_no_story_speaks_of_a_holiday_that_may_not_have_been_yet() -> None:
    """A season begins on any day, and each story is told in all its weeks."""
    holiday = re.compile(r"siden \w*ferien|efter \w*ferien", re.IGNORECASE)
    assert holiday.search((stories.HERE / "stories.toml").read_text()) is None
    assert holiday.search("Ingen snus i skolen siden efterårsferien.") is not None


def test_everybody_it_is_about_has_a_number_that_no_living_person_bears() -> None:
    teller = stories.Teller("anywhere", clock.today())
    children = [teller.matter().child for _ in range(300)]
    for child in children:
        number = cpr.parse(child.cpr)
        assert cpr.is_replacement(number)
        assert cpr.birth_date(number) == child.born
    assert {child.girl for child in children} == {True, False}


def test_each_story_is_told_whole_about_a_girl_and_a_boy() -> None:
    teller = stories.Teller("anywhere", clock.today())
    told = [teller.matter(number) for number in range(8 * len(stories.STORIES))]
    filled = [
        line for one in told for slot in one.story if slot not in {"kinds", "urgency"} for line in _lines(one, slot)
    ]
    assert not [line for line in filled if not line or "{" in line or "}" in line]
    assert {one.child.girl for one in told} == {True, False}


def _lines(matter: stories.Matter, slot: str) -> list[str]:
    return matter.all(slot) if isinstance(matter.story[slot], list) else [matter.says(slot)]


def test_they_are_three_hundred() -> None:
    named = tomllib.loads(demo_world.PEOPLE.read_text())
    assert sum(len(found) for found in named.values()) + sum(people.MORE.values()) == 300
    assert set(named) == set(people.MORE) == set(making.CONCERNS) == set(demo_world.ORGANISATIONS)
