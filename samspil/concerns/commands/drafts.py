"""A concern from the first tick to the sending."""

from dataclasses import dataclass, fields
from datetime import date, time
from typing import Any

from django.db import transaction

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import command
from samspil.authority.errors import Refusal
from samspil.circles.commands import admit, disclose, open_circle
from samspil.circles.models import Circle, Member, YoungPerson
from samspil.concerns.models import Concern, ConcernText, Sending
from samspil.concerns.queries.contacts import admit_route, contact_words
from samspil.concerns.queries.drafts import SLOTS
from samspil.concerns.queries.words import kinds_of, state_of
from samspil.concerns.rules import State, asks_notice, why_not_send, why_not_write
from samspil.lib import clock
from samspil.lib.sort_key import sort_key
from samspil.organisation.models import Routing, Unit
from samspil.organisation.queries import why_shared

NO_RECEIVER = (
    "Kommunen har ikke sagt, hvem der tager imod fra dit arbejdssted. "
    "Intet er sendt, men det, du skrev, er gemt. Ring til {contact}."
)
OWN_FIELDS = frozenset(
    {"kinds", "urgency", "about", "happened_on", "happened_at", "place", "told", "reachable", "asks_only_for_sparring"}
)
PERSON_FIELDS = ("name", "school_class", "birth_date", "school")


@dataclass(frozen=True)
class DraftFacts:
    """What is known so far; None leaves what stands, and `cleared` names what was emptied."""

    kinds: list[str] | None = None
    urgency: str | None = None
    asks_only_for_sparring: bool | None = None
    about: str | None = None
    name: str | None = None
    school_class: str | None = None
    birth_date: date | None = None
    school: Unit | None = None
    happened_on: date | None = None
    happened_at: time | None = None
    place: str | None = None
    told: list[str] | None = None
    reachable: str | None = None
    observation: str | None = None
    interpretation: str | None = None
    child_words: str | None = None
    cleared: frozenset[str] = frozenset()

    def given(self) -> dict[str, Any]:
        names = [field.name for field in fields(self) if field.name != "cleared"]
        return {name: getattr(self, name) for name in names if getattr(self, name) is not None or name in self.cleared}


@command(Can.CONCERN_RAISE)
def start_concern(actor: Actor, workplace: Circle, *, facts: DraftFacts, purpose: str) -> Concern:
    """Open the concern's circle from the workplace; only the one who writes sees it until it is sent."""
    unit = workplace.unit
    circle = open_circle(
        actor,
        workplace,
        kind="concern",
        purpose=purpose,
        title=f"Bekymring fra {unit.name}",
        unit=unit,
        own_part="follower",
    )
    concern = Concern.objects.create(circle=circle, act_id=_act(actor, circle))
    _store(actor, concern, facts)
    return concern


@command(Can.CONCERN_WRITE)
def write_draft(actor: Actor, concern: Concern, *, facts: DraftFacts, version: int | None = None) -> int:
    """Save what was typed and return the new version. Only one person writes here, so what comes last stands.

    Where another window wrote since `version`, its words are kept beside, unless these go on from them.
    """
    concern.version = _locked_version(concern)
    _refuse(why_not_write(state_of(concern)))
    if version is not None and version != concern.version:
        _keep_apart(actor, concern, facts.given())
    _store(actor, concern, facts)
    return int(concern.version)


def _keep_apart(actor: Actor, concern: Concern, given: dict[str, Any]) -> None:
    texts = list(ConcernText.objects.filter(concern=concern, circle_id=concern.circle_id))
    aside = {text.text for text in texts if text.replaced}
    for standing in texts:
        words = given.get(standing.slot)
        if standing.replaced or words is None or standing.text in {"", *aside} or standing.text in words:
            continue
        _add_text(actor, concern, standing.slot, standing.text, replaced=True)


