"""Every act that gives, narrows or ends access: who may, who may not, and what the database refuses whoever asks."""

from datetime import timedelta
from typing import Any

import psycopg
import pytest
from django.db import Error, connection, transaction
from django.db.utils import IntegrityError

from samspil.authority.capability import Can
from samspil.authority.errors import NotAllowed, Refusal
from samspil.authority.relation import who_may
from samspil.circles import commands
from samspil.circles.models import Circle, Delivery, Disclosure, Member, YoungPerson
from samspil.circles.queries import office_of, unit_circle
from samspil.lib import clock
from samspil.organisation.models import Body, Person, RetentionCategory, Seat, Tenure, Unit
from tests.authority.matter import BASIS, WHY, open_concern, open_item_and_case
from tests.conftest import Acting, World, as_owner

SHARED = {"basis": BASIS, "necessity": WHY}


@pytest.fixture
def concern(world: World) -> Circle:
    """Opened by nanna and sent to the SSP team."""
    return Circle(pk=open_concern(world)["concern"])


@pytest.fixture
def item(world: World, concern: Circle) -> Circle:
    """The concern as an item in the network at Åskolen."""
    return Circle(pk=open_item_and_case(world)["item"])


def sees(acting: Acting, key: str, circle: Circle) -> bool:
    with acting(key):
        return Circle.objects.filter(pk=circle.pk).exists()


def draft(actor: Any, at: str = "aaskolen", **changed: Any) -> Circle:
    workplace = Unit.objects.get(slug=at, municipality_id=actor.municipality_id)
    facts = {"kind": "concern", "purpose": "forebygge", "title": "Bekymring", "unit": workplace, "own_part": "follower", **changed}
    return commands.open_circle(actor, unit_circle(workplace), **facts)


def young(circle: Circle, **facts: Any) -> YoungPerson:
    return YoungPerson.objects.create(circle_id=circle.pk, name="Karim Haddad", sort_key="x", **facts)


def test_a_teacher_opens_a_concern_and_only_the_teacher_sees_it(acting: Acting) -> None:
    with acting("nanna") as nanna:
        circle = draft(nanna)
        young(circle)
        assert YoungPerson.objects.get(circle=circle).name == "Karim Haddad"
    for other in ("anna", "jens", "mette", "uffe", "vera", "admin"):
        with acting(other):
            assert YoungPerson.objects.count() == 0
        assert sees(acting, other, circle) == (other == "jens")  # the head keeps it, and reads nothing in it


def test_a_circle_is_opened_only_along_a_way_of_the_municipality(acting: Acting, world: World) -> None:
    with acting("nanna") as nanna:
        assert draft(nanna).kind == "concern"
        for wrong in ({"kind": "case"}, {"kind": "item"}, {"unit": Unit(pk=unit_of(world.storerup))}):
            with pytest.raises(NotAllowed):
                draft(nanna, **wrong)
    with acting("karl") as karl, pytest.raises(NotAllowed):
        commands.open_circle(karl, Circle(pk=circle_id("unit", "aaskolen")), kind="concern", purpose="x", title="x", unit=None)


def unit_of(municipality: int) -> int:
    return int(as_owner("select id from organisation_unit where slug = 'aaskolen' and municipality_id = %s", [municipality])[0][0])


def circle_id(kind: str, slug: str) -> int:
    found = "select c.id from circles_circle c join organisation_unit u on u.id = c.unit_id where c.kind = %s and u.slug = %s order by c.id limit 1"
    return int(as_owner(found, [kind, slug])[0][0])


