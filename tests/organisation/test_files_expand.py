"""One definition gives one body per school, a seat per place, and mandates one by one."""

from dataclasses import replace
from pathlib import Path

from samspil.authority.capability import Can
from samspil.organisation.files.check import parse, parse_text
from samspil.organisation.files.expand import expand, places
from samspil.organisation.files.lawful import lawful_rows
from samspil.organisation.files.model import Function, LawfulRow, Post, Seat

FILE = Path(__file__).parents[1] / "world" / "lillerup.toml"
LILLERUP = parse(FILE)
ROWS = expand(LILLERUP)
SEATS = {seat.slug: seat for seat in ROWS.seats}


def test_a_body_for_each_school_in_the_order_of_the_file() -> None:
    assert [body.slug for body in ROWS.bodies] == [
        "ssp-udvalget",
        "netvaerk-aaskolen",
        "netvaerk-skovskolen",
        "ssp-forum",
    ]
    network = ROWS.bodies[1]
    assert (network.name, network.open_name, network.closed_name) == (
        "SSP-netværk Åskolen",
        "SSP-netværk Åskolen",
        "Netværk Åskolen",
    )
    assert (network.unit, network.level, network.level_name) == ("aaskolen", 1, "Det udførende niveau")
    assert ROWS.bodies[0].unit is None


def test_adding_a_school_leaves_the_others_alone() -> None:
    text = FILE.read_text(encoding="utf-8")
    school = '[[units]]\nkey = "engskolen"\nname = "Engskolen"\nagency = "skolerne"\nkind = "skole"\n\n'
    more = expand(
        parse_text(text.replace('[[units]]\nkey = "ungdomsklubben"', school + '[[units]]\nkey = "ungdomsklubben"'))
    )
    assert {body.slug for body in more.bodies} - {body.slug for body in ROWS.bodies} == {"netvaerk-engskolen"}
    kept = {seat.slug: replace(seat, statement=SEATS[seat.slug].statement) for seat in more.seats if seat.slug in SEATS}
    assert kept == SEATS
    fewer = replace(
        LILLERUP,
        bodies=tuple(
            replace(body, except_units=("skovskolen",)) if body.is_made_per_unit else body for body in LILLERUP.bodies
        ),
    )
    assert [body.slug for body in expand(fewer).bodies] == ["ssp-udvalget", "netvaerk-aaskolen", "ssp-forum"]


def test_the_same_file_gives_the_same_rows() -> None:
    assert expand(parse(FILE)) == ROWS


def test_a_seat_knows_its_agency_and_legal_kind() -> None:
    own = SEATS["netvaerk-aaskolen.kontaktlaerer"]
    assert (own.body, own.unit, own.from_unit, own.agency, own.legal_kind) == (
        "netvaerk-aaskolen",
        None,
        "aaskolen",
        "skolerne",
        "municipal",
    )
    private = SEATS["netvaerk-aaskolen.kontaktlaerer-friskolen"]
    assert (private.function, private.legal_kind, private.optional) == ("kontaktlaerer", "self_governing_public", True)
    assert SEATS["netvaerk-skovskolen.boligraadgiver"].legal_kind == "outsider"
    assert SEATS["netvaerk-skovskolen.boligraadgiver"].from_unit is None
    post = SEATS["aaskolen.laerer"]
    assert (post.body, post.unit, post.many) == (None, "aaskolen", True)


def test_numbers_become_places() -> None:
    assert places(Seat(function="f")) == [("", False, False)]
    assert places(Post(function="f")) == [("", False, True)]
    assert places(Seat(function="f", number=2)) == [(".1", False, False), (".2", False, False)]
    assert places(Seat(function="f", minimum=1, maximum=2)) == [(".1", False, False), (".2", True, False)]
    assert places(Seat(function="f", minimum=1)) == [("", False, False), (".flere", True, True)]
    assert places(Seat(function="f", maximum=1)) == [("", True, False)]
    assert {slug for slug in SEATS if slug.startswith("ssp-forum.boligraadgiver")} == {
        "ssp-forum.boligraadgiver.1",
        "ssp-forum.boligraadgiver.2",
    }


def test_ties_go_from_every_parent_to_every_instance() -> None:
    assert [(tie.upper, tie.lower, tie.kind) for tie in ROWS.ties] == [
        ("ssp-udvalget", "netvaerk-aaskolen", "decides_for"),
        ("ssp-udvalget", "netvaerk-skovskolen", "decides_for"),
        ("ssp-udvalget", "ssp-forum", "reports_to"),
    ]


def test_a_tie_between_two_bodies_of_a_school_stays_at_the_school() -> None:
    text = FILE.read_text(encoding="utf-8").replace(
        "# ---- Rum, og",
        """[[bodies]]
key = "ledelse"
name = "Ledelse {unit}"
level = "ledende"
agency = "skolerne"
per_unit_kind = "skole"
competence = { closed_matters = false }

# ---- Rum, og""",
    )
    rows = expand(
        parse_text(
            text.replace(
                'ties = [{ parent = "ssp-udvalget", kind = "decides_for" }]',
                'ties = [{ parent = "ledelse", kind = "decides_for" }]',
            )
        )
    )
    assert {(tie.upper, tie.lower) for tie in rows.ties if tie.kind == "decides_for"} == {
        ("ledelse-aaskolen", "netvaerk-aaskolen"),
        ("ledelse-skovskolen", "netvaerk-skovskolen"),
    }


