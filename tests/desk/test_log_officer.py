"""The officer's log: a reason first, people and rooms as titles, counts to be judged."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from samspil.desk.queries import officer as queries
from samspil.lib import clock
from tests.cases.conftest import CANARY
from tests.conftest import as_owner

KEY = "k" * 30


@pytest.fixture
def case(filled: Any, acting: Any) -> str:
    from samspil.cases.models import Case

    with acting("anna"):
        return str(Case.objects.latest("pk").key)


@pytest.fixture
def key_of(world: Any) -> Any:
    return lambda who: as_owner("select key from organisation_person where id = %s", [world.people[who]])[0][0]


def text_of(client: Any, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return str(answer.content.decode())


def looked_up(client: Any, person: str, reason: str = "En borger har klaget.") -> Any:
    return client.post(f"/log/fagpersoner/{person}/", {"form_key": KEY, "reason": reason})


def test_a_colleague_is_looked_up_with_a_reason_and_without_a_childs_name(
    case: str, key_of: Any, client_of: Any
) -> None:
    client_of("bo").get(f"/sager/{case}/")
    client_of("bo").get("/sager/ukendtukendt/")
    officer = client_of("officer")
    assert looked_up(officer, key_of("bo"), " ").status_code == 422
    answer = looked_up(officer, key_of("bo"))
    assert answer.status_code == 303
    text = text_of(officer, answer["Location"])
    assert "Bo Lauritsen så sagen i dag kl. " in text
    assert "prøvede at komme ind på sagens side" in text
    assert "En borger har klaget." in text
    assert CANARY not in text
    assert "En borger har klaget." in text_of(officer, "/log/")
    assert "Bo Lauritsen" in text_of(officer, "/log/?navn=lauritsen")


def test_the_log_is_the_officers_alone(case: str, key_of: Any, client_of: Any) -> None:
    place = looked_up(client_of("officer"), key_of("bo"))["Location"]
    for other in ("anna", "bo", "admin", "leader", "vera", "nanna"):
        for address in ("/log/", f"/log/fagpersoner/{key_of('bo')}/", place, "/log/moenstre/"):
            assert client_of(other).get(address).status_code == 404, (other, address)
        assert looked_up(client_of(other), key_of("bo")).status_code == 404
        assert 'href="/log/"' not in text_of(client_of(other), "/mere/")
    assert 'href="/log/"' in text_of(client_of("officer"), "/mere/")


@pytest.mark.parametrize(
    "call",
    [
        "select * from people_of_log('', '', 5)",
        "select * from log_lookups('', 5)",
        "select * from odd_counts(date '2026-12-01')",
        "select * from seen_by_colleague('x', 5, 0)",
    ],
)
def test_the_database_itself_tells_nobody_else(acting: Any, call: str) -> None:
    for who, refused in (("anna", True), ("officer", False)):
        with acting(who), transaction.atomic(), connection.cursor() as cursor:
            if not refused:
                cursor.execute(call)
            else:
                with pytest.raises(DatabaseError, match="not allowed"), transaction.atomic():
                    cursor.execute(call)


def test_a_reason_opens_the_log_for_a_day_and_no_longer(case: str, key_of: Any, client_of: Any, clock_at: Any) -> None:
    now = clock.now()
    clock_at(now)
    place = looked_up(client_of("officer"), key_of("bo"))["Location"]
    clock_at(now + timedelta(hours=23))
    assert client_of("officer").get(place).status_code == 200
    clock_at(now + timedelta(hours=25))
    assert client_of("officer").get(place).status_code == 404


@pytest.fixture
def limits(django_db_setup: None) -> Iterator[Any]:
    """Set the municipality's limits until the test ends."""
    before = as_owner("select id, settings::text from organisation_municipality")

    def set_to(**values: int) -> None:
        for name, value in values.items():
            as_owner(
                "update organisation_municipality"
                " set settings = jsonb_set(settings, array['log_watch', %s], %s::jsonb)",
                [name, str(value)],
            )

    yield set_to
    for number, settings in before:
        as_owner("update organisation_municipality set settings = %s::jsonb where id = %s", [settings, number])


def patterns(acting: Any) -> dict[tuple[str, str], int]:
    with acting("officer") as actor:
        month = clock.today().replace(day=1)
        return {(one.pattern, one.name): one.times for one in queries.oddities(actor, month)}