def test_a_new_agency_is_let_in_with_basis_and_necessity_only(acting: Acting) -> None:
    with acting("bo") as bo:
        circle = draft(bo, "lokalpolitiet")
        row = young(circle)
        assert row.act_id is None
        team = Unit.objects.get(slug="ssp-team")
        halves: list[dict[str, str]] = [{}, {"basis": BASIS}, {"necessity": WHY}, {"basis": BASIS, "necessity": "  "}]
        for half in halves:
            with pytest.raises(Refusal, match="grundlag"):
                commands.admit(bo, circle, part="keeper", unit=team, **half)
    assert not sees(acting, "anna", circle)
    with acting("bo") as bo:
        commands.admit(bo, circle, part="keeper", unit=team, **SHARED)
    with acting("anna"):
        told = Disclosure.objects.get(circle=circle)
        assert (told.basis, told.necessity, told.direction, told.nature) == (BASIS, WHY, "both", "disclosure")
        assert YoungPerson.objects.get(circle=circle).act_id == told.pk  # rows from before carry the act now


def test_within_one_agency_nothing_is_disclosed(acting: Acting, concern: Circle) -> None:
    with acting("anna") as anna:
        assert Circle.objects.filter(pk=concern.pk).exists()
        assert not Disclosure.objects.filter(circle=concern).exists()
        assert commands.disclose(anna, concern, **SHARED) is None
        assert young(concern).act_id is None


def test_only_the_receiver_of_the_workplace_is_let_in_by_the_reporter(acting: Acting) -> None:
    with acting("nanna") as nanna:
        circle = draft(nanna)
        for stranger in ({"unit": Unit.objects.get(slug="lokalpolitiet")}, {"body": Body.objects.get(slug="netvaerk-aaskolen")}):
            with pytest.raises(NotAllowed):
                commands.admit(nanna, circle, part="keeper", **stranger, **SHARED)
        commands.admit(nanna, circle, part="keeper", unit=Unit.objects.get(slug="ssp-team"), **SHARED)
    assert sees(acting, "anna", circle)
    assert not sees(acting, "bo", circle)


def test_an_outsider_is_refused_in_a_named_circle_whoever_asks(acting: Acting, item: Circle) -> None:
    with acting("anna") as anna:
        with pytest.raises(Refusal, match="navngiven person"):
            commands.admit(anna, item, part="guest", tenure=seat_of("uffe"), **SHARED)
        commands.admit(anna, item, part="guest", tenure=seat_of("nanna"), **SHARED)
    assert sees(acting, "nanna", item)
    assert not sees(acting, "uffe", item)


def test_nobody_of_another_municipality_is_let_in(acting: Acting, item: Circle) -> None:
    with acting("anna") as anna, pytest.raises(NotAllowed):
        commands.admit(anna, item, part="party", tenure=Tenure(pk=tenure_id("vera")), **SHARED)
    with acting("bo") as bo, pytest.raises(NotAllowed):
        commands.admit(bo, item, part="guest", tenure=seat_of("nanna"), **SHARED)


def seat_of(key: str) -> Tenure:
    return Tenure(pk=tenure_id(key))


def tenure_id(key: str) -> int:
    statement = "select min(t.id) from organisation_tenure t join organisation_person p on p.id = t.person_id where p.work_email like %s"
    return int(as_owner(statement, [f"{key}@%"])[0][0])


def test_a_guest_is_let_out_again_but_the_last_keeper_stays(acting: Acting, item: Circle) -> None:
    with acting("anna") as anna:
        commands.admit(anna, item, part="guest", tenure=seat_of("nanna"), **SHARED)
        guest, keeper = Member.objects.get(circle=item, part="guest"), Member.objects.get(circle=item, part="keeper")
    with acting("bo") as bo, pytest.raises(NotAllowed):
        commands.release(bo, item, guest)
    with acting("anna") as anna:
        with pytest.raises(Refusal, match="ansvaret"):
            commands.release(anna, item, keeper)
        commands.release(anna, item, guest)
    assert not sees(acting, "nanna", item)
    assert sees(acting, "anna", item)


def test_a_stay_ends_by_itself(acting: Acting, item: Circle, clock_at: Any) -> None:
    with acting("anna") as anna:
        commands.admit(anna, item, part="guest", tenure=seat_of("nanna"), ends_at=clock.now() + timedelta(hours=2), **SHARED)
    assert sees(acting, "nanna", item)
    clock_at(clock.now() + timedelta(hours=3))
    assert not sees(acting, "nanna", item)
    assert sees(acting, "bo", item)