def _held(function: str, kind: str, part: str) -> set[str]:
    return {
        row.capability for row in ROWS.mandates if (row.function, row.circle_kind, row.part) == (function, kind, part)
    }


def test_mandates_are_flat_and_know_their_class() -> None:
    assert _held("laerer", "unit", "party") == {Can.CIRCLE_READ, Can.CONCERN_RAISE, Can.OPEN_READ, Can.SUBJECT_SEARCH}
    assert Can.TRIAGE_WRITE in _held("ssp-konsulent", "concern", "keeper")
    assert Can.TRIAGE_READ not in _held("laerer", "concern", "follower")
    assert _held("laerer", "item", "keeper") == set()
    assert _held("skoleleder", "concern", "keeper") == {Can.CIRCLE_KEEP}
    classes = {row.capability: row.row_class for row in ROWS.mandates}
    assert (classes[Can.NOTE_READ], classes[Can.IDENTITY_READ], classes[Can.OPEN_READ]) == ("named", "identity", "open")
    assert len(ROWS.mandates) == len(set(ROWS.mandates))


def test_the_outsider_and_the_shopping_centre_hold_nothing_named() -> None:
    for function in ("boligraadgiver", "centerleder"):
        assert {row.row_class for row in ROWS.mandates if row.function == function} == {"open"}


def test_office_functions_are_there_without_being_written() -> None:
    assert _held("lokal-administrator", "office", "keeper") == {Can.ACCOUNT_MANAGE, Can.CIRCLE_READ}
    assert _held("databeskyttelsesraadgiver", "office", "party") == {Can.LOG_READ, Can.CIRCLE_READ}
    assert {row.row_class for row in ROWS.mandates if row.circle_kind == "office"} == {"open"}
    own = replace(LILLERUP, functions=(*LILLERUP.functions, Function(key="leder", name="SSP-leder")))
    assert [function.name for function in expand(own).functions if function.key == "leder"] == ["SSP-leder"]
    assert not [row for row in expand(own).mandates if row.function == "leder"]


def test_the_lawful_table_as_shipped() -> None:
    allowed = {(row.basis, row.legal_kind, row.row_class) for row in ROWS.lawful}
    assert {row for row in allowed if row[1] == "outsider"} == {("open", "outsider", "open")}
    assert {row[2] for row in allowed if row[:2] == ("ssp115", "self_governing_public")} == {"open", "named"}
    assert {row[2] for row in allowed if row[:2] == ("ssp115", "police")} == {"open", "named", "identity"}
    assert {row[2] for row in allowed if row[:2] == ("ssp115", "municipal")} == {
        "open",
        "named",
        "identity",
        "export",
        "search",
    }


def test_the_file_narrows_and_widens_the_lawful_table() -> None:
    less = LawfulRow(basis="ssp115", legal_kind="police", row_class="identity", allowed=False)
    more = LawfulRow(basis="ssp115", legal_kind="self_governing_public", row_class="identity", source="lillerup")
    allowed = {
        (row.legal_kind, row.row_class) for row in lawful_rows(["ssp115"], [less, more]) if row.basis == "ssp115"
    }
    assert ("police", "identity") not in allowed
    assert ("police", "named") in allowed
    assert ("self_governing_public", "identity") in allowed


def test_concerns_go_to_the_receiver_of_the_workplace() -> None:
    opened = {
        row.for_unit: (row.keeper_unit, row.keeper_body)
        for row in ROWS.routing
        if row.act == "open" and row.to_kind == "concern"
    }
    assert opened["aaskolen"] == ("ssp-team", None)
    assert "lillerup-centret" not in opened
    item = [row for row in ROWS.routing if row.act == "open" and row.from_kind == "concern" and row.to_kind == "item"]
    assert [(row.for_unit, row.keeper_unit, row.keeper_body, row.category, row.basis) for row in item] == [
        (None, None, None, "punkt", "ssp115")
    ]
    own_notes = {row.for_unit: row.keeper_unit for row in ROWS.routing if row.to_kind == "party"}
    assert own_notes["familieafdelingen"] == "familieafdelingen"


def test_a_named_receiver_goes_before_the_one_for_all_others() -> None:
    text = FILE.read_text(encoding="utf-8")
    rows = expand(
        parse_text(
            text
            + '\n[[receivers]]\nbody = "netvaerk"\nfor_units = ["skovskolen"]\n'.replace('"netvaerk"', '"ssp-udvalget"')
        )
    )
    opened = {
        row.for_unit: (row.keeper_unit, row.keeper_body)
        for row in rows.routing
        if row.act == "open" and row.to_kind == "concern"
    }
    assert opened["skovskolen"] == (None, "ssp-udvalget")
    assert opened["aaskolen"] == ("ssp-team", None)
