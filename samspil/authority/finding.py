"""Rows in which words stand, the best fit first. The words and slips beside a row are columns of the database's own."""

from collections.abc import Sequence
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, F, IntegerField, Q, QuerySet
from django.db.models.expressions import RawSQL


def found_in(rows: QuerySet[Any], words: Sequence[str], also: Q | None = None) -> QuerySet[Any]:
    """Those of a model with `found_by` that hold each of the words, and those that `also` names, which come first."""
    names = [f"fit_{number}" for number in range(len(words))]
    fits = {name: _fit(rows.model, word) for name, word in zip(names, words, strict=True)}
    holds = Q(**{f"{name}__gt": 0 for name in names})
    total = sum((F(name) for name in names[1:]), F(names[0]))
    first = [ExpressionWrapper(also, BooleanField()).desc()] if also else []
    found: QuerySet[Any] = rows.alias(**fits).filter(holds | also if also else holds)
    return found.order_by(*first, total.desc(), "-pk")


def _fit(model: Any, word: str) -> RawSQL:
    """No value of it can be put out: the reading guard refuses raw SQL in what a select answers."""
    table = model._meta.db_table
    slips = f"{table}.found_slips" if model.found_slips else "'{}'"
    asked = f"word_fit({table}.found_words, {slips}, trim(folded_words(%s)), word_slips(%s))"
    return RawSQL(asked, (word, word), output_field=IntegerField())  # noqa: S611  # table names are ours, the word is a parameter
