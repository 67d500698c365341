"""Settings from the environment, read once, loudly when wrong."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str | None = None) -> str:
    """The variable, or the content of the file that NAME_FILE points at; ImproperlyConfigured when neither is there."""
    file = os.environ.get(f"{name}_FILE")
    value = Path(file).read_text().strip() if file else os.environ.get(name)
    value = default if value is None else value
    if value is None:
        message = f"{name} is not set. Set it, or {name}_FILE to a file that holds it."
        raise ImproperlyConfigured(message)
    return value


def flag(name: str) -> bool:
    value = text(name, "no").lower()
    if value not in {"yes", "no"}:
        message = f"{name} is {value!r}; it takes yes or no."
        raise ImproperlyConfigured(message)
    return value == "yes"


def database(url: str) -> dict[str, Any]:
    """Django's form of postgresql://user:password@host:port/name?host=/socket/folder."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"}:
        message = "A database address begins with postgresql:// (PostgreSQL is the only database Samspil knows)."
        raise ImproperlyConfigured(message)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    return {
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", unquote(parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "OPTIONS": query,
    }
