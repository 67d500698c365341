"""The shipped files in a database: applied again as exported nothing changes, and a concern goes the whole turn."""

import tomllib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections

from samspil.authority.actor import acting_as
from samspil.authority.visits import open_visit, ticket_for
from samspil.lib import clock
from samspil.organisation.files.check import parse, parse_text
from samspil.organisation.files.expand import expand
from samspil.organisation.loading import apply_organisation
from tests.conftest import as_owner, fresh_copy

ROOT = Path(__file__).parents[2]
FILES = {path.stem: path for path in sorted((ROOT / "organisations").glob("*.toml"))}
PEOPLE = tomllib.loads((ROOT / "samspil" / "config" / "demo_people.toml").read_text(encoding="utf-8"))
each = pytest.mark.parametrize("slug", FILES)

# Who is worried, who assesses, and the body that takes it up.
TURNS = {
    "frederiksberg": ("nanna", "anna", "netvaerk-skolen-paa-duevej"),
    "glostrup": ("tove", "hanne", "koordineringsgruppe"),
    "halsnaes": ("jeppe", "maren", "ssp-team-frederiksvaerk-skole"),
    "holstebro": ("malthe", "jytte", "noeglepersongruppe"),
    "koebenhavn": ("viola", "camille", "lokaludvalg-valby"),
}
LEADERS = {"frederiksberg": "bente", "halsnaes": "edith", "holstebro": "villy", "koebenhavn": "selma"}
NECESSITY = "De, der mødes, kender ham og kan hjælpe."
TABLES = (
    *("agency", "body", "bodytie", "concernkind", "controller", "function", "lawful", "legalbasis", "mandate"),
    *("municipaltext", "organisationedition", "retentioncategory", "rhythm", "routing", "seat", "unit"),
)

Be = Callable[[str, str], AbstractContextManager[Any]]


def everything() -> dict[str, list[Any]]:
    """Each row of each table a file writes, with its number: a row that is made anew is another row."""
    rows = {table: as_owner(f"select t::text from organisation_{table} t order by id") for table in TABLES}
    circles = as_owner("select t::text from circles_circle t where kind in ('office','unit','body_open') order by id")
    return {**rows, "circles": circles}


@pytest.fixture(scope="module")
def applied(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, list[str]]]:
    """All five in one database with the demo's people in their seats; what applying their export said it changed."""
    from samspil.config.demo_world import settle_people
    from samspil.organisation.loading.exporting import latest_text
    from samspil.organisation.models import Municipality

    with django_db_blocker.unblock():
        for slug, path in FILES.items():
            apply_organisation(expand(parse(path)), "prøve")
            settle_people(Municipality.objects.using("owner").get(slug=slug), PEOPLE[slug])
        before = everything()
        exported = {one.slug: parse_text(latest_text(one)[0]) for one in Municipality.objects.using("owner").all()}
        said = {slug: apply_organisation(expand(exported[slug]), "prøve") for slug in FILES}
        after = everything()
        yield {**said, "rows": [table for table in before if before[table] != after[table]]}
        connections.close_all()
        fresh_copy()


@pytest.fixture
def be(applied: dict[str, list[str]], db: None) -> Be:
    def somebody(slug: str, key: str) -> AbstractContextManager[Any]:
        rows = as_owner(
            "select p.id, p.municipality_id from organisation_person p join accounts_account a on a.id = p.account_id"
            " where a.email = %s",
            [f"{key}@{slug}.example"],
        )
        person, municipality = rows[0]
        ticket = ticket_for(f"test-{slug}-{key}", person, municipality)
        open_visit(ticket, person, municipality, clock.now() + timedelta(hours=1))
        return acting_as(ticket, "test.test")

    return somebody


@each
def test_a_file_exported_and_applied_again_changes_nothing(applied: dict[str, list[str]], slug: str) -> None:
    assert applied[slug] == []
    assert applied["rows"] == []


