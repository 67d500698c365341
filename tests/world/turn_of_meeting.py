"""The network's meetings: one whose minutes went out, one that is going on, and those of others."""

from datetime import timedelta
from typing import Any

from samspil.lib import clock
from tests.world.turn import BASIS, Acting, Turn, any_seat_of, in_days, seat_of


def lay(turn: Turn, actor: Any, name: str, body: str = "netvaerk-aaskolen", days: int = 3) -> Any:
    from samspil.circles.queries import open_circle_of
    from samspil.meetings.commands.planning import plan_meeting
    from samspil.organisation.models import Body

    room = open_circle_of(Body.objects.get(slug=body, municipality_id=actor.municipality_id))
    where = "elsewhere" if actor.municipality_id != turn.numbers["lillerup"] else f"open_{body}"
    turn.circles[where] = room.pk
    start = clock.now() + timedelta(days=days)
    facts = {"place": turn.word(where, "open"), "about": turn.word(where, "open")}
    if name == "meeting":
        facts = {field: turn.asked(word) for field, word in facts.items()}
    return turn.lies(name, plan_meeting(actor, room, starts_at=start, ends_at=start + timedelta(minutes=90), **facts))


def bring(turn: Turn, actor: Any, meeting: Any, name: str) -> Any:
    """A closed item of its own, with words for the child, the reason and the necessity."""
    from samspil.circles.queries import closed_circle_of
    from samspil.meetings.commands.agenda import add_closed_item

    child, necessity = turn.word(name, "youngperson"), turn.word(name, "disclosure")
    room = closed_circle_of(meeting.body)
    turn.keys[f"name_{name}"] = child
    facts = {"name": f"{child} Krogh", "reason": turn.word(name, "item"), "basis": BASIS, "necessity": necessity}
    item = turn.lies(name, add_closed_item(actor, room, meeting=meeting, **facts))
    turn.keys[f"{name}_submission"] = item.submission.key
    return item


def hold_the_first(turn: Turn, acting: Acting) -> None:
    from samspil.meetings.commands import planning, running, writing

    with acting("anna") as anna:
        turn.numbers["lillerup"] = anna.municipality_id
        meeting = lay(turn, anna, "past_meeting", days=1)
        settled = bring(turn, anna, meeting, "settled")
        planning.convene(anna, meeting)
        running.start_meeting(anna, meeting)
        writing.write_minutes(anna, settled, text=turn.word("settled", "note"), revision=0)
        text = turn.word("settled", "decision")
        writing.decide(anna, settled, meeting_key=meeting.key, outcome="nothing", text=text)
        running.end_meeting(anna, meeting)
        running.send_minutes(anna, meeting)
        turn.moments["minutes_sent"] = clock.now()


def begin_the_second(turn: Turn, acting: Acting) -> None:
    from samspil.circles.commands import admit, exclude
    from samspil.circles.models import Circle
    from samspil.meetings.commands import agenda, people, planning, running
    from samspil.meetings.models import AgendaItem
    from samspil.meetings.queries.agenda import open_meeting
    from samspil.organisation.models import Person

    with acting("anna") as anna:
        room = Circle.objects.get(pk=turn.circles["item"])
        exclude(anna, room, Person.objects.get(pk=turn.people["jens"]), "Han er i familie med barnet.")
        meeting = lay(turn, anna, "meeting")
        agenda.build_agenda(anna, meeting)
        turn.lies("item", AgendaItem.objects.get(meeting_key=meeting.key, circle=room))
        where = "open_netvaerk-aaskolen"
        words = {name: turn.asked(turn.word(where, "open")) for name in ("title", "reason")}
        opened = turn.lies("open_item", agenda.add_item(anna, meeting, **words))
        turn.circles["open_item"] = turn.circles[where]
        people.invite_guest(anna, meeting, tenure=any_seat_of(turn, "lone"), items=[opened])
        why = turn.word("item", "disclosure")
        turn.also(why, "item", "circle")
        turn.moments["guest_leaves"] = clock.now() + timedelta(hours=5)
        guest = {"tenure": any_seat_of(turn, "karl"), "ends_at": turn.moments["guest_leaves"], "basis": BASIS}
        admit(anna, room, part="guest", necessity=why, **guest)
        planning.convene(anna, meeting)
    with acting("uffe") as uffe:
        planning.answer_invitation(uffe, open_meeting(uffe, turn.keys["meeting"]), answer="no")
    with acting("anna") as anna:
        meeting = open_meeting(anna, turn.keys["meeting"])
        running.start_meeting(anna, meeting)
        here = {seat_of(turn, who).pk for who in ("anna", "bo", "mette", "dorthe", "ali")}
        running.mark_present(anna, meeting, tenure_ids=here)
        running.name_stand_in(anna, meeting, tenure=seat_of(turn, "mette"))
        lay(turn, anna, "next_meeting", days=30)