def tomorrow(hour: int) -> datetime:
    """The world was laid today at any hour, and there was nobody in it before."""
    day = clock.today() + timedelta(days=1)
    return datetime(day.year, day.month, day.day, hour, 30, tzinfo=clock.COPENHAGEN)


def test_looks_at_night_are_counted_and_those_of_the_day_are_not(
    case: str, acting: Any, client_of: Any, clock_at: Any
) -> None:
    clock_at(tomorrow(12))
    client_of("bo").get(f"/sager/{case}/")
    assert ("night", "Bo Lauritsen") not in patterns(acting)
    clock_at(tomorrow(23))
    client_of("bo").get(f"/sager/{case}/")
    assert patterns(acting)["night", "Bo Lauritsen"] == 1


def test_many_in_an_hour_is_what_the_municipality_says(
    limits: Any, case: str, acting: Any, client_of: Any, clock_at: Any
) -> None:
    from tests.desk.conftest import fill

    clock_at(tomorrow(12))
    with acting("anna") as anna:
        fill(anna, 1)
        from samspil.cases.models import Case

        keys = [one.key for one in Case.objects.all()]
    for key in keys:
        client_of("dorthe").get(f"/sager/{key}/")
    assert len(keys) == 2
    assert ("many", "Dorthe Winther") not in patterns(acting)
    limits(people_in_hour=1)
    assert patterns(acting)["many", "Dorthe Winther"] == 1


def test_the_same_surname_is_counted_and_another_is_not(acting: Any, client_of: Any) -> None:
    from tests.cases.conftest import opened

    with acting("anna") as anna:
        key = opened(anna, "Sofie Lauritsen").key
    client_of("bo").get(f"/sager/{key}/")
    client_of("dorthe").get(f"/sager/{key}/")
    found = patterns(acting)
    assert found["surname", "Bo Lauritsen"] == 1
    assert ("surname", "Dorthe Winther") not in found


def test_whoever_has_something_to_do_near_is_not_counted(
    acting: Any, client_of: Any, limits: Any, clock_at: Any
) -> None:
    from tests.cases.conftest import opened

    clock_at(tomorrow(12))
    with acting("anna") as anna:
        key = opened(anna).key
    client_of("bo").get(f"/sager/{key}/")
    client_of("anna").get(f"/sager/{key}/")
    client_of("dorthe").get(f"/sager/{key}/")
    found = patterns(acting)
    assert found["nothing_near", "Bo Lauritsen"] == 1
    assert ("nothing_near", "Anna Holm") not in found


def test_the_officer_judges_a_count_and_the_judgement_stands(
    case: str, key_of: Any, client_of: Any, clock_at: Any
) -> None:
    clock_at(tomorrow(23))
    client_of("bo").get(f"/sager/{case}/")
    place = f"/log/moenstre/night/{clock.today():%Y-%m}/{key_of('bo')}/"
    officer = client_of("officer")
    assert "Ikke vurderet" in text_of(officer, "/log/moenstre/")
    assert officer.post(place, {"form_key": KEY, "verdict": "work", "text": ""}).status_code == 422
    assert officer.post(place, {"form_key": KEY, "verdict": "work", "text": "Han havde vagt."}).status_code == 303
    text = text_of(officer, "/log/moenstre/")
    assert "Det hører til arbejdet. Han havde vagt." in text
    assert CANARY not in text
    assert client_of("anna").post(place, {"form_key": KEY, "verdict": "work", "text": "x"}).status_code == 404
    assert officer.get(place.replace("night", "surname")).status_code == 404


def test_only_the_worker_draws_lots(acting: Any) -> None:
    with acting("officer"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select count(*) from spot_checks('', 1)")
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            cursor.execute("select draw_spot_checks()")


def test_an_act_that_made_no_sense_is_no_attempt_to_get_in(
    world: Any, key_of: Any, client_of: Any, acting: Any
) -> None:
    from samspil.authority.command import record
    from samspil.authority.middleware import RULE

    officer = client_of("officer")
    with acting("mette"):
        record("cases.close", None, RULE, refused=True)
    place = looked_up(officer, key_of("mette"))["Location"]
    assert "prøvede at komme ind" not in text_of(officer, place)
    client_of("mette").get("/log/")
    assert "prøvede at komme ind" in text_of(officer, place)
