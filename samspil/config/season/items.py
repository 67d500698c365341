"""What is said and decided at the items of a meeting."""

from functools import partial
from typing import Any

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.relation import Holder, may, who_may
from samspil.config.season.cases import open_from_item
from samspil.config.season.cast import Player, Table
from samspil.config.season.house import House
from samspil.config.season.stories import WORDS, Matter
from samspil.decisions.commands import Promise, hand_on
from samspil.decisions.models import Commitment
from samspil.decisions.queries import running_in
from samspil.desk.commands import keep_promise
from samspil.meetings.commands import running, writing
from samspil.meetings.models import AgendaItem
from samspil.meetings.queries.agenda import items_of, open_meeting
from samspil.organisation.models import Tenure

__all__ = ["go_through", "items_of", "share", "told_openly"]

SIDES = {"police": "police", "social": "social", "school": "school"}
SPEAKERS = 4
DROPPED = 0.08
HANDED_ON = 0.08
"""Parts of the promises that come to nothing, and that somebody else takes over."""


def told_openly(table: Table, number: int) -> dict[str, str]:
    """The open item that a convener adds: another at each meeting, and another in each body."""
    lines: list[dict[str, str]] = WORDS["open_items"]
    return lines[(sum(table.slug.encode()) + number) % len(lines)]


def share(house: House, table: Table, key: str) -> None:
    """Police, social services and school say what is needed of theirs, at each item that they may read."""
    others = [one for one in table.speakers if one != table.convener]
    for player in others[:SPEAKERS] if table.closed else ():
        with house.stage.acting(player, "meetings.share") as actor:
            meeting = open_meeting(actor, key)
            for item in items_of(meeting):
                if item.is_closed and item.submission is not None and may(Can.NOTE_WRITE, item.circle_id):
                    _share(house, actor, item, player)


def _share(house: House, actor: Actor, item: AgendaItem, player: Player) -> None:
    matter = house.matters.get(item.submission.key)
    mine = [one for one in who_may(item.circle_id) if one.person_id == player.person_id and one.reads]
    if matter is None or not mine or item.reason != "nyt":
        return
    seat = Tenure.objects.get(pk=mine[0].tenure_id)
    if mine[0].side in SIDES and house.teller.chance(0.85):
        words: dict[str, Any] = {"text": matter.says(SIDES[mine[0].side]), "necessity": matter.says("need")}
        writing.share_note(actor, item, basis=item.circle.basis, on_behalf_of=seat, **words)
    else:
        writing.decline_to_share(actor, item, tenure=seat)


def go_through(house: House, actor: Actor, meeting: Any, convener: Player) -> None:
    for place, item in enumerate(items_of(meeting)):
        if item.is_closed:
            _closed(house, actor, meeting, item, convener)
        else:
            _open(house, actor, meeting, item, place)
        running.mark_discussed(actor, meeting, item=item)


def _open(house: House, actor: Actor, meeting: Any, item: AgendaItem, place: int) -> None:
    told = next((one for one in WORDS["open_items"] if one["title"] == item.title), None)
    if told is None:
        if place == 0:
            writing.write_minutes(actor, item, text=WORDS["opening"], revision=0)
        return
    writing.write_minutes(actor, item, text=told["minutes"], revision=0)
    if item.submission is not None and not running_in(item.circle_id).filter(submission=item.submission).exists():
        fresh = not item.submission.decisions.exists()
        promises = _promises(house, meeting.circle_id, [told["promise"]]) if fresh else ()
        outcome = "commitment" if promises else "nothing"
        writing.decide(actor, item, meeting_key=meeting.key, outcome=outcome, promises=promises)
        _keep_later(house, item, "Det er på plads.")


