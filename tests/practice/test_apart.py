"""The practice room and the real municipality have no path to each other, by the relation and by bare models."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.utils import ProgrammingError

from samspil.authority.actor import acting_as
from samspil.authority.tables import protected_models
from samspil.authority.visits import open_visit
from samspil.lib import clock
from tests.conftest import Acting, World, as_owner
from tests.practice.conftest import rows_of


def _protected() -> Any:
    return protected_models()


def test_nobody_holds_anything_in_both(practice: int, world: World) -> None:
    crossed = as_owner(
        "select count(*) from access_grant g join circles_circle c on c.id = g.circle_id"
        " join organisation_person p on p.id = g.person_id where (c.municipality_id = %s) <> (p.municipality_id = %s)",
        [practice, practice],
    )
    assert crossed == [(0,)]
    held = as_owner(
        "select count(distinct g.person_id) from access_grant g join circles_circle c on c.id = g.circle_id"
        " where c.municipality_id = %s",
        [practice],
    )
    assert held[0][0] > len(world.people) / 2


def test_bare_models_show_each_the_own_rows(practice: int, world: World, acting: Acting) -> None:
    """As the real consultant nothing of practice; as the one who practises nothing but it."""
    from samspil.concerns.models import Concern

    with acting("anna"):
        assert [row for model in _protected() for row in model.objects.filter(municipality_id=practice)] == []
    twin = as_owner("select id from organisation_person where practice_of_id = %s", [world.people["anna"]])[0][0]
    open_visit("practice-anna", twin, practice, clock.now() + timedelta(hours=1))
    with acting_as("practice-anna", "test.test") as anna:
        assert anna.practice_of == "lillerup"
        assert anna.municipalities == ({"slug": "lillerup-oevelse", "name": "Lillerup Kommune (øvelse)"},)
        for model in _protected():
            assert {row.municipality_id for row in model.objects.all()} <= {practice}, model
        assert Concern.objects.filter(municipality_id=practice).exists()


def test_a_practiser_has_nothing_that_one_could_be_reached_by(practice: int, world: World) -> None:
    everybody = as_owner(
        "select count(*), count(account_id), count(nullif(work_email, '')), count(nullif(work_phone, ''))"
        " from organisation_person where municipality_id = %s",
        [practice],
    )[0]
    assert everybody[0] > len(world.people) / 2
    assert everybody[1:] == (0, 0, 0)


def test_mails_of_practice_stay(worker: int) -> None:
    from samspil.post.jobs.sending import PRACTICE, send_due

    assert rows_of("post_outgoing", worker) > 0
    send_due()
    kept = as_owner("select distinct refused, sent_at from post_outgoing where municipality_id = %s", [worker])
    assert kept == [(PRACTICE, None)]


def test_the_worker_renews_practice_alone(worker: int) -> None:
    real = as_owner("select practice_of_id from organisation_municipality where id = %s", [worker])[0][0]
    rooms = rows_of("circles_circle", real)
    with pytest.raises(ProgrammingError), connection.cursor() as cursor:
        cursor.execute("select renew_practice(%s, '{}', '{}')", [real])
    with pytest.raises(ProgrammingError), connection.cursor() as cursor:
        cursor.execute("select empty_municipality(%s, 'test')", [real])
    assert rows_of("circles_circle", real) == rooms
