"""From a draft that one alone sees to a concern that waits at its receiver."""

from typing import Any

import pytest
from django.http import Http404

from samspil.authority.errors import Refusal
from samspil.concerns import commands, queries
from samspil.concerns.models import Concern, Sending


@pytest.mark.requirement("H-03")
def test_a_draft_is_its_writers_alone_and_is_sent_once(acting: Any, draft: Any) -> None:
    key = draft()
    with acting("anna"):
        assert not Concern.objects.filter(key=key).exists()
    with acting("nanna") as nanna:
        concern = queries.open_draft(nanna, key)
        commands.send_concern(nanna, concern, notified="no", reachable="")
        with pytest.raises(Refusal, match="allerede sendt"):
            commands.send_concern(nanna, concern, notified="no", reachable="")
        assert Sending.objects.filter(concern=concern).count() == 1
        with pytest.raises(Http404):
            queries.open_draft(nanna, key)
    with acting("anna"):
        assert Concern.objects.get(key=key).young_person.name == "Villads Bruun"
    for stranger in ("jens", "mette", "bo", "olga", "lone", "admin"):
        with acting(stranger):
            assert Concern.objects.filter(key=key).exists() == (stranger == "olga")


@pytest.mark.parametrize(
    ("facts", "notified", "sentence"),
    [
        ({"observation": None}, "no", "set eller hørt"),
        ({"name": None, "school_class": None, "birth_date": None}, "no", "hvem det handler om"),
        ({}, "", "underrettet"),
    ],
)
def test_what_is_missing_is_told_and_nothing_is_sent(
    acting: Any, draft: Any, facts: Any, notified: Any, sentence: Any
) -> None:
    key = draft(**facts)
    with acting("nanna") as nanna:
        concern = queries.open_draft(nanna, key)
        with pytest.raises(Refusal, match=sentence):
            commands.send_concern(nanna, concern, notified=notified, reachable="")
        assert not Sending.objects.filter(concern=concern).exists()


@pytest.mark.requirement("H-05")
def test_advice_is_asked_for_without_a_name(acting: Any, draft: Any) -> None:
    key = draft(
        asks_only_for_sparring=True, name=None, school_class=None, birth_date=None, kinds=None, about="6. klasse"
    )
    with acting("nanna") as nanna:
        commands.send_concern(nanna, queries.open_draft(nanna, key), notified="", reachable="")
    with acting("anna") as anna:
        (row,) = queries.queue_of(anna)
        assert (row.title, row.badge) == ("Uden navn, 6. klasse", "Sparring")


def test_a_self_governing_school_discloses_when_it_sends(acting: Any, sent: Any) -> None:
    from samspil.circles.models import Disclosure

    key = sent("fie")
    with acting("anna"):
        concern = Concern.objects.get(key=key)
        (act,) = Disclosure.objects.filter(circle_id=concern.circle_id)
        assert act.nature == "disclosure"
        assert act.necessity
        assert concern.act_id == act.pk


@pytest.mark.requirement("H-02")
def test_the_reporter_never_reads_the_triage(acting: Any, sent: Any) -> None:
    from samspil.concerns.models import Answer, Triage

    key = sent()
    with acting("anna") as anna:
        choice = commands.Choice("advice", answer="Tal med ham i morgen.", reason="Kender familien.")
        commands.triage_concern(anna, queries.open_concern(anna, key), choice=choice)
        assert Triage.objects.count() == 1
    with acting("nanna") as nanna:
        assert Triage.objects.count() == 0
        assert [answer.text for answer in Answer.objects.all()] == ["Tal med ham i morgen."]
        (mine,) = queries.my_concerns(nanna)
        assert mine.words == "Du har fået svar"
        with pytest.raises(Refusal):
            queries.open_concern(nanna, key)