@command(Can.CONCERN_WRITE)
def send_concern(actor: Actor, concern: Concern, *, notified: str, reachable: str) -> Sending:
    """Send the draft to whoever receives for this workplace. It can be sent once."""
    sparring = concern.asks_only_for_sparring
    _locked_version(concern)
    if Sending.objects.filter(concern=concern).exists():
        raise Refusal(why_not_send(State(sent=True)) or "")
    concern.notified, concern.reachable = notified, reachable
    _refuse(why_not_send(state_of(concern)))
    route = admit_route(concern.circle.unit)
    if route is None or not (route.keeper_unit or route.keeper_body):
        raise Refusal(NO_RECEIVER.format(contact=contact_words(actor)))
    kinds = kinds_of(actor)
    hinted = any(kinds[slug].notify_hint for slug in concern.kinds if slug in kinds)
    concern.notice_in_doubt = asks_notice(notified, sparring=sparring, acute=concern.acute, hinted=hinted)
    concern.notified_at = clock.now() if notified else None
    concern.notified_by_id = concern.written_by_id if notified else None
    concern.save(update_fields=["notified", "reachable", "notice_in_doubt", "notified_at", "notified_by"])
    circle = concern.circle
    sending = Sending.objects.create(
        circle=circle, concern=concern, unit=route.keeper_unit, body=route.keeper_body, act_id=_act(actor, circle)
    )
    _let_in(actor, circle, route)
    return sending


def _locked_version(concern: Concern) -> int:
    """The version as it stands, held until this is written: two windows queue up here."""
    return int(Concern.objects.select_for_update().get(pk=concern.pk).version)


def _let_in(actor: Actor, circle: Circle, route: Routing) -> None:
    keepers = Member.objects.filter(circle=circle, part="keeper", ends_at__isnull=True)
    if keepers.filter(unit=route.keeper_unit, body=route.keeper_body).exists():
        return
    admit(
        actor,
        circle,
        part="keeper",
        unit=route.keeper_unit,
        body=route.keeper_body,
        basis=circle.basis,
        necessity=why_shared(actor.settings, "concern"),
    )


def _store(actor: Actor, concern: Concern, facts: DraftFacts) -> None:
    given = facts.given()
    with transaction.atomic():
        _store_person(actor, concern, given)
        for slot in SLOTS:
            if slot in given:
                _store_text(actor, concern, slot, given[slot] or "")
        own = {name: value for name, value in given.items() if name in OWN_FIELDS}
        for name, value in own.items():
            setattr(concern, name, value)
        concern.version += 1
        concern.saved_at = clock.now()
        concern.save(update_fields=[*own, "version", "saved_at", "young_person"])


def _store_person(actor: Actor, concern: Concern, given: dict[str, Any]) -> None:
    told = {name: given[name] for name in PERSON_FIELDS if name in given}
    if concern.young_person is None:
        if told.get("name"):
            concern.young_person = YoungPerson.objects.create(
                circle=concern.circle,
                sort_key=sort_key(told["name"]),
                act_id=_act(actor, concern.circle),
                **_plain(told),
            )
        return
    young = concern.young_person
    for name, value in _plain(told).items():
        setattr(young, name, value)
    if told:
        young.sort_key = sort_key(young.name)
        young.save(update_fields=[*told, "sort_key"])


def _plain(told: dict[str, Any]) -> dict[str, Any]:
    """An emptied text is empty, never null."""
    return {
        name: value if value is not None or name in {"birth_date", "school"} else "" for name, value in told.items()
    }


def _store_text(actor: Actor, concern: Concern, slot: str, words: str) -> None:
    """A draft is one's own: it is written over. Versions begin when somebody else can read (architecture 8d)."""
    standing = ConcernText.objects.filter(
        concern=concern, circle_id=concern.circle_id, slot=slot, replaced=False
    ).first()
    if standing is None:
        if words:
            _add_text(actor, concern, slot, words)
    elif standing.text != words:
        standing.text = words
        standing.save(update_fields=["text"])


def _add_text(actor: Actor, concern: Concern, slot: str, words: str, *, replaced: bool = False) -> None:
    act = _act(actor, concern.circle)
    ConcernText.objects.create(
        circle=concern.circle, concern=concern, slot=slot, text=words, replaced=replaced, act_id=act
    )


def _act(actor: Actor, circle: Circle) -> int | None:
    return disclose(actor, circle, basis=circle.basis, necessity=why_shared(actor.settings, "concern"))


def _refuse(sentence: str | None) -> None:
    if sentence:
        raise Refusal(sentence)