def test_whoever_is_excluded_sees_nothing_whatever_seats_are_held(acting: Acting, item: Circle) -> None:
    with acting("uffe") as uffe, pytest.raises(NotAllowed):
        commands.exclude(uffe, item, Person(pk=uffe.person_id), "Jeg kender familien")
    with acting("bo") as bo:
        with pytest.raises(NotAllowed):
            commands.exclude(bo, item, person("dorthe"), "En grund")
        commands.exclude(bo, item, Person(pk=bo.person_id), "Jeg kender familien")
    assert not sees(acting, "bo", item)
    with acting("anna") as anna:
        commands.exclude(anna, item, person("dorthe"), "Hun er i familie med den unge")
        assert {"Bo Lauritsen", "Dorthe Winther"}.isdisjoint(holder.name for holder in who_may(item.pk))
    assert not sees(acting, "dorthe", item)
    assert sees(acting, "jens", item)


def person(key: str) -> Person:
    return Person.objects.get(work_email__startswith=f"{key}@", municipality__slug="lillerup")


def test_a_delivery_is_blind_and_each_side_keeps_its_own_row(acting: Acting, concern: Circle, item: Circle) -> None:
    with acting("olga") as olga:
        assert not Circle.objects.filter(pk=item.pk).exists()
        received = commands.deliver(olga, concern, item, text="Det, netværket skal vide.", **SHARED)
        assert Disclosure.objects.filter(circle=concern, direction="sent").count() == 1
        assert not Disclosure.objects.filter(pk=received).exists()
        assert not Delivery.objects.exists()
    with acting("bo"):
        told = Disclosure.objects.get(pk=received)
        assert (told.direction, told.circle_id, told.sender_tenure.person.name) == ("received", item.pk, "Olga Skovbo")
        assert Delivery.objects.get().text == "Det, netværket skal vide."
        assert not Disclosure.objects.filter(direction="sent").exists()
        with pytest.raises(NotAllowed):
            commands.deliver(olga, item, concern, **SHARED)


@pytest.mark.parametrize("half", [{"basis": BASIS, "necessity": ""}, {"basis": "", "necessity": WHY}, {"basis": "noget", "necessity": WHY}])
def test_nothing_is_shared_without_basis_and_necessity(acting: Acting, concern: Circle, item: Circle, half: dict[str, str]) -> None:
    with acting("anna") as anna:
        for act in (lambda: commands.deliver(anna, concern, item, **half), lambda: commands.disclose(anna, item, **half)):
            with pytest.raises((Refusal, IntegrityError)):
                act()
        assert not Disclosure.objects.filter(circle=item).exists()


def test_between_controllers_it_is_a_disclosure_within_one_it_is_internal(acting: Acting, item: Circle) -> None:
    with acting("dorthe") as dorthe:
        own = draft(dorthe, "familieafdelingen")
        assert commands.disclose(dorthe, own, **SHARED) is None
        commands.admit(dorthe, own, part="keeper", unit=Unit.objects.get(slug="ssp-team"), **SHARED)
    with acting("anna") as anna:
        acts = [commands.disclose(anna, circle, **SHARED) for circle in (own, item)]
        assert [Disclosure.objects.get(pk=act).nature for act in acts] == ["internal", "disclosure"]
        told = Disclosure.objects.get(pk=acts[1])
        receivers = {receiver["name"] for receiver in told.receivers}
        assert len(receivers) > 1
        assert told.sender.name not in receivers
    with acting("uffe") as uffe, pytest.raises(NotAllowed):
        commands.disclose(uffe, item, **SHARED)


