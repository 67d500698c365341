"""Find: the words of a search, whom it finds what for, and what is written down of it."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext

from samspil.circles.models import Circle, YoungPerson
from samspil.circles.queries import open_circle_of
from samspil.concerns import queries as concerns
from samspil.concerns.commands import DraftFacts, send_concern, start_concern
from samspil.decisions.models import Commitment
from samspil.desk.commands import step_out
from samspil.desk.queries.colleagues import told as told_of_search
from samspil.desk.queries.found import Search
from samspil.desk.rules import find_words
from samspil.lib import clock
from samspil.organisation.files.check import parse
from samspil.organisation.files.expand import expand
from samspil.organisation.models import Body, Tenure, Unit
from tests.cases.conftest import CANARY
from tests.conftest import as_owner
from tests.desk.conftest import worry
from tests.doors.sweep import COMMON, MARKS, noted


def asked(client: Any, words: str) -> str:
    answer = client.post("/find/", {"words": words})
    assert answer.status_code == 200
    return str(answer.content.decode())


@pytest.mark.parametrize(
    ("words", "text", "fit"),
    [
        ("Karim", "Kareem Testesen", 1),
        ("Kareem", "Karim", 1),
        ("Mohammed", "Muhamed", 1),
        ("Kristian", "Christian", 1),
        ("Dorte", "Dorthe", 1),
        ("vej", "Cykler på skolevejen", 2),
        ("skole", "SKOLEVEJ", 3),
        ("aaskolen", "Åskolen", 4),
        ("åskolen", "Aaskolen", 4),
        ("rené", "Rene", 4),
        ("søren", "Sören", 4),
        ("ærø", "Ærø", 4),
        ("ø", "o", 0),
        ("aerø", "Ærø", 0),
        ("Mette", "Jette", 0),
        ("Karl", "Karim", 0),
        ("Ali", "Ole", 0),
        ("vej", "vi", 0),
        ("%", "alt", 0),
    ],
)
def test_how_well_a_word_is_found(world: Any, words: str, text: str, fit: int) -> None:
    statement = "select word_fit(folded_words(%s), word_slips(%s), trim(folded_words(%s)), word_slips(%s))"
    assert as_owner(statement, [text, text, words, words]) == [(fit,)]


def test_words_of_one_letter_are_not_looked_for() -> None:
    assert find_words.asked_words("en  å i-pad! en") == ("en", "pad")
    assert find_words.asked_words("x - ?") == ()


def test_a_piece_of_a_text_is_cut_at_words() -> None:
    assert find_words.excerpt("Kort tekst.", ("kort",)) == "Kort tekst."
    long = f"{'Meget er sket. ' * 10}Han stod ved skolevejen. {'Mere siden. ' * 20}"
    piece = find_words.excerpt(long, ("SKOLEVEJEN",))
    assert piece.startswith("… ")
    assert piece.endswith(" …")
    assert "skolevejen" in piece


def test_the_page_tells_what_is_missing(client_of: Any) -> None:
    anna = client_of("anna")
    assert "Unge, sager" in anna.get("/find/").content.decode()
    answer = anna.post("/find/", {"words": "a"})
    assert answer.status_code == 422
    assert find_words.TOO_SHORT in answer.content.decode()
    assert "fandt ikke noget, du kan se" in asked(anna, "findesslet")
    assert answer["Cache-Control"] == "no-store"


def test_staff_and_bodies_are_found_by_everybody_and_the_neighbours_are_not(client_of: Any) -> None:
    for who in ("anna", "bo", "uffe", "officer", "nanna"):
        text = asked(client_of(who), "dorte winter")
        assert "Dorthe Winther" in text, who
        assert "socialrådgiver i" in text, who
    text = results(client_of("anna"), "netværk åskolen")
    assert "SSP-netværk Åskolen" in text
    assert "Uffe Engel" in text
    assert "Vera" not in results(client_of("anna"), "Vera Andetsteds")
    assert "Vera Andetsteds" in results(client_of("vera"), "Vera Andetsteds")
    assert "Erik Forhen" not in results(client_of("anna"), "Erik Forhen"), "whoever has left"


def results(client: Any, words: str) -> str:
    """What a search answers, without the box in which the words stand."""
    return asked(client, words).split("</form>", 1)[1]


def test_matters_are_found_by_those_alone_who_read_the_room_and_never_by_the_police(
    filled: Any, client_of: Any
) -> None:
    for reader in ("anna", "mette", "dorthe"):
        text = results(client_of(reader), "kareem")
        assert CANARY in text, reader
        assert "Du kan se det som " in text, reader
    for other in ("bo", "fie", "nanna", "uffe", "lone", "olga", "karl", "officer", "admin", "vera"):
        assert CANARY not in results(client_of(other), "kareem"), other


def test_each_kind_is_found_by_its_own_words_and_leads_on(filled: Any, patient: Any, client_of: Any) -> None:
    anna = client_of("anna")
    for words, heading in (
        ("karim", "Unge"),
        ("mandag", "Sager"),
        ("frav", "Punkter"),
        ("forældre", "Aftaler"),
        ("lokale", "Møder"),
    ):
        text = results(anna, words)
        assert heading in text, words
        for href in set(re.findall(r'<h3 class="line-title"><a href="([^"]+)"', text)):
            assert anna.get(href).status_code == 200, (words, href)


def test_a_concern_is_found_by_what_was_seen_and_leads_each_to_their_page(acting: Any, client_of: Any) -> None:
    with acting("nanna") as nanna:
        worry(nanna, 1)
    assert "/bekymringer/" in results(client_of("anna"), "sov i timen")
    assert "/bekymret/" in results(client_of("nanna"), "sov i timen")
    assert "sov i timen" not in results(client_of("jens"), "sov i timen")
    assert "sov i timen" not in results(client_of("mette"), "sov i timen")


def test_who_has_stepped_out_finds_nothing_of_it(filled: Any, acting: Any, client_of: Any) -> None:
    assert CANARY in results(client_of("mette"), "karim")
    with acting("mette") as mette:
        step_out(mette, Circle.objects.get(kind="item"), reason="Jeg kender familien.")
    assert CANARY not in results(client_of("mette"), "karim")
    assert CANARY in results(client_of("dorthe"), "karim")


def test_what_is_found_is_in_the_log_and_nothing_else(filled: Any, acting: Any, client_of: Any) -> None:
    anna = client_of("anna")
    with noted() as circles:
        results(anna, "findesslet")
    assert circles == set()
    with acting("anna"):
        rooms = {one.pk: one.kind for one in Circle.objects.filter(kind__in=("item", "case"))}
    assert sorted(rooms.values()) == ["case", "item"]
    with noted() as circles:
        results(anna, "karim")
    assert circles == set(rooms)


def test_a_search_is_written_down_without_its_words(filled: Any, client_of: Any, monkeypatch: Any) -> None:
    told: list[tuple[str, dict[str, int]]] = []

    def kept(digest: str, counts: dict[str, int], circles: Any, *, matters: bool) -> Any:
        told.append((digest, dict(counts)))
        return told_of_search(digest, counts, circles, matters=matters)

    monkeypatch.setattr("samspil.desk.queries.found.told", kept)
    for who, words in (("anna", "karim"), ("anna", "KARIM"), ("anna", "haddad"), ("vera", "karim")):
        results(client_of(who), words)
    same, again, other, elsewhere = told
    assert same == again
    assert len({same[0], other[0], elsewhere[0]}) == 3, "keyed, and by each municipality's own key"
    assert same[1]["young"] == 2
    assert "karim" not in f"{told}".lower()


def test_after_thirty_searches_in_a_minute_there_is_a_pause_for_this_person_alone(
    patient: Any, client_of: Any, clock_at: Any
) -> None:
    start = clock.now()
    clock_at(start)
    anna = client_of("anna")
    for _ in range(30):
        asked(anna, "holm")
    answer = anna.post("/find/", {"words": "holm"})
    assert answer.status_code == 422
    text = answer.content.decode()
    assert find_words.PAUSE in text
    assert 'value="holm"' in text, "nothing is lost"
    asked(client_of("olga"), "holm")
    clock_at(start + timedelta(seconds=61))
    asked(client_of("anna"), "holm")


def test_no_more_than_fifty_are_shown_and_it_says_so(patient: Any, acting: Any, client_of: Any) -> None:
    with acting("anna") as anna:
        room = open_circle_of(Body.objects.get(slug="netvaerk-aaskolen", municipality_id=anna.municipality_id))
        seat = Tenure.objects.filter(person_id=anna.person_id, seat__body=room.body).latest("pk")
        for number in range(51):
            Commitment.objects.create(circle=room, tenure=seat, what=f"Cykeltur {number}", due=clock.today())
    client = client_of("anna")
    text = results(client, "cykel")
    assert text.count('class="line-title"') == 50
    assert "Der er flere." in text
    assert "Der er flere." not in results(client, "cykeltur 50")


def test_it_says_so_too_when_one_kind_alone_is_cut(acting: Any, client_of: Any, monkeypatch: Any) -> None:
    with acting("nanna") as nanna:
        place, school = concerns.workplaces(nanna)[0], Unit.objects.get(slug="aaskolen")
        for about, seen in (("", "Han kom på løbehjul."), ("et løbehjul", "Det er nyt."), ("løbehjul", "Han løber.")):
            facts = DraftFacts(kinds=["fravaer"], about=about, name=CANARY, observation=seen, school=school)
            concern = start_concern(nanna, place, facts=facts, purpose="forebygge")
            send_concern(nanna, concerns.open_draft(nanna, concern.key), notified="doubt", reachable="")
    assert "3 fundet." in results(client_of("anna"), "løbehjul")
    monkeypatch.setattr(find_words, "MOST", 2)
    assert "Her er de 2, der ligner mest. Der er flere." in results(client_of("anna"), "løbehjul")


def test_a_room_that_is_lost_meanwhile_is_left_out(filled: Any, client_of: Any, monkeypatch: Any) -> None:
    anna = client_of("anna")
    before = results(anna, "karim").count('class="line-title"')

    def lost(*given: Any, **more: Any) -> Any:
        return {circle: room for circle, room in told_of_search(*given, **more).items() if room.kind != "item"}

    monkeypatch.setattr("samspil.desk.queries.found.told", lost)
    assert 0 < results(anna, "karim").count('class="line-title"') < before, "the case stays"


def test_the_database_itself_refuses_the_police_a_search_of_matters(filled: Any, acting: Any) -> None:
    with acting("anna"):
        circles = [Circle.objects.get(kind="case").pk]
        assert set(told_of_search("00", {}, circles, matters=True)) == set(circles)
    with acting("bo") as bo:
        assert told_of_search("00", {}, [], matters=False) == {}
        search = Search(bo, ("karim",))
        assert not search.asked
        search.best(YoungPerson)
        for found, matters in ((circles, False), ([], search.asked)):
            with pytest.raises(ProgrammingError, match="not allowed"), transaction.atomic():
                told_of_search("00", {}, found, matters=matters)


def test_a_search_asks_no_more_than_twelve_things(filled: Any, client_of: Any) -> None:
    client = client_of("anna")
    with CaptureQueriesContext(connection) as asked_for:
        results(client, "karim")
    plain = [one["sql"] for one in asked_for if not one["sql"].startswith(MARKS)]
    assert len([one for one in plain if not any(part in one for part in COMMON)]) <= 11, "\n".join(plain)


FILES = sorted((Path(__file__).parents[2] / "organisations").glob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_in_no_municipality_the_police_or_an_outsider_may_search(path: Path) -> None:
    rows = expand(parse(path))
    searchers = {row.function for row in rows.mandates if row.capability == "subject.search"}
    assert searchers
    kinds = {row.legal_kind for row in rows.lawful if row.row_class == "search"}
    assert kinds == {"municipal"}
    assert {seat.legal_kind for seat in rows.seats if seat.function in searchers} >= {"municipal"}
