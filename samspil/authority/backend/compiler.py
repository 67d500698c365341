"""Compilers that look at what a select puts out: a protected column leaves only as part of a loaded row."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, Expression, Subquery
from django.db.models.aggregates import Count
from django.db.models.expressions import Col, RawSQL, Ref
from django.db.models.sql import compiler

from samspil.authority import reading
from samspil.authority.backend.cursors import by_compiler, protected_tables, refuse


def _is_protected(model: Any) -> bool:
    return model is not None and model._meta.concrete_model._meta.db_table in protected_tables()


def put_out(expression: Any) -> Iterator[Any]:
    """The parts of an expression whose values reach the caller; counts and existence let nobody out."""
    if isinstance(expression, Count | Exists):
        return
    yield expression
    if isinstance(expression, Subquery):
        query = expression.query
        yield from (part for column in (*query.select, *query.annotation_select.values()) for part in put_out(column))
        if query.default_cols and _is_protected(query.model):
            refuse("a subquery puts out a protected row")
    elif isinstance(expression, Expression):
        for source in expression.get_source_expressions():
            if source is not None:
                yield from put_out(source)


def lets_out(expression: Any) -> bool:
    return any(isinstance(part, RawSQL) or _is_closed(part) for part in put_out(expression))


def _is_closed(part: Any) -> bool:
    if not isinstance(part, Col):
        return False
    model: Any = part.target.model
    return _is_protected(model) and part.target.attname not in model.open_fields


def _loaded(klass_info: Any) -> Iterator[int]:
    if klass_info:
        yield from klass_info["select_fields"]
        for related in klass_info.get("related_klass_infos", ()):
            yield from _loaded(related)


def _touches(query: Any) -> bool:
    tables = {join.table_name for join in query.alias_map.values() if join.table_name}
    return _is_protected(query.model) or bool(tables & protected_tables())


class SQLCompiler(compiler.SQLCompiler):
    answers_caller = False

    def execute_sql(self, *args: Any, **kwargs: Any) -> Any:
        self.answers_caller = True
        with by_compiler():
            return super().execute_sql(*args, **kwargs)

    def explain_query(self) -> Any:
        with by_compiler():
            return super().explain_query()

    def setup_query(self, with_col_aliases: bool = False) -> None:  # noqa: FBT001, FBT002  # Django's own signature
        super().setup_query(with_col_aliases)
        if self.answers_caller:
            self._look()

    def _look(self) -> None:
        query = self.query
        if (
            query.combinator
            and len({q.model for q in query.combined_queries}) > 1
            and any(map(_touches, query.combined_queries))
        ):
            refuse("a union of different models")
        if _touches(query):
            reading.current()
            if query.extra_select:
                refuse("extra select on a protected table")
        # values() names a model in klass_info too, but makes no rows of it: only default columns are loaded as rows.
        loaded = set(_loaded(self.klass_info)) if query.default_cols else set()
        for position, (expression, *_) in enumerate(self.select):
            if position not in loaded and lets_out(_resolve(expression, query)):
                refuse("a protected column outside a loaded row")


def _resolve(expression: Any, query: Any) -> Any:
    return query.annotations.get(expression.refs, expression) if _is_reference(expression) else expression


def _is_reference(expression: Any) -> bool:
    return isinstance(expression, Ref)


class SQLInsertCompiler(compiler.SQLInsertCompiler):
    def execute_sql(self, *args: Any, **kwargs: Any) -> Any:
        with by_compiler():
            return super().execute_sql(*args, **kwargs)


class SQLDeleteCompiler(compiler.SQLDeleteCompiler):
    def execute_sql(self, *args: Any, **kwargs: Any) -> Any:
        with by_compiler():
            return super().execute_sql(*args, **kwargs)


class SQLUpdateCompiler(compiler.SQLUpdateCompiler):
    def execute_sql(self, *args: Any, **kwargs: Any) -> Any:
        query: Any = self.query
        for _field, _model, value in query.values:
            if hasattr(value, "resolve_expression") and self._brings_in(value):
                refuse("an update that takes a protected column of another row")
        with by_compiler():
            return super().execute_sql(*args, **kwargs)

    def _brings_in(self, value: Any) -> bool:
        return any(
            isinstance(part, RawSQL | Subquery)
            or (isinstance(part, Col) and part.target.model is not self.query.model and lets_out(part))
            for part in put_out(value)
        )


class SQLAggregateCompiler(compiler.SQLAggregateCompiler):
    def execute_sql(self, *args: Any, **kwargs: Any) -> Any:
        inner = self.query.inner_query
        if _touches(inner):
            reading.current()
            if not all(isinstance(annotation, Count) for annotation in self.query.annotation_select.values()):
                refuse("an aggregate other than a count over protected rows")
        with by_compiler():
            return super().execute_sql(*args, **kwargs)