def test_a_row_among_several_agencies_carries_an_act_of_the_one_who_writes(acting: Acting, item: Circle) -> None:
    with acting("dorthe") as dorthe:
        others = commands.disclose(dorthe, item, **SHARED)
    with acting("anna") as anna:
        for wrong in ({}, {"act_id": others}, {"act_id": commands.disclose(anna, item, **SHARED), "written_by_id": tenure_id("bo")}):
            with pytest.raises(IntegrityError), transaction.atomic():
                young(item, **wrong)
        row = young(item, act_id=commands.disclose(anna, item, **SHARED))
        row.refresh_from_db()
        assert row.written_by.person_id == anna.person_id
        with pytest.raises(IntegrityError, match="never leaves"), transaction.atomic():
            YoungPerson.objects.filter(pk=row.pk).update(circle=circle_id("unit", "aaskolen"))
        for name, value in {"written_by": others, "act": others, "written_at": row.written_at + timedelta(days=1)}.items():
            with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
                YoungPerson.objects.filter(pk=row.pk).update(**{name: value})
        assert YoungPerson.objects.filter(pk=row.pk).update(name="Karim Ali Haddad") == 1


def test_a_closed_matter_is_left_by_all_but_its_keeper(acting: Acting, concern: Circle, clock_at: Any) -> None:
    with acting("nanna") as nanna, pytest.raises(NotAllowed):
        commands.close_circle(nanna, concern, Can.CONCERN_TRIAGE, reading_days=30)
    with acting("anna") as anna:
        with pytest.raises(NotAllowed):
            commands.close_circle(anna, concern, Can.CIRCLE_KEEP, reading_days=30)
        commands.close_circle(anna, concern, Can.CONCERN_TRIAGE, reading_days=30)
        with pytest.raises(NotAllowed):
            commands.close_circle(anna, concern, Can.CONCERN_TRIAGE, reading_days=300)
    start = clock.now()
    clock_at(start + timedelta(days=29))
    assert sees(acting, "nanna", concern)
    clock_at(start + timedelta(days=31))
    assert not sees(acting, "nanna", concern)
    assert sees(acting, "anna", concern)


def test_the_category_is_chosen_by_who_decides_the_matter(acting: Acting, concern: Circle, world: World) -> None:
    wanted, foreign = (
        RetentionCategory(pk=as_owner("select max(id) from organisation_retentioncategory where municipality_id = %s", [place])[0][0])
        for place in (world.lillerup, world.storerup)
    )
    with acting("nanna") as nanna, pytest.raises(NotAllowed):
        commands.set_category(nanna, concern, Can.CONCERN_TRIAGE, wanted)
    with acting("anna") as anna:
        with pytest.raises(NotAllowed):
            commands.set_category(anna, concern, Can.CONCERN_TRIAGE, foreign)
        commands.set_category(anna, concern, Can.CONCERN_TRIAGE, wanted)
        assert Circle.objects.get(pk=concern.pk).category_id == wanted.pk


def ask(call: str, *values: Any) -> Any:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(call, values)
        return cursor.fetchone()[0]


APPOINT = "select appoint(%s, %s, %s, %s, null, 'deputy')"


def test_an_editor_appoints_others_but_never_oneself(acting: Acting, world: World) -> None:
    seat = Seat(pk=as_owner("select id from organisation_seat where slug = 'netvaerk-aaskolen.ssp-konsulent' order by id")[0][0])
    foreign = as_owner("select max(id) from organisation_seat where slug = 'netvaerk-aaskolen.ssp-konsulent'")[0][0]
    with acting("editor") as editor:
        office = office_of(editor)
        for person_id, seat_id in ((editor.person_id, seat.pk), (world.people["nanna"], foreign)):
            with pytest.raises(Error, match="not allowed"):
                ask(APPOINT, office.pk, seat_id, person_id, clock.today())
        tenure = ask(APPOINT, office.pk, seat.pk, world.people["nanna"], clock.today())
    for other in ("admin", "anna", "officer"):
        with acting(other), pytest.raises(Error, match="not allowed"):
            ask(APPOINT, office.pk, seat.pk, world.people["karl"], clock.today())
    with acting("nanna"):
        assert Tenure.objects.get(pk=tenure).person_id == world.people["nanna"]
        assert Circle.objects.filter(kind="body_open").exists()


