"""Nanna is worried: a draft that she keeps, and a concern that she sends and Anna brings to the network."""

from typing import Any

from samspil.lib import clock
from tests.world.turn import BIRTH, CPR, Acting, Turn


def report(turn: Turn, acting: Acting) -> None:
    from samspil.concerns import commands, queries

    with acting("nanna") as nanna:
        room = queries.workplaces(nanna)[0]
        turn.circles["workplace"] = room.pk
        draft = commands.start_concern(nanna, room, facts=_facts(turn, nanna, "draft"), purpose="forebygge")
        turn.lies("draft", draft)
        sent = commands.start_concern(nanna, room, facts=_facts(turn, nanna, "concern"), purpose="forebygge")
        turn.lies("concern", sent)
        commands.send_concern(
            nanna, queries.open_draft(nanna, sent.key), notified="doubt", reachable=turn.word("concern", "concern")
        )
    with acting("karl") as karl:
        room = queries.workplaces(karl)[0]
        other = commands.start_concern(karl, room, facts=_facts(turn, karl, "other_concern"), purpose="forebygge")
        turn.lies("other_concern", other)
        commands.send_concern(karl, queries.open_draft(karl, other.key), notified="yes", reachable="")


def _facts(turn: Turn, actor: Any, circle: str) -> Any:
    from samspil.concerns import commands, queries

    def word(kind: str = "concern") -> str:
        return turn.word(circle, kind)

    name = word("youngperson")
    turn.keys[f"name_{circle}"], turn.keys[f"class_{circle}"] = name, word("youngperson")
    turn.keys[f"said_{circle}"] = said = word()
    slug = "skovskolen" if circle == "other_concern" else "aaskolen"
    return commands.DraftFacts(
        kinds=["fravaer"],
        urgency="days",
        about=word(),
        name=f"{name} Bruun",
        school_class=turn.keys[f"class_{circle}"],
        birth_date=BIRTH,
        school=next(school for school in queries.schools_with_bodies(actor) if school.slug == slug),
        place=word(),
        told=["child"],
        observation=f"{word()} sov i timen.",
        interpretation=f"{word()} tror jeg.",
        child_words=f"{said} sagde han.",
    )


def assess(turn: Turn, acting: Acting) -> None:
    from samspil.circles.models import Circle
    from samspil.concerns import commands, queries
    from samspil.decisions.models import Submission

    key = turn.keys["concern"]
    with acting("anna") as anna:
        commands.name_by_cpr(anna, queries.open_concern(anna, key), cpr=CPR)
        turn.words["140313-"] = {("concern", "identity")}
        reason = turn.word("concern", "triage")
        commands.settle_notice(anna, queries.open_concern(anna, key), outcome="not_needed", reason=reason)
        concern = queries.open_concern(anna, key)
        body = next(one for one in queries.triage_choices(anna, concern).bodies if one.slug == "netvaerk-aaskolen")
        choice = commands.Choice(
            outcome="meeting",
            answer=turn.word("concern", "answer"),
            reason=turn.word("concern", "triage"),
            necessity=turn.word("concern", "triage"),
            tell=turn.word("item", "item"),
            along=("child_words",),
            body=body,
        )
        triage = commands.triage_concern(anna, concern, choice=choice)
        commands.answer_reporter(anna, concern, text=turn.word("concern", "answer"))
        circle = Circle.objects.get(key=triage.opened_key)
        turn.circles["item"] = circle.pk
        turn.lies("submission", Submission.objects.get(circle=circle))
        _goes_along(turn, choice.necessity)


def _goes_along(turn: Turn, necessity: str) -> None:
    """The child's name, class and own words lie in the item's circle too; why they do, in both registers."""
    name = turn.keys["name_concern"]
    for word in (name, turn.keys["class_concern"]):
        turn.also(word, "item", "youngperson")
    for word in (name, turn.keys["said_concern"]):
        turn.also(word, "item", "item")
    for circle in ("concern", "item"):
        turn.also(necessity, circle, "disclosure")


def advise(turn: Turn, acting: Acting) -> None:
    """Olga answers Karl, and that is the end of it."""
    from samspil.concerns import commands, queries

    with acting("olga") as olga:
        choice = commands.Choice(outcome="advice", answer=turn.word("other_concern", "answer"))
        commands.triage_concern(olga, queries.open_concern(olga, turn.keys["other_concern"]), choice=choice)
        turn.moments["concern_closed"] = clock.now()