def at_item(turn: Turn, actor: Any, item: str = "item", meeting: str = "meeting") -> Any:
    from samspil.meetings.queries.agenda import open_item, open_meeting

    return open_item(actor, open_meeting(actor, turn.keys[meeting]), turn.keys[item])


def share(turn: Turn, acting: Acting) -> None:
    from samspil.meetings.commands import writing

    for who in ("bo", "mette"):
        with acting(who) as actor:
            words = {"text": turn.word("item", "note"), "necessity": turn.word("item", "disclosure")}
            seat = seat_of(turn, who)
            writing.share_note(actor, at_item(turn, actor), basis=BASIS, on_behalf_of=seat, **words)
    with acting("dorthe") as dorthe:
        writing.decline_to_share(dorthe, at_item(turn, dorthe), tenure=seat_of(turn, "dorthe"))
    with acting("anna") as anna:
        for slot in ("minutes", "presentation", "child_words"):
            said = turn.word("item", "note")
            writing.write_minutes(anna, at_item(turn, anna), text=said, revision=0, slot=slot)
        said = turn.asked(turn.word("open_netvaerk-aaskolen", "open"))
        writing.write_minutes(anna, at_item(turn, anna, "open_item"), text=said, revision=0)
    with acting("mette") as mette:  # she began before Anna's text stood: hers is kept beside it
        writing.write_minutes(mette, at_item(turn, mette), text=turn.word("item", "note"), revision=0)


def decide(turn: Turn, acting: Acting) -> None:
    from samspil.decisions.commands import Promise, report_commitment
    from samspil.decisions.models import Commitment
    from samspil.meetings.commands import writing

    with acting("anna") as anna:
        promised = Promise(seat_of(turn, "ali"), turn.word("item", "commitment"), in_days(7))
        facts: Any = {"meeting_key": turn.keys["meeting"], "text": turn.word("item", "decision")}
        writing.decide(anna, at_item(turn, anna), outcome="commitment", promises=(promised,), **facts)
        turn.lies("promise", Commitment.objects.get(circle_id=turn.circles["item"]))
        what, words = (turn.asked(turn.word("open_netvaerk-aaskolen", "open")) for _ in range(2))
        open_promise = Promise(seat_of(turn, "bo"), what, in_days(9))
        facts = {"meeting_key": turn.keys["meeting"], "text": words, "promises": (open_promise,)}
        writing.decide(anna, at_item(turn, anna, "open_item"), outcome="commitment", **facts)
        turn.lies("open_promise", Commitment.objects.get(circle_id=turn.circles["open_netvaerk-aaskolen"]))
    with acting("ali") as ali:
        mine = Commitment.objects.get(key=turn.keys["promise"])
        report_commitment(ali, mine, outcome="running", text=turn.word("item", "commitment"))


def elsewhere(turn: Turn, acting: Acting) -> None:
    """The other network's matter, and another municipality's."""
    from samspil.meetings.commands import planning, running, writing

    places = (("olga", "netvaerk-skovskolen", "other"), ("vera", "netvaerk-aaskolen", "storerup"))
    for who, body, name in places:
        with acting(who) as actor:
            meeting = lay(turn, actor, f"{name}_meeting", body)
            item = bring(turn, actor, meeting, f"{name}_item")
            planning.convene(actor, meeting)
            running.start_meeting(actor, meeting)
            writing.write_minutes(actor, item, text=turn.word(f"{name}_item", "note"), revision=0)
            words = {"text": turn.word(f"{name}_item", "note"), "necessity": turn.word(f"{name}_item", "disclosure")}
            seat = seat_of(turn, who, body)
            writing.share_note(actor, item, basis=BASIS, on_behalf_of=seat, **words)