def _closed(house: House, actor: Actor, meeting: Any, item: AgendaItem, convener: Player) -> None:
    matter = house.matters.get(item.submission.key) if item.submission else None
    if matter is None or not may(Can.DECISION_WRITE, item.circle_id):
        return
    first = item.reason == "nyt"
    text = matter.says("minutes") if first else matter.says("followed")
    writing.write_minutes(actor, item, text=text, revision=0)
    outcome, promises = _outcome(house, actor, item, matter, convener)
    words = matter.says("decided") if first else ""
    writing.decide(actor, item, meeting_key=meeting.key, outcome=outcome, text=words, promises=promises)
    _keep_later(house, item, matter.says("kept"))


def _outcome(
    house: House, actor: Actor, item: AgendaItem, matter: Matter, convener: Player
) -> tuple[str, tuple[Promise, ...]]:
    """First promises; later it is taken up again while they run, then it is over, or a case goes on with it."""
    if item.reason == "nyt":
        return "commitment", _promises(house, item.circle_id, matter.all("promises"))
    if running_in(item.circle_id).filter(submission=item.submission).exists():
        return "again", ()
    if house.teller.chance(0.75) and may(Can.CASE_OPEN, item.circle_id):
        open_from_item(house, actor, item.submission, matter, convener)
    return "nothing", ()


def _promises(house: House, circle_id: int, texts: list[str]) -> tuple[Promise, ...]:
    holders = sorted({one.person_id: one for one in who_may(circle_id) if _takes_on(one)}.values(), key=_by_tenure)
    chosen = house.teller.luck.sample(holders, min(len(texts), len(holders)))
    due = [house.today() + house.teller.days(9, 24) for _ in chosen]
    return tuple(
        Promise(Tenure.objects.get(pk=one.tenure_id), text, day)
        for one, text, day in zip(chosen, texts, due, strict=False)
    )


def _takes_on(holder: Holder) -> bool:
    return not holder.capabilities.isdisjoint({Can.COMMITMENT_WRITE, Can.OPEN_WRITE})


def _by_tenure(holder: Holder) -> int:
    return holder.tenure_id


def _keep_later(house: House, item: AgendaItem, words: str) -> None:
    """Most promises are kept around their day; some are told of as running first; some are forgotten."""
    for one in running_in(item.circle_id).filter(submission=item.submission).order_by("pk"):
        player = house.player(one.tenure.person_id)
        if player is None or house.teller.chance(0.15):
            continue
        days = (one.due - house.today()).days
        if house.teller.chance(DROPPED):
            house.after(days, partial(_report, house, player, one.key, "dropped", WORDS["dropped"]))
            continue
        if item.is_closed and house.teller.chance(HANDED_ON):
            house.after(max(days // 2, 1), partial(_hand_on, house, player, one.key))
        if house.teller.chance(0.3):
            house.after(max(days // 2, 1), partial(_report, house, player, one.key, "running", ""))
        late = house.teller.luck.randint(-4, 2)
        house.after(days + late, partial(_report, house, player, one.key, "done", words))


def _report(house: House, player: Player, key: str, outcome: str, words: str) -> None:
    with house.stage.acting(player, "desk.promise") as actor:
        commitment = Commitment.objects.select_related("circle", "tenure").filter(key=key).first()
        if commitment is not None and commitment.ended_at is None:  # whoever has stepped out reads it no more
            keep_promise(actor, commitment, outcome=outcome, text=words)


def _hand_on(house: House, player: Player, key: str) -> None:
    """To the next one who may, in the order of seats."""
    with house.stage.acting(player, "desk.promise") as actor:
        commitment = Commitment.objects.select_related("circle", "tenure").filter(key=key).first()
        if commitment is None or commitment.ended_at is not None:
            return
        others = [one for one in who_may(commitment.circle_id) if _takes_on(one) and one.person_id != player.person_id]
        if others and may(Can.COMMITMENT_WRITE, commitment.circle_id):
            hand_on(actor, commitment, tenure=Tenure.objects.get(pk=min(others, key=_by_tenure).tenure_id))
