"""Every table has a class (A23); a table without one fails the build, and migration stops."""

from typing import Any

from django.apps import apps

from samspil.authority.models import InCircle

CLASSES = frozenset({"circle", "organisation", "ledger", "publication", "queue", "accounts"})

OTHERS_TABLES = {
    "account_": "accounts",
    "auth_": "accounts",
    "django_": "accounts",
    "mfa_": "accounts",
    "procrastinate_": "queue",
    "audit_entry": "ledger",
    "audit_reading": "ledger",
}


def class_of(table: str) -> str | None:
    """The class of a table by its model, or by its owner's prefix where the model is not ours."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.db_table == table and hasattr(model, "table_class"):
            return str(model.table_class)
    return next((cls for prefix, cls in OTHERS_TABLES.items() if table.startswith(prefix)), None)


def protected_models() -> list[type[InCircle]]:
    return [model for model in apps.get_models() if issubclass(model, InCircle)]


def managed_models(*classes: str) -> list[Any]:
    return [
        m
        for m in apps.get_models(include_auto_created=True)
        if getattr(m, "table_class", "") in classes and m._meta.managed
    ]
