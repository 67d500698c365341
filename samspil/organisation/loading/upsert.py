"""Rows found again by slug."""

from typing import Any

from django.conf import settings

from samspil.lib import clock
from samspil.organisation.loading.facts import BEGINNING
from samspil.organisation.models import Municipality
from samspil.organisation.models.base import OverTime


class Upsert:
    """Keeps the rows of one municipality by model and slug, and says in sentences what it changed."""

    def __init__(self, municipality: Municipality) -> None:
        self.municipality = municipality
        self.sentences: list[str] = []
        self._known: dict[Any, dict[str, Any]] = {}

    def __call__(self, model: Any, slug: str, **values: Any) -> Any:
        known = self._of(model)
        if slug not in known:
            row = model(municipality=self.municipality, slug=slug, **with_clocks(model, values))
            row.save(using=settings.OWNER_ALIAS)
            known[slug] = row
            self.sentences.append(f"{called(model)} {values.get('name', slug)!r} er ny.")
            return row
        row = known[slug]
        changed = [name for name, value in values.items() if getattr(row, name) != value]
        if changed:
            for name in changed:
                setattr(row, name, values[name])
            row.save(using=settings.OWNER_ALIAS, update_fields=changed)
            words = ", ".join(str(model._meta.get_field(name).verbose_name) for name in changed)
            self.sentences.append(f"{called(model)} {values.get('name', slug)!r} har fået ny {words}.")
        return row

    def found(self, model: Any, slug: str | None) -> Any:
        return None if slug is None else self._of(model)[slug]

    def _of(self, model: Any) -> dict[str, Any]:
        if model not in self._known:
            rows = model.objects.using(settings.OWNER_ALIAS).filter(municipality=self.municipality)
            self._known[model] = {row.slug: row for row in rows}
        return self._known[model]


def with_clocks(model: Any, values: dict[str, Any]) -> dict[str, Any]:
    if issubclass(model, OverTime):
        values = {"valid_from": BEGINNING, "registered_from": clock.now(), **values}
    return values


def called(model: Any) -> str:
    return str(model._meta.verbose_name).capitalize()