def test_what_a_new_edition_of_a_file_changes_is_told(applied: dict[str, list[str]], django_db_blocker: Any) -> None:
    text = FILES["holstebro"].read_text(encoding="utf-8")
    renamed = text.replace('name = "Nøglepersongruppen"\n', 'name = "Mandagsgruppen"\n')
    with django_db_blocker.unblock():
        difference = apply_organisation(expand(parse_text(renamed)), "prøve")
        back = apply_organisation(expand(parse_text(text)), "prøve")
    assert len(difference) == len(back) == 1
    assert "Mandagsgruppen" in difference[0]


@pytest.mark.parametrize(("slug", "key"), LEADERS.items())
def test_a_leader_whose_post_lies_outside_the_office_looks_after_the_whole(be: Be, slug: str, key: str) -> None:
    outside = TURNS[slug][0]
    told = {}
    for who in (key, outside):
        with be(slug, who), connection.cursor() as cursor:
            cursor.execute("select count(distinct body_id) from meetings_of_bodies(samspil_now(), samspil_now())")
            told[who] = cursor.fetchone()[0]
    in_all = as_owner(
        "select count(*) from organisation_body b join organisation_municipality m on m.id = b.municipality_id"
        " where m.slug = %s and not b.outside",
        [slug],
    )
    assert told == {key: in_all[0][0], outside: 0}


@each
def test_a_concern_goes_the_whole_turn(be: Be, slug: str) -> None:
    raiser, assessor, body = TURNS[slug]
    key = _raise(be, slug, raiser)
    submission = _take_up(be, slug, assessor, key, body)
    _open_case(be, slug, assessor, submission)
    _hear(be, slug, raiser, key)


def _raise(be: Be, slug: str, raiser: str) -> str:
    from samspil.concerns import commands, queries

    with be(slug, raiser) as actor:
        room = queries.workplaces(actor)[0]
        facts = commands.DraftFacts(
            kinds=["fravaer"], urgency="days", name="Viggo Prøve", observation="Han kom ikke i går.", told=["child"]
        )
        draft = commands.start_concern(actor, room, facts=facts, purpose="forebygge")
        commands.send_concern(actor, queries.open_draft(actor, draft.key), notified="no", reachable="")
        return str(draft.key)


def _take_up(be: Be, slug: str, assessor: str, key: str, body: str) -> str:
    from samspil.circles.models import Circle
    from samspil.concerns import commands, queries
    from samspil.decisions.models import Submission

    with be(slug, assessor) as actor:
        concern = queries.open_concern(actor, key)
        commands.settle_notice(actor, concern, outcome="not_needed", reason="Ikke nu.")
        chosen = next(one for one in queries.triage_choices(actor, concern).bodies if one.slug == body)
        choice = commands.Choice(
            outcome="meeting",
            answer="Vi tager det op på næste møde.",
            reason="Det skal drøftes.",
            necessity=NECESSITY,
            tell="Han kommer ikke i skole.",
            along=(),
            body=chosen,
        )
        triage = commands.triage_concern(actor, queries.open_concern(actor, key), choice=choice)
        return str(Submission.objects.get(circle=Circle.objects.get(key=triage.opened_key)).key)


def _open_case(be: Be, slug: str, assessor: str, submission: str) -> None:
    from samspil.cases.commands import Opening, open_case
    from samspil.decisions.models import Submission

    with be(slug, assessor) as actor:
        opening = Opening("Fravær", "Han har brug for en plan.", "", "ssp115", NECESSITY, along=())
        case = open_case(actor, Submission.objects.get(key=submission), opening=opening)
        assert case.young_person.name == "Viggo Prøve"


def _hear(be: Be, slug: str, raiser: str, key: str) -> None:
    from samspil.cases.models import Case
    from samspil.concerns.models import Answer

    with be(slug, raiser):
        assert [answer.text for answer in Answer.objects.all()] == ["Vi tager det op på næste møde."]
        assert not Case.objects.exists()
