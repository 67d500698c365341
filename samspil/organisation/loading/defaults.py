"""What a municipality's settings lack, because its file was applied before the key came, filled with the format's own.

Runs after migration, so that Python and SQL may both ask for any key of `facts.settings_of`.
"""

from dataclasses import MISSING, fields
from typing import Any

from samspil.organisation.files.model import Contact, Municipality, Organisation
from samspil.organisation.loading.facts import settings_of


def after_migrate(using: str, **_: Any) -> None:
    complete_settings(using)


def complete_settings(using: str) -> int:
    """How many municipalities lacked something. What a file has said is never changed."""
    from samspil.organisation.models import Municipality as Row  # noqa: PLC0415  # once the models stand

    changed = 0
    for row in Row.objects.using(using).all():
        whole = merged(default_settings(), row.settings)
        if whole != row.settings:
            row.settings = whole
            row.save(using=using, update_fields=["settings"])
            changed += 1
    return changed


def default_settings() -> dict[str, Any]:
    """The settings of a file that says only what every file must say; that part is left blank."""
    contact = Contact(name="")
    must = dict.fromkeys(_demanded(Municipality), "")
    own = Municipality(**{**must, "contact": contact})  # type: ignore[arg-type]  # blank in every demanded place
    lists: dict[str, Any] = dict.fromkeys(_demanded(Organisation), ())
    return settings_of(Organisation(**{**lists, "format": 1, "municipality": own}))


def merged(default: Any, stated: Any) -> Any:
    """What is stated wins, key by key; lists are taken whole."""
    if isinstance(default, dict) and isinstance(stated, dict):
        keys = [*stated, *(key for key in default if key not in stated)]
        return {key: merged(default.get(key), stated[key]) if key in stated else default[key] for key in keys}
    return stated


def _demanded(table: type[Any]) -> list[str]:
    return [one.name for one in fields(table) if one.default is MISSING and one.default_factory is MISSING]
