"""Turns statements of the file into the values that rows keep."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from samspil.authority.capability import Can
from samspil.organisation.files.expand import BodyRow, RoutingRow
from samspil.organisation.files.model import LegalBasis, Municipality, Organisation, Rhythm
from samspil.organisation.files.plain import plain

BEGINNING = date(1975, 1, 1)
"""Statements without a date hold since before anybody asks: SSP began in 1975."""


ROUTE = ("act", "from_kind", "to_kind", "capability", "for_unit", "keeper_unit", "keeper_body", "category", "basis")
"""All that a way says: it is known by nothing less."""


def colours(municipality: Municipality) -> dict[str, str]:
    own = municipality.colours
    return {"primary": own.primary, "dark": own.dark, "tint": own.tint}


def settings_of(file: Organisation) -> dict[str, Any]:
    """What pages ask about the municipality as a whole, in the file's own words."""
    own = file.municipality
    lists = {
        name: [plain(one) for one in getattr(file, name)]
        for name in (
            "purposes",
            "circles",
            "closing_reasons",
            "seriousness_levels",
            "target_groups",
            "taxonomies",
            "doors",
            "documents",
            "unit_kinds",
        )
    }
    return {
        "second_factor": "required" if own.second_factor_required else "optional",
        "anchoring_unit": own.anchoring_unit,
        "contact": plain(own.contact),
        "press_contact": plain(own.press_contact) if own.press_contact else None,
        "police_district": own.police_district,
        "invented": own.invented,
        "reaction_limits": plain(file.reaction_limits),
        "joint_work": plain(file.joint_work),
        "housekeeping": plain(file.housekeeping),
        "log_watch": plain(file.log_watch),
        "files": plain(file.files),
        **lists,
        **_matters(file),
    }


def _matters(file: Organisation) -> dict[str, Any]:
    own = file.matters
    outcomes = file.decision_outcomes
    return {
        "closed_reading_days": own.closed_reading_days,
        "item_reading_days": own.item_reading_days,
        "oldest_child": own.oldest_child,
        "guest_days": own.guest_days,
        "access_request_days": own.access_request_days,
        "groundless_category": file.groundless_category,
        "notice_receiver": next((unit.name for unit in file.units if unit.key == own.notice_unit), ""),
        "decision_outcomes": [
            {"slug": one.key, "name": one.name, "settles": one.settles, "promises": one.promises} for one in outcomes
        ],
        "school_holidays": [
            {"name": one.name, "from": plain(one.from_date), "to": plain(one.until_date)}
            for one in file.school_holidays
        ],
    }


def basis(one: LegalBasis) -> dict[str, Any]:
    names = ("name", "paragraph", "text", "version", "valid_from", "choosable", "cooperation")
    values = {name: getattr(one, name) for name in names}
    return {"slug": one.key, "valid_until": one.valid_to, "source": one.source or "", "status": one.certainty, **values}


def texts(file: Organisation) -> list[dict[str, Any]]:
    return [
        {
            "slug": one.key,
            "language": one.language,
            "version": one.valid_from.toordinal(),
            "title": one.title,
            "text": one.text,
            "valid_from": one.valid_from,
            "responsible": one.responsible,
        }
        for one in file.texts
    ]


def body_words(row: BodyRow) -> dict[str, Any]:
    body = row.body
    return {
        "open_name": row.open_name,
        "closed_name": row.closed_name,
        "convenes": body.convenes,
        "chairs": body.chairs,
        "writes": body.writes,
        "competence": body.competence.text,
        "ad_hoc": body.ad_hoc,
        "changed_by": body.changed_by,
        "defaults": list(body.defaults) if body.certainty != "not_stated" else ["convenes", "chairs", "writes"],
    }


def with_drafts(routing: Sequence[RoutingRow]) -> Iterator[RoutingRow]:
    """What somebody follows begins as a draft at the workplace, and is then sent to its receiver (scenario 1)."""
    for row in routing:
        if row.act == "open" and row.opener == "follower":
            yield replace(row, keeper_unit=None, keeper_body=None)
            yield replace(row, act="admit", from_kind=row.to_kind, capability=Can.CONCERN_WRITE)
        else:
            yield row


def rhythm_rule(rhythm: Rhythm) -> dict[str, Any]:
    """What `lib.rhythm` makes dates from, with hour and length as given; empty where one meets on demand."""
    return {
        **(rhythm.rule or {}),
        "time": rhythm.time and plain(rhythm.time),
        "minutes": rhythm.minutes,
        "about": rhythm.about,
    }
