"""What the three further sources name stands in their files, and what they leave out is told as ours."""

from pathlib import Path

from samspil.organisation.files.check import parse
from samspil.organisation.files.expand import expand
from samspil.organisation.files.model import Body, Organisation
from samspil.organisation.loading.facts import body_words

ROOT = Path(__file__).parents[2]
HALSNAES, HOLSTEBRO, KOEBENHAVN = (
    parse(ROOT / "organisations" / f"{name}.toml") for name in ("halsnaes", "holstebro", "koebenhavn")
)


def body(organisation: Organisation, key: str) -> Body:
    return next(one for one in organisation.bodies if one.key == key)


def above(one: Body) -> dict[str, str]:
    return {tie.parent: tie.kind for tie in one.ties if tie.certainty == "stated"}


def test_halsnaes_names_no_body_so_all_of_them_are_ours() -> None:
    assert {one.certainty for one in HALSNAES.bodies} == {"inferred", "not_stated"}
    schools = [unit.key for unit in HALSNAES.units if unit.kind == "skole"]
    assert [row.unit for row in expand(HALSNAES).bodies if row.body.key == "ssp-team"] == schools


def test_halsnaes_has_its_staircase_and_one_door() -> None:
    staircase = next(one for one in HALSNAES.taxonomies if one.key == "indsatstrappe")
    assert [term.key for term in staircase.terms] == ["trin-1", "trin-2", "trin-3"]
    (receiver,) = HALSNAES.receivers
    assert (receiver.unit, receiver.certainty) == (HALSNAES.municipality.anchoring_unit, "not_stated")
    assert "anchoring_unit" in HALSNAES.municipality.defaults
    assert {one.key for one in HALSNAES.documents} >= {"strategi", "vejledning", "katalog"}


def test_holstebros_levels_stand_over_each_other() -> None:
    assert [one.key for one in HOLSTEBRO.bodies] == [
        "kredsraad",
        "lokalraad",
        "ssp-udvalg",
        "noeglepersongruppe",
        "arbejdsgruppe",
        "kontaktgruppe",
        "ssp-plus",
    ]
    assert above(body(HOLSTEBRO, "lokalraad")) == {"kredsraad": "decides_for"}
    assert above(body(HOLSTEBRO, "noeglepersongruppe")) == {"ssp-udvalg": "decides_for"}
    assert above(body(HOLSTEBRO, "arbejdsgruppe")) == {"noeglepersongruppe": "forms"}


def test_holstebros_key_persons_meet_each_week_and_are_public() -> None:
    group = body(HOLSTEBRO, "noeglepersongruppe")
    assert [(one.kind, one.interval, one.certainty) for one in group.rhythms] == [("weekly", 1, "stated")]
    assert all(seat.public for seat in group.seats)
    assert {seat.certainty for seat in group.seats} == {"not_stated"}
    assert {"convenes", "chairs", "writes"} <= set(group.defaults)


def test_holstebros_young_adults_are_a_target_group_of_their_own() -> None:
    plus = next(one for one in HOLSTEBRO.target_groups if one.key == "ssp-plus")
    assert (plus.from_age, plus.before_age, plus.certainty) == (16, 26, "stated")
    assert body(HOLSTEBRO, "ssp-plus").competence.target_groups == ("ssp-plus",)


def test_koebenhavn_has_a_committee_and_a_leader_group_for_each_of_fifteen_areas() -> None:
    rows = expand(KOEBENHAVN)
    areas = [unit.key for unit in KOEBENHAVN.units if unit.kind == "lokalomraade"]
    assert len(areas) == 15
    for key in ("lokaludvalg", "ledergruppe"):
        assert [row.unit for row in rows.bodies if row.body.key == key] == areas
    ties = {(tie.upper, tie.lower) for tie in rows.ties if tie.kind == "decides_for"}
    own = {(f"ledergruppe-{area}", f"lokaludvalg-{area}") for area in areas}
    assert {tie for tie in ties if tie[1].startswith("lokaludvalg-")} == own


def test_koebenhavns_prison_service_is_an_authority_that_comes_to_single_meetings() -> None:
    rows = expand(KOEBENHAVN)
    kinds = {seat.legal_kind for seat in rows.seats if seat.agency == "kriminalforsorgen"}
    assert kinds == {"public_authority"}
    seat = next(one for one in body(KOEBENHAVN, "bestyrelse").seats if one.key == "kriminalforsorgen")
    assert seat.ad_hoc
    reach = {(row.basis, row.row_class) for row in rows.lawful if row.legal_kind == "public_authority"}
    assert {row_class for basis, row_class in reach if basis == "ssp115"} == {"open", "named"}
    assert {row_class for basis, row_class in reach if basis == "open"} == {"open"}


def test_koebenhavns_young_adults_have_a_room_and_a_door_of_their_own() -> None:
    rows = expand(KOEBENHAVN)
    plus = [one.slug for one in rows.bodies if one.slug.startswith("ssp-plus")]
    assert plus == ["ssp-plus-ledergruppe", "ssp-plus-gruppe"]
    sitting = {seat.function for seat in rows.seats if seat.body in plus}
    assert "ssp-stabsansvarlig" not in sitting
    assert {one.unit: "jku" in one.for_units for one in KOEBENHAVN.receivers} == {
        "ssp-sekretariatet": False,
        "eki": True,
    }
    ages = {one.key: (one.from_age, one.before_age) for one in KOEBENHAVN.target_groups}
    assert ages == {"ssp": (10, 18), "ssp-plus": (17.5, 26)}


def test_koebenhavns_levels_of_seriousness_lead_to_the_body_that_takes_them() -> None:
    leads = {one.key: one.body for one in KOEBENHAVN.seriousness_levels}
    for key, taking in leads.items():
        assert key in body(KOEBENHAVN, taking or "").competence.seriousness_levels
    assert sorted(set(leads.values()), key=str) == ["koordinationsgruppe", "lokaludvalg"]


def test_a_body_says_which_of_its_words_are_proposals() -> None:
    frederiksberg = parse(ROOT / "organisations" / "frederiksberg.toml")
    told = {
        row.slug: set(body_words(row)["defaults"]) for one in (frederiksberg, HALSNAES) for row in expand(one).bodies
    }
    assert "convenes" not in told["netvaerk-skolen-paa-duevej"]
    assert {"convenes", "chairs", "writes"} <= told["ssp-team-melby-skole"]
    assert told["ssp-ledelse"] == {"convenes", "chairs", "writes"}


def test_each_shipped_file_has_a_page_that_names_its_requirements() -> None:
    letters = {"frederiksberg": "F", "glostrup": "G", "halsnaes": "H", "holstebro": "N", "koebenhavn": "K"}
    assert sorted(letters) == sorted(path.stem for path in (ROOT / "organisations").glob("*.toml"))
    for name, letter in letters.items():
        page = (ROOT / "docs" / "organisations" / f"{name}.md").read_text(encoding="utf-8")
        assert f"`organisations/{name}.toml`" in page
        assert f"{letter}-01" in page
        assert "## What it is silent on" in page
