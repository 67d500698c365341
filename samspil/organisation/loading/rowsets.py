"""Sets of rows that a file states whole: what is gone ends, what is new is added, what differs is mended."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import models

from samspil.lib import clock
from samspil.organisation.files.problem import OrganisationFileError, Problem
from samspil.organisation.loading.upsert import called, with_clocks
from samspil.organisation.models import Municipality
from samspil.organisation.models.base import OverTime

TOLD_ONE_BY_ONE = 12


@dataclass
class RowSet:
    """The rows of one model that the file states, each known by its fields `by`; `named` says one in words.

    `frozen` fields of a row that holds already may not say something else: that is another version of it.
    """

    model: Any
    municipality: Municipality
    by: tuple[str, ...]
    named: Callable[[Any], str]
    frozen: tuple[str, ...] = ()
    within: Mapping[str, Any] = field(default_factory=dict)

    def replace(self, wanted: Sequence[Mapping[str, Any]]) -> list[str]:
        """Make the rows equal `wanted`; the difference in sentences."""
        waiting = self._existing()
        fresh, changed = [], []
        for values in wanted:
            alike = waiting[self._mark(values)]
            if not alike:
                fresh.append(self.model(municipality=self.municipality, **with_clocks(self.model, dict(values))))
            elif words := self._mended(alike.pop(0), values):
                changed.append(words)
        gone = [row for alike in waiting.values() for row in alike]
        self._end(gone)
        self.model.objects.using(settings.OWNER_ALIAS).bulk_create(fresh)
        return [*self._told("tilføjet", fresh), *changed, *self._told("taget ud", gone)]

    def _existing(self) -> defaultdict[tuple[Any, ...], list[Any]]:
        rows = self.model.objects.using(settings.OWNER_ALIAS).filter(municipality=self.municipality, **self.within)
        if issubclass(self.model, OverTime):
            rows = rows.filter(registered_until__isnull=True)
        found = defaultdict(list)
        for row in rows.order_by("pk"):
            found[self._mark({name: getattr(row, self._column(name)) for name in self.by})].append(row)
        return found

    def _mark(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        return tuple(_plain(values[name]) for name in self.by)

    def _mended(self, row: Any, values: Mapping[str, Any]) -> str | None:
        names = [name for name, value in values.items() if getattr(row, self._column(name)) != _plain(value)]
        if not names:
            return None
        words = ", ".join(self._word(name) for name in names)
        if row_holds(row) and not set(names).isdisjoint(self.frozen):
            raise OrganisationFileError([self._rewritten(row, words)])
        for name in names:
            setattr(row, name, values[name])
        row.save(using=settings.OWNER_ALIAS, update_fields=names)
        return f"{called(self.model)} {self.named(row)!r} har fået ny {words}."

    def _rewritten(self, row: Any, words: str) -> Problem:
        version = " og ".join(self._word(name) for name in self.by if name != "slug")
        message = f"{called(self.model)} {self.named(row)!r} gælder allerede, og filen siger nu noget andet ({words})."
        return Problem(self.municipality.slug, 0, row.slug, f"en ny {version}; den gamle bliver stående", message)

    def _end(self, gone: Sequence[Any]) -> None:
        rows = self.model.objects.using(settings.OWNER_ALIAS).filter(pk__in=[row.pk for row in gone])
        if issubclass(self.model, OverTime):
            rows.update(registered_until=clock.now())
        else:
            rows.delete()

    def _told(self, what: str, rows: Sequence[Any]) -> list[str]:
        if len(rows) > TOLD_ONE_BY_ONE:
            many = str(self.model._meta.verbose_name_plural).capitalize()
            return [f"{many}: {len(rows)} er {what}."]
        return [f"{called(self.model)} {self.named(row)!r} er {what}." for row in rows]

    def _column(self, name: str) -> str:
        return str(self.model._meta.get_field(name).attname)

    def _word(self, name: str) -> str:
        return str(self.model._meta.get_field(name).verbose_name)


def in_words(row: Any, names: tuple[str, ...]) -> str:
    """What a row without a name is known by."""
    said = (getattr(row, name) for name in names)
    return ", ".join(str(value) for value in said if value not in (None, ""))


def row_holds(row: Any) -> bool:
    """Whether anybody may have acted by it."""
    return bool(row.valid_from <= clock.today()) if hasattr(row, "valid_from") else False


def _plain(value: Any) -> Any:
    return value.pk if isinstance(value, models.Model) else value
