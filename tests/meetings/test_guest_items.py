"""Whoever is asked to certain items of a meeting reads those, and no other of the open part."""

from typing import Any

import pytest

from samspil.lib import clock
from samspil.meetings.commands import people
from samspil.meetings.commands.agenda import add_item
from samspil.meetings.models import AgendaItem, Guest, ItemText, Meeting
from tests.meetings.asked import any_seat, text_of
from tests.meetings.matters import item_of, meeting_of

SHARED = {"basis": "ssp115", "necessity": "Han kender den unge fra klassen."}


def items_seen(acting: Any, who: str, meeting_key: str) -> set[str]:
    with acting(who):
        return {one.title for one in AgendaItem.objects.filter(meeting_key=meeting_key)}


@pytest.mark.requirement("G-05")
def test_a_guest_of_an_open_item_reads_that_one_and_no_other_of_the_open_part(
    world: Any, acting: Any, client_of: Any, called: Any
) -> None:
    """Nor their texts, nor who else is asked to them; the meeting's head and its people are read by all."""
    key, _ = called
    with acting("anna") as anna:
        meeting = meeting_of(anna, key)
        own, other = (add_item(anna, meeting, title=title) for title in ("Ungdomshuset fortæller", "Budgetkanarie"))
        now = {"changed_at": clock.now()}
        for item in (own, other):
            ItemText.objects.create(circle=meeting.circle, item=item, slot="minutes", text=f"Om {item.title}", **now)
        people.invite_guest(anna, meeting, tenure=any_seat(world, "lone"), items=[own])
        people.invite_guest(anna, meeting, tenure=any_seat(world, "nanna"), items=[other])
    lone, uffe = client_of("lone"), client_of("uffe")
    for address in (f"/moeder/{key}/", f"/moeder/{key}/punkt/{own.key}/", f"/moeder/{key}/referat/"):
        assert "Budgetkanarie" not in lone.get(address).content.decode()
    shown = text_of(lone.get(f"/moeder/{key}/"))
    assert ("Ungdomshuset fortæller" in shown, "Anna Holm" in shown, "Lukket del" in shown) == (True, True, True)
    asked = {who: one.get(f"/moeder/{key}/punkt/{other.key}/").status_code for who, one in (("l", lone), ("u", uffe))}
    assert asked == {"l": 404, "u": 200}
    with acting("lone"):
        assert {one.text for one in ItemText.objects.all()} == {"Om Ungdomshuset fortæller"}
        assert {one.item_id for one in Guest.objects.all()} == {own.pk}
        assert {one.key for one in Meeting.objects.all()} == {key}
    with acting("uffe"):
        assert {one.text for one in ItemText.objects.all()} > {"Om Ungdomshuset fortæller"}
        assert Guest.objects.count() == 2


def test_a_guest_asked_anew_reads_what_the_new_invitation_is_for(
    world: Any, acting: Any, client_of: Any, called: Any
) -> None:
    key, item_key = called
    with acting("anna") as anna:
        meeting = meeting_of(anna, key)
        first, second = (add_item(anna, meeting, title=title) for title in ("Første", "Anden"))
        closed = item_of(anna, key, item_key)
    everything = items_seen(acting, "uffe", key)
    invitations: list[tuple[list[Any], set[str]]] = [
        ([first], {"Første"}),
        ([second], {"Anden"}),
        ([closed], {""}),
        ([closed, first], {"", "Første"}),
        ([], everything),
        ([first], {"Første"}),
    ]
    for items, seen in invitations:
        with acting("anna") as anna:
            shared = SHARED if closed in items else {}
            row = people.invite_guest(
                anna, meeting_of(anna, key), tenure=any_seat(world, "nanna"), items=items, **shared
            )
        assert items_seen(acting, "nanna", key) == seen
        with acting("anna") as anna:
            people.withdraw_invitation(anna, meeting_of(anna, key), row=row)
        assert items_seen(acting, "nanna", key) == set()
