"""The municipality's own words and limits."""

from typing import Any

from samspil.authority.actor import Actor
from samspil.concerns.models import Concern
from samspil.concerns.rules import Limits, State
from samspil.lib import clock
from samspil.lib.danish_dates import age_in_words
from samspil.organisation.models import Body, ConcernKind, Municipality, RetentionCategory, Unit

WITHOUT_NAME = "Uden navn"


def kinds_of(actor: Actor) -> dict[str, ConcernKind]:
    """Every kind of worry by its slug, in the municipality's order."""
    kinds = ConcernKind.objects.filter(municipality_id=actor.municipality_id).order_by("position", "id")
    return {kind.slug: kind for kind in kinds}


def limits_of(place: Actor | Municipality) -> Limits:
    """The limits of the municipality in hand, or of the one that a row lies in."""
    stated = place.settings["reaction_limits"]
    return Limits(**{name: int(stated[name]) for name in Limits.__dataclass_fields__})


def schools_with_bodies(actor: Actor) -> list[Unit]:
    """The workplaces that have a body of their own: where a young person may belong."""
    bodies = current_bodies(actor).filter(unit__isnull=False)
    return list(Unit.objects.filter(pk__in=bodies.values("unit_id")).order_by("sort_key"))


def current_bodies(actor: Actor) -> Any:
    """Bodies of today that may deal with one young person."""
    today = clock.today()
    bodies = Body.objects.filter(
        municipality_id=actor.municipality_id, closed_matters=True, registered_until__isnull=True
    )
    return bodies.filter(valid_from__lte=today).exclude(valid_until__lte=today).order_by("sort_key")


def groundless_category(actor: Actor) -> RetentionCategory | None:
    """The municipality's category for what there was nothing in."""
    categories = RetentionCategory.objects.filter(municipality_id=actor.municipality_id)
    return categories.filter(slug=actor.settings["groundless_category"]).first()


def groundless_of(concern: Any) -> RetentionCategory | None:
    """The same, from what the page of the concern has asked already."""
    return RetentionCategory(**concern.groundless) if concern.groundless else None


def state_of(concern: Concern) -> State:
    """What the rules ask, from rows that are prefetched."""
    texts = {text.slot for text in concern.texts.all() if not text.replaced and text.text.strip()}
    notices = sorted(concern.notice_rows.all(), key=lambda row: row.pk)
    return State(
        sent=bool(concern.sending_rows.all()),
        closed=concern.circle.closed_at is not None,
        sparring=concern.asks_only_for_sparring,
        named=concern.young_person is not None and bool(concern.young_person.name.strip()),
        seen="observation" in texts,
        kinds=tuple(concern.kinds),
        notified=concern.notified,
        notice_in_doubt=concern.notice_in_doubt,
        notice=notices[-1].outcome if notices else "",
        outcomes=tuple(row.outcome for row in concern.triage_rows.all()),
    )


def about_words(concern: Concern, *, short: bool) -> str:
    """`Villads B., 13 år` in a list, the whole name on its own page; what is said instead where there is no name."""
    young = concern.young_person
    if young is None:
        return ", ".join(part for part in (WITHOUT_NAME, concern.about) if part)
    name = short_name(young.name) if short else young.name
    return f"{name}, {age_in_words(young.birth_date, clock.today())}" if young.birth_date else name


def first_name(concern: Concern) -> str:
    """What the pages of the one who wrote call the child."""
    young = concern.young_person
    return young.name.split()[0] if young and young.name.split() else "Barnet"


def short_name(name: str) -> str:
    """`Villads B.`"""
    first, *rest = name.split() or [""]
    return f"{first} {rest[-1][0]}." if rest and rest[-1][0].isupper() else " ".join((first, *rest))


def kind_words(concern: Concern, kinds: dict[str, ConcernKind]) -> str:
    """`Hash, snus, alkohol eller stoffer. Noget derhjemme`"""
    return ". ".join(kinds[slug].name for slug in concern.kinds if slug in kinds)


def purpose_of(actor: Actor, kind: str) -> str:
    """The purpose that the municipality gives circles of this kind."""
    uses = actor.settings.get("circles") or []
    return str(next((use.get("purpose") or "" for use in uses if use.get("kind") == kind), ""))
