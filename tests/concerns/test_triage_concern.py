"""Every choice with a yes and a no; sharing carries its reason; an open notification holds the concern in the queue."""

from typing import Any

import pytest

from samspil.authority.errors import NotAllowed, Refusal
from samspil.circles.models import Circle, Disclosure, YoungPerson
from samspil.concerns import commands, queries
from samspil.concerns.models import Answer, Concern, Notice, Triage
from samspil.concerns.queries import openers
from samspil.decisions.models import Submission

TELL = "Han har brug for en voksen, der holder øje om morgenen."
ADVICE = commands.Choice("advice", answer="Tal med ham i morgen.")


def network(actor: Any, concern: Any) -> Any:
    return queries.triage_choices(actor, concern).own[0]


def test_advice_closes_and_answers(acting: Any, sent: Any) -> None:
    key = sent()
    with acting("nanna") as nanna, pytest.raises(NotAllowed):
        commands.triage_concern(nanna, Concern.objects.get(key=key), choice=ADVICE)
    with acting("anna") as anna:
        with pytest.raises(Refusal, match="Skriv dit råd"):
            commands.triage_concern(anna, queries.open_concern(anna, key), choice=commands.Choice("advice"))
        commands.triage_concern(anna, queries.open_concern(anna, key), choice=ADVICE)
        with pytest.raises(Refusal, match="afsluttet"):
            commands.triage_concern(anna, queries.open_concern(anna, key), choice=ADVICE)
        assert queries.queue_of(anna) == []
        assert [row.key for row in queries.queue_of(anna, "raad")] == [key]


@pytest.mark.requirement("L1")
def test_bringing_to_the_network_is_an_act_with_a_reason(acting: Any, sent: Any) -> None:
    key = sent()
    with acting("anna") as anna:
        concern = queries.open_concern(anna, key)
        body = network(anna, concern)
        assert body.slug == "netvaerk-aaskolen"
        with pytest.raises(Refusal, match="nødvendigt"):
            commands.triage_concern(anna, concern, choice=commands.Choice("meeting", body=body, tell=TELL))
        why = {"necessity": "De skal aftale, hvem der taler med ham.", "body": body}
        with pytest.raises(Refusal, match="hvad de andre skal vide"):
            commands.triage_concern(anna, concern, choice=commands.Choice("meeting", tell="  ", **why))
        choice = commands.Choice("meeting", tell=TELL, along=("child_words",), **why)
        triage = commands.triage_concern(anna, concern, choice=choice)
        circle = Circle.objects.get(key=triage.opened_key)
        assert "Villads" not in circle.title
        submission = Submission.objects.get(circle=circle)
        assert (submission.subject_kind, submission.subject_key, submission.body_id) == ("concern", key, body.pk)
        assert Answer.objects.get(concern=concern).text.startswith("Tak")
        assert queries.queue_of(anna) == []
    with acting("bo"):
        assert not Concern.objects.filter(key=key).exists()
        assert YoungPerson.objects.get(circle__key=circle.key).name == "Villads Bruun"
        (received,) = Disclosure.objects.filter(circle__key=circle.key, direction="received")
        assert received.necessity == choice.necessity
        (matter,) = Submission.objects.filter(circle__key=circle.key)
        assert [(one.slot, one.text) for one in matter.brought] == [
            ("minimum", TELL),
            ("child_words", "Det er ikke mit."),
        ]
        assert matter.act_id == received.pk
        assert "Nanna" not in str(matter.excerpts)
        assert "sov i timen" not in str(matter.excerpts)
    with acting("nanna"):
        assert not Circle.objects.filter(key=circle.key).exists()


