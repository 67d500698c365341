"""Each word that a page says belongs to somebody who may read it, and the log knows that it was shown."""

import pytest

from tests.doors.matrix import EVERYBODY, STATED, VISITS, Visit
from tests.doors.sweep import Sweep


@pytest.mark.parametrize("person", EVERYBODY)
def test_no_word_reaches_whom_it_is_not_for_and_none_is_shown_unlogged(sweep: Sweep, person: str) -> None:
    wrong = []
    for visit in VISITS:
        answer = sweep.get(visit, person)
        for word in sorted(answer.words):
            if not sweep.may_read(person, word):
                wrong.append(f"{visit.label}: {word} of {sweep.turn.words.get(word)} is not for {person}")
            elif not sweep.was_logged(answer, word):
                wrong.append(f"{visit.label}: {word} of {sweep.turn.words[word]} was shown and not logged")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("person", EVERYBODY)
def test_a_closed_door_says_nothing_at_all(sweep: Sweep, person: str) -> None:
    """The page for what is missing holds no word, no title of a room, and no key but the one that was asked for."""
    wrong = []
    for visit in VISITS:
        answer = sweep.get(visit, person)
        if answer.status < 300 or (person in visit.yes and visit.gives == 302):
            continue
        rooms = [
            title for title in ("Bekymring fra", "Sag i", ": bekymring fra", "fortrolige rum") if title in answer.text
        ]
        asked = sweep.table.address(visit, sweep.turn.keys)
        matters = {key for name, key in sweep.turn.keys.items() if len(key) == 10 and not name.startswith("person_")}
        keys = [key for key in matters if key in answer.text and key not in asked]
        if answer.words or rooms or keys or answer.circles:
            wrong.append(f"{visit.label}: {answer.words} {rooms} {keys} {answer.circles}")
    assert not wrong, "\n".join(wrong)


def test_most_words_are_shown_to_somebody(sweep: Sweep) -> None:
    """Else the search for words would find nothing because nothing is shown."""
    shown = {word for visit in VISITS for person in visit.yes for word in sweep.get(visit, person).words}
    never = {word: sorted(places) for word, places in sweep.turn.words.items() if word not in shown}
    assert len(never) < len(sweep.turn.words) / 4, never


def test_a_door_that_logs_more_than_it_shows_is_listed(sweep: Sweep) -> None:
    """A page that loads a room and says no word of it tells the log too much: it is listed with its reason."""
    found = {visit.door for visit in VISITS for person in visit.yes if silent(sweep, visit, person)}
    assert found == set(STATED["logs_more"])


def silent(sweep: Sweep, visit: Visit, person: str) -> list[str]:
    """The circles with words in them that the log was told of, and of which the page says none."""
    answer, turn = sweep.get(visit, person), sweep.turn
    told = {turn.circles[circle] for word in answer.words for circle, _ in turn.words[word]}
    spoken = {circle for places in turn.words.values() for circle, _ in places}
    return sorted(name for name in spoken if turn.circles[name] in answer.circles - told)
