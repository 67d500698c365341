"""From an expanded file to rows, found again by their slug: applying the same file twice changes nothing."""

import hashlib
import json
from collections.abc import Callable
from operator import attrgetter
from typing import Any

from django.conf import settings
from django.db import connections, transaction

from samspil.lib import clock
from samspil.lib.sort_key import sort_key
from samspil.organisation.files.expand import Expanded
from samspil.organisation.files.plain import plain
from samspil.organisation.loading import derived, facts
from samspil.organisation.loading.rowsets import RowSet, in_words
from samspil.organisation.loading.upsert import Upsert
from samspil.organisation.models import (
    Agency,
    Body,
    BodyTie,
    ConcernKind,
    Controller,
    Function,
    Lawful,
    LegalBasis,
    Mandate,
    Municipality,
    MunicipalText,
    OrganisationEdition,
    RetentionCategory,
    Rhythm,
    Routing,
    Seat,
    Unit,
)


def apply_organisation(expanded: Expanded, applied_by: str) -> list[str]:
    """Write a checked file into the database; the difference in Danish sentences, empty where there was none."""
    with transaction.atomic(using=settings.OWNER_ALIAS):
        return _Loading(expanded).run(applied_by)


class _Loading:
    def __init__(self, expanded: Expanded) -> None:
        self.expanded = expanded
        self.file = expanded.organisation
        self.municipality = self._municipality()
        self.upsert = Upsert(self.municipality)

    def run(self, applied_by: str) -> list[str]:
        self._agencies()
        self._functions()
        self._law()
        self._bodies()
        self._seats()
        self._mandates()
        self._routing()
        self._circles()
        self._edition(applied_by)
        return self.upsert.sentences

    def _municipality(self) -> Municipality:
        own = self.file.municipality
        said = {"name": own.name, "colours": facts.colours(own), "settings": facts.settings_of(self.file)}
        found, _made = Municipality.objects.using(settings.OWNER_ALIAS).update_or_create(slug=own.slug, defaults=said)
        return found

    def _agencies(self) -> None:
        for controller in self.file.controllers:
            self.upsert(Controller, controller.key, name=controller.name)
        for agency in self.file.agencies:
            controller = self.upsert.found(Controller, agency.controller)
            self.upsert(
                Agency,
                agency.key,
                name=agency.name,
                controller=controller,
                legal_kind=agency.legal_kind,
                side=agency.side,
            )
        for unit in self.file.units:
            self.upsert(
                Unit,
                unit.key,
                name=unit.name,
                agency=self.upsert.found(Agency, unit.agency),
                parent=self.upsert.found(Unit, unit.parent),
                kind=unit.kind,
                phone=unit.phone,
                email=unit.mail,
                hours=unit.hours,
                public=unit.public,
                sort_key=sort_key(unit.name),
            )

    def _functions(self) -> None:
        conveners = {body.convenes for body in self.file.bodies}
        for function in self.expanded.functions:
            duties = [duty.text for duty in function.duties]
            self.upsert(Function, function.key, name=function.name, duties=duties, convenes=function.key in conveners)

    def _law(self) -> None:
        for one in self.file.retention:
            self.upsert(
                RetentionCategory,
                one.key,
                name=one.name,
                days=one.days,
                starts=one.starts,
                outcome=one.outcome,
                warn_days=one.warn_days,
            )
        for position, kind in enumerate(self.file.concern_kinds):
            hints = {"hint": kind.hint, "notify_hint": kind.notify_hint, "acute_hint": kind.acute_hint}
            self.upsert(ConcernKind, kind.key, name=kind.name, position=position, **hints)
        bases = [facts.basis(one) for one in self.file.legal_bases]
        law = ("name", "paragraph", "text", "valid_from")
        self._set(LegalBasis, bases, by=("slug", "version"), named=lambda row: f"{row.name}, {row.version}", frozen=law)
        lawful = [
            {"basis": row.basis, "legal_kind": row.legal_kind, "row_class": row.row_class}
            for row in self.expanded.lawful
        ]
        self._set(Lawful, lawful, by=("basis", "legal_kind", "row_class"))
        texts, own = facts.texts(self.file), ("title", "text")
        self._set(MunicipalText, texts, by=("slug", "language", "version"), named=attrgetter("title"), frozen=own)

    def _bodies(self) -> None:
        for row in self.expanded.bodies:
            body = self.upsert(
                Body,
                row.slug,
                name=row.name,
                definition=row.body.key,
                agency=self.upsert.found(Agency, row.body.agency),
                task=row.body.task,
                level=row.level,
                level_name=row.level_name,
                unit=self.upsert.found(Unit, row.unit),
                words=facts.body_words(row),
                closed_matters=row.body.competence.closed_matters,
                outside=not row.body.in_cooperation,
                public=row.body.public,
                standing_items=[plain(item) for item in row.body.agenda],
                sort_key=sort_key(row.name),
                valid_from=row.body.from_date or facts.BEGINNING,
            )
            rhythms = [
                {"body": body, "rule": facts.rhythm_rule(one), "words": one.words, "status": one.certainty}
                for one in row.body.rhythms
            ]
            self._set(Rhythm, rhythms, by=("body", "words"), within={"body": body})
        ties = [
            {"upper": self.upsert.found(Body, tie.upper), "lower": self.upsert.found(Body, tie.lower), "kind": tie.kind}
            for tie in self.expanded.ties
        ]
        self._set(BodyTie, ties, by=("upper", "lower", "kind"))

    def _seats(self) -> None:
        for row in self.expanded.seats:
            statement: Any = row.statement
            self.upsert(
                Seat,
                row.slug,
                body=self.upsert.found(Body, row.body),
                unit=self.upsert.found(Unit, row.unit),
                function=self.upsert.found(Function, row.function),
                agency=self.upsert.found(Agency, row.agency),
                legal_kind=row.legal_kind,
                from_unit=self.upsert.found(Unit, row.from_unit),
                optional=row.optional,
                many=row.many,
                public=statement.public,
                voting=getattr(statement, "voting", True),
                appointed_by=getattr(statement, "appointed_by", ""),
            )

    def _mandates(self) -> None:
        rows = [
            {
                "function": self.upsert.found(Function, row.function),
                "circle_kind": row.circle_kind,
                "part": row.part,
                "capability": row.capability,
                "row_class": row.row_class,
            }
            for row in derived.all_mandates(self.expanded.mandates)
        ]
        self._set(Mandate, rows, by=("function", "circle_kind", "part", "capability", "row_class"))

    def _routing(self) -> None:
        rows = [
            {
                "act": row.act,
                "from_kind": row.from_kind,
                "to_kind": row.to_kind,
                "capability": row.capability,
                "for_unit": self.upsert.found(Unit, row.for_unit),
                "keeper_unit": self.upsert.found(Unit, row.keeper_unit),
                "keeper_body": self.upsert.found(Body, row.keeper_body),
                "category": self.upsert.found(RetentionCategory, row.category),
                "basis": row.basis,
            }
            for row in facts.with_drafts(self.expanded.routing)
        ]
        self._set(Routing, rows, by=facts.ROUTE)

    def _set(
        self,
        model: Any,
        wanted: list[dict[str, Any]],
        *,
        by: tuple[str, ...],
        named: Callable[[Any], str] | None = None,
        **options: Any,
    ) -> None:
        """Rows that the file states whole; one is told by the fields it is known by, where it has no name."""
        rows = RowSet(model, self.municipality, by, named or (lambda row: in_words(row, by)), **options)
        self.upsert.sentences += rows.replace(wanted)

    def _circles(self) -> None:
        office = self.upsert.found(Unit, self.file.municipality.office_unit)
        uses = {
            use.kind: {"basis": use.basis, "category": use.retention, "purpose": use.purpose or ""}
            for use in self.file.circles
        }
        with connections[settings.OWNER_ALIAS].cursor() as cursor:
            cursor.execute("select stand_circles(%s, %s, %s)", [self.municipality.pk, office.pk, json.dumps(uses)])

    def _edition(self, applied_by: str) -> None:
        content = plain(self.file)
        digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
        editions = OrganisationEdition.objects.using(settings.OWNER_ALIAS).filter(municipality=self.municipality)
        latest = editions.order_by("-id").first()
        if latest is None or latest.digest != digest:
            OrganisationEdition.objects.using(settings.OWNER_ALIAS).create(
                municipality=self.municipality,
                applied_at=clock.now(),
                applied_by=applied_by,
                digest=digest,
                content=content,
                difference=self.upsert.sentences,
            )