def test_another_consultant_without_a_seat_there_can_bring_it_too(acting: Any, sent: Any) -> None:
    key = sent()
    with acting("olga") as olga:
        concern = queries.open_concern(olga, key)
        choice = commands.Choice("meeting", necessity="De kender ham.", tell=TELL, body=network(olga, concern))
        triage = commands.triage_concern(olga, concern, choice=choice)
        (matter,) = Submission.objects.filter(circle__key=triage.opened_key)
        assert [one.slot for one in matter.brought] == ["minimum"]
        assert matter.told_of("child_words")  # so that a case may say that there are some
        assert "ikke mit" not in str(matter.excerpts)


@pytest.mark.requirement("L18")
def test_an_open_notification_holds_it_in_the_queue(acting: Any, sent: Any) -> None:
    key = sent(notified="doubt")
    with acting("anna") as anna:
        concern = queries.open_concern(anna, key)
        for choice in (ADVICE, commands.Choice("groundless")):
            with pytest.raises(Refusal, match="Underretningen er ikke afklaret"):
                commands.triage_concern(anna, concern, choice=choice)
        brought = commands.Choice("meeting", necessity="De kender ham.", tell=TELL, body=network(anna, concern))
        commands.triage_concern(anna, concern, choice=brought)
        (row,) = queries.queue_of(anna)
        assert (row.key, row.badge) == (key, "Måske underretning")
        assert row.remark
        with pytest.raises(Refusal, match="hvorfor"):
            commands.settle_notice(anna, concern, outcome="not_needed")
        commands.settle_notice(anna, concern, outcome="not_needed", reason="Familien har allerede hjælp.")
        assert queries.queue_of(anna) == []
        commands.triage_concern(anna, queries.open_concern(anna, key), choice=ADVICE)


@pytest.mark.requirement("L21")
def test_notifying_starts_the_clock_of_the_receipt_and_the_receipt_stops_it(acting: Any, sent: Any) -> None:
    key = sent(notified="doubt")
    with acting("anna") as anna:
        concern = queries.open_concern(anna, key)
        with pytest.raises(Refusal, match="ikke sendt en underretning"):
            commands.settle_notice(anna, concern, outcome="acknowledged")
        commands.triage_concern(anna, concern, choice=commands.Choice("notify", receiver="Familieafdelingen"))
        assert [row.outcome for row in Notice.objects.filter(concern=concern)] == ["sent"]
        assert "hverdage" in queries.open_waiting(anna, key).clocks[-1].meta
        commands.settle_notice(anna, concern, outcome="acknowledged")
        assert queries.open_waiting(anna, key).clocks == ()
    with acting("nanna") as nanna, pytest.raises(NotAllowed):
        commands.settle_notice(nanna, Concern.objects.get(key=key), outcome="sent")


@pytest.mark.requirement("L38")
def test_groundless_is_kept_the_shortest(acting: Any, sent: Any) -> None:
    from samspil.circles.rules import retention_words

    key = sent()
    with acting("anna") as anna:
        concern = queries.open_concern(anna, key)
        assert concern.circle.category.slug == "bekymring"
        commands.triage_concern(anna, concern, choice=commands.Choice("groundless"))
        circle = Circle.objects.select_related("category").get(pk=concern.circle_id)
        assert (circle.category.slug, circle.category.days) == ("grundloes", 7)
        assert circle.closed_at is not None
        assert retention_words(circle, circle.category).startswith("Skal slettes ")


def test_a_case_is_opened_directly_only_where_the_way_and_the_room_are_there(
    acting: Any, sent: Any, monkeypatch: Any
) -> None:
    began = []
    key = sent()
    with acting("anna") as anna:
        concern = queries.open_concern(anna, key)
        choice = commands.Choice("case", necessity="Han skal have en tovholder.", tell=TELL)
        monkeypatch.setattr(openers, "_openers", [])
        with pytest.raises(Refusal, match="begynder en sag på et møde"):
            commands.triage_concern(anna, concern, choice=choice)
        openers.register(
            lambda _actor, concern, circle, _act, told: began.append((concern.key, circle.kind, told[0].text))
        )
        triage = commands.triage_concern(anna, concern, choice=choice)
        assert began == [(key, "case", TELL)]
        assert YoungPerson.objects.get(circle__key=triage.opened_key).name == "Villads Bruun"


