"""The API's addresses. Each operation is a door named after it, so that the boundary guards it as it does a page."""

from typing import Any

from django.urls import include, path

from samspil.api.views import api
from samspil.authority.doors import door

NAMES = {"api-root": "root", "openapi-json": "openapi"}


def behind_doors(patterns: list[Any]) -> list[Any]:
    """A pattern is named after its operation's function: `me` is the door `api.me`."""
    for pattern in patterns:
        pattern.callback = door(f"api.{NAMES.get(pattern.name, pattern.name)}")(pattern.callback)
    return patterns


_patterns, _app, _namespace = api.urls
urlpatterns = [path("api/v1/", include((behind_doors(_patterns), _app), namespace=_namespace))]