def test_a_tenure_is_ended_sooner_but_never_prolonged(acting: Acting, world: World) -> None:
    ended = as_owner("select min(id) from organisation_tenure where person_id = %s", [world.people["ended"]])[0][0]
    with acting("editor") as editor:
        office = office_of(editor)
        for tenure, until in ((ended, clock.today() + timedelta(days=9)), (ended, None), (tenure_id("vera"), clock.today())):
            with pytest.raises(Error, match="not allowed"):
                ask("select end_tenure(%s, %s, %s)", office.pk, tenure, until)
    everything = as_owner("select id from organisation_tenure where person_id = %s", [world.people["bo"]])
    with acting("bo"):
        assert Circle.objects.exists()
    with acting("editor"):
        for (tenure,) in everything:
            ask("select end_tenure(%s, %s, %s)", office.pk, tenure, clock.today())
    with acting("bo"):
        assert not Circle.objects.exists()


def as_operator(*statements: str) -> None:
    """Committed as the tables' owner by an operator, with all constraints."""
    from tests.conftest import NAME, _server

    with psycopg.connect(_server.url(NAME)) as operator:
        for statement in statements:
            operator.execute(statement.encode())
        operator.execute("set constraints all immediate")
        operator.rollback()


def test_a_circle_always_has_a_keeper_whoever_writes_it(world: World) -> None:
    copy = "insert into circles_circle (key, municipality_id, kind, controller_id, basis, named, purpose, title, category_id, opened_at)"
    copy += " select 'bcdfghjkmn', municipality_id, kind, controller_id, basis, named, purpose, title, category_id, opened_at from circles_circle limit 1"
    member = "insert into circles_member (municipality_id, circle_id, kind, basis, unit_id, part, starts_at, reason, act_key)"
    member += " select municipality_id, id, kind, basis, (select min(id) from organisation_unit), 'keeper', opened_at, '', '' from circles_circle where key = 'bcdfghjkmn'"
    with pytest.raises(psycopg.errors.CheckViolation, match="always has a keeper"):
        as_operator(copy)
    as_operator(copy, member)
    for ending in ("update circles_member set ends_at = starts_at where part = 'keeper'", "delete from circles_member"):
        with pytest.raises(psycopg.errors.CheckViolation, match="always has a keeper"):
            as_operator(ending)


@pytest.mark.parametrize(
    ("kind", "start", "end", "clashes"),
    [
        ("ordinary", "2025-01-01", "null", True),
        ("ordinary", "2000-01-01", "null", True),
        ("ordinary", "2000-01-01", "'2000-02-01'", False),
        ("deputy", "2025-01-01", "null", False),
    ],
)
def test_a_seat_has_one_holder_at_a_time(world: World, kind: str, start: str, end: str, clashes: bool) -> None:  # noqa: FBT001  # a table
    insert = (
        "insert into organisation_tenure (key, municipality_id, seat_id, person_id, kind, valid_from, valid_until, registered_from)"
        f" select 'bcdfghjkmn', municipality_id, id, {world.people['karl']}, '{kind}', '{start}', {end}, samspil_now()"
        f" from organisation_seat where slug = 'netvaerk-aaskolen.ssp-konsulent' and municipality_id = {world.lillerup}"
    )
    if clashes:
        with pytest.raises(psycopg.errors.ExclusionViolation):
            as_operator(insert)
    else:
        as_operator(insert)


def test_no_circle_without_a_category(world: World) -> None:
    """How long it is kept is decided when it is opened; the database knows no circle without it."""
    columns = "municipality_id, kind, controller_id, basis, named, purpose, title, opened_at, body_id, unit_id"
    insert = f"insert into circles_circle (key, category_id, {columns}) select 'bcdfghjkmn', %s, {columns} from circles_circle limit 1"
    member = "insert into circles_member (municipality_id, circle_id, kind, basis, unit_id, part, starts_at, reason, act_key)"
    member += " select municipality_id, id, kind, basis, (select min(id) from organisation_unit), 'keeper', opened_at, '', '' from circles_circle where key = 'bcdfghjkmn'"
    with pytest.raises(psycopg.errors.NotNullViolation):
        as_operator(insert % "null", member)
    as_operator(insert % "category_id", member)