def test_a_refused_choice_leaves_nothing(acting: Any, sent: Any) -> None:
    key = sent()
    with acting("anna") as anna:
        concern = queries.open_concern(anna, key)
        with pytest.raises(Refusal):
            commands.triage_concern(anna, concern, choice=commands.Choice("meeting", necessity="x", tell=TELL))
        assert not Triage.objects.filter(concern=concern).exists()
        assert not Answer.objects.filter(concern=concern).exists()


def test_further_answers_reach_the_reporter(acting: Any, sent: Any) -> None:
    key = sent()
    with acting("anna") as anna:
        commands.answer_reporter(anna, queries.open_concern(anna, key), text="Vi ses fredag.")
    with acting("nanna") as nanna:
        assert [one.text for one in queries.my_concerns(nanna)[0].answers] == ["Vi ses fredag."]
        with pytest.raises(NotAllowed):
            commands.answer_reporter(nanna, Concern.objects.get(key=key), text="nej")


def test_a_likeness_is_suggested_and_a_person_decides(acting: Any, sent: Any) -> None:
    first, second = sent(), sent("karl", name="Villads Bruun")
    sent("karl", name="Villads Bruun", birth_date=None)
    with acting("anna") as anna:
        assert [one.key for one in queries.open_waiting(anna, first).alike] == [second]
        assert "Kendt her" in {row.badge for row in queries.queue_of(anna)}
        commands.judge_likeness(anna, queries.open_concern(anna, first), other_key=second, same=False)
        assert queries.open_waiting(anna, first).alike == ()
        with pytest.raises(Refusal, match="allerede afgjort"):
            commands.judge_likeness(anna, queries.open_concern(anna, first), other_key=second, same=True)
    with acting("nanna") as nanna, pytest.raises(NotAllowed):
        commands.judge_likeness(nanna, Concern.objects.get(key=first), other_key=second, same=True)


@pytest.mark.requirement("L2")
@pytest.mark.parametrize("reporter", ["bo", "fie", "dorthe"])
def test_another_agencys_concern_is_answered_by_acts_with_a_reason(acting: Any, sent: Any, reporter: str) -> None:
    key = sent(reporter)
    with acting("anna") as anna:
        concern = queries.open_concern(anna, key)
        commands.triage_concern(anna, concern, choice=ADVICE)
        assert Answer.objects.get(concern=concern).act_id is not None
        assert all(act.necessity for act in Disclosure.objects.filter(circle_id=concern.circle_id))
    with acting(reporter) as actor:
        assert queries.my_concerns(actor)[0].words == "Du har fået svar"


def test_who_covers_the_school_comes_first_then_those_one_convenes(acting: Any, sent: Any) -> None:
    key = sent()
    with acting("karl") as karl:
        skovskolen = next(one for one in queries.schools_with_bodies(karl) if one.slug == "skovskolen")
    elsewhere = sent("karl", name="Oskar Toft", school=skovskolen)
    with acting("anna") as anna:
        found = queries.triage_choices(anna, queries.open_concern(anna, key))
        assert [body.slug for body in found.own] == ["netvaerk-aaskolen"]
        assert not set(found.own) & {*found.convened, *found.others}
        away = queries.triage_choices(anna, queries.open_concern(anna, elsewhere))
        assert [body.slug for body in away.own] == ["netvaerk-skovskolen"]
        assert "netvaerk-aaskolen" in {body.slug for body in away.convened}
    with acting("olga") as olga:
        away = queries.triage_choices(olga, queries.open_concern(olga, key))
        assert away.bodies[0].slug == "netvaerk-aaskolen", "the child's school, whoever triages"
        assert "netvaerk-aaskolen" not in {body.slug for body in away.convened}
