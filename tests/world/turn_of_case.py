"""A case that is worked on, one that is closed, and those of others."""

from typing import Any

from samspil.lib import clock
from tests.world.turn import BASIS, CPR, Acting, Turn, in_days
from tests.world.turn_of_meeting import bring


def open_from(turn: Turn, actor: Any, name: str, item: str) -> Any:
    """A case from what was brought to the body, with words for the problem and why."""
    from samspil.cases.commands import Opening, open_case
    from samspil.decisions.models import Submission

    submission = Submission.objects.get(key=turn.keys["submission" if item == "item" else f"{item}_submission"])
    problem, reason, necessity = (turn.word(name, "case"), turn.word(name, "case"), turn.word(name, "disclosure"))
    turn.also(necessity, item, "disclosure")
    opening = Opening(problem, reason, "niveau-1", BASIS, necessity, along=("child_words",))
    case = open_case(actor, submission, opening=opening)
    if item == "item":
        turn.also(turn.keys["said_concern"], name, "note")
    child = turn.keys["name_concern" if item == "item" else f"name_{item}"]
    turn.also(child, name, "youngperson")
    return turn.lies(name, case)


def work(turn: Turn, acting: Acting) -> None:
    from samspil.cases import queries
    from samspil.cases.commands import add_note, appoint_lead, correct_note, set_follow_up
    from samspil.circles.commands import store_identity

    with acting("anna") as anna:
        case = open_from(turn, anna, "case", "item")
        turn.also(turn.keys["class_concern"], "case", "youngperson")
        store_identity(anna, case.young_person, cpr=CPR)
        turn.words["140313-"].add(("case", "identity"))
        lead = next(one for one in queries.holders(case) if one.person_id == turn.people["mette"])
        turn.numbers["lead"] = lead.tenure_id
        appoint_lead(anna, case, tenure_id=lead.tenure_id)
        set_follow_up(anna, case, due=in_days(10))
        words = {"text": turn.word("case", "note"), "necessity": turn.word("case", "disclosure")}
        add_note(anna, case, slot="child_words", happened_on=clock.today(), listener="Anna Holm", **words)
    with acting("mette") as mette:
        mine = queries.open_case(mette, turn.keys["case"])
        words = {"text": turn.word("case", "note"), "necessity": turn.word("case", "disclosure")}
        note = add_note(mette, mine, slot="entry", happened_on=clock.today(), **words)
        standing = queries.open_own_note(mette, mine, note.thread, 1)
        turn.keys["note_thread"], turn.keys["note_version"] = note.thread, "2"
        correct_note(mette, standing, text=turn.word("case", "note"))


def close(turn: Turn, acting: Acting) -> None:
    from samspil.authority.capability import Can
    from samspil.cases import queries
    from samspil.cases.commands import add_note, close_case
    from samspil.cases.models import Closure
    from samspil.circles.commands import close_circle, disclose
    from samspil.meetings.queries.agenda import open_meeting

    with acting("anna") as anna:
        bring(turn, anna, open_meeting(anna, turn.keys["next_meeting"]), "next_item")
        open_from(turn, anna, "closed_case", "next_item")
        case = queries.open_case(anna, turn.keys["closed_case"])
        words = {"text": turn.word("closed_case", "note"), "necessity": turn.word("closed_case", "disclosure")}
        add_note(anna, case, slot="entry", happened_on=clock.today(), **words)
        close_case(anna, case, reason="hjulpet", words=turn.word("closed_case", "case"))
        turn.moments["case_closed"] = clock.now()
    with acting("anna") as anna:
        bring(turn, anna, open_meeting(anna, turn.keys["next_meeting"]), "locked_item")
        case = open_from(turn, anna, "locked_case", "locked_item")
        words = {"reason": "hjulpet", "words": turn.word("locked_case", "case")}
        act = disclose(anna, case.circle, basis=BASIS, necessity=turn.word("locked_case", "disclosure"))
        Closure.objects.create(circle=case.circle, act_id=act, case=case, **words)
        close_circle(anna, case.circle, Can.CASE_CLOSE, reading_days=0)  # nobody reads it from now on


def elsewhere(turn: Turn, acting: Acting) -> None:
    from samspil.cases.commands import add_note

    for who, name in (("olga", "other"), ("vera", "storerup")):
        with acting(who) as actor:
            case = open_from(turn, actor, f"{name}_case", f"{name}_item")
            words = {
                "text": turn.word(f"{name}_case", "note"),
                "necessity": turn.word(f"{name}_case", "disclosure"),
            }
            add_note(actor, case, slot="entry", happened_on=clock.today(), **words)
