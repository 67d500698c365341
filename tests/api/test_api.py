"""The API: the same boundary, doors, rows and log as the pages."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samspil.authority.doors import DOORS
from tests.cases.conftest import CANARY, opened

PATHS = ("me", "cases", "meetings", "openapi.json")


@pytest.fixture
def key(acting: Any) -> Any:
    with acting("anna") as anna:
        return opened(anna).key


@pytest.mark.parametrize("path", PATHS)
def test_nobody_gets_in_without_login_and_everybody_with(world: Any, client_of: Any, path: Any) -> None:
    assert Client().get(f"/api/v1/{path}")["Location"].startswith("/log-ind/")
    answer = client_of("nanna").get(f"/api/v1/{path}")
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"


def test_a_case_is_read_by_those_in_it_and_missing_for_all_others(key: Any, client_of: Any) -> None:
    answer = client_of("bo").get(f"/api/v1/cases/{key}").json()
    assert (answer["name"], answer["problem"], answer["level"]) == (
        CANARY,
        "Fravær om mandagen",
        "1, bekymrende adfærd",
    )
    assert client_of("bo").get("/api/v1/cases").json()["cases"][0]["key"] == key
    for stranger in ("nanna", "uffe", "olga", "admin", "vera"):
        client = client_of(stranger)
        hidden, missing = client.get(f"/api/v1/cases/{key}"), client.get("/api/v1/cases/findesikke")
        assert hidden.status_code == missing.status_code == 404
        assert hidden.content == missing.content
        assert client.get("/api/v1/cases").json() == {"cases": [], "more": False}


def test_what_is_read_is_logged_by_its_door_and_an_attempt_is_recorded(key: Any, client_of: Any) -> None:
    assert _told(client_of("bo"), key, "record_reading('api.case'")
    assert _told(client_of("olga"), key, f"record_refusal('api.case', '{key}'")


def _told(client: Any, key: Any, call: Any) -> Any:
    with CaptureQueriesContext(connection) as asked:
        client.get(f"/api/v1/cases/{key}")
    said = [query["sql"] for query in asked if "record_" in query["sql"]]
    return len(said) == 1 and call in said[0]


def test_every_operation_has_a_door(world: Any, client_of: Any) -> None:
    client_of("anna").get("/api/v1/me")
    assert {"api.me", "api.cases", "api.case", "api.meetings", "api.openapi"} <= set(DOORS)
    paths = client_of("anna").get("/api/v1/openapi.json").json()["paths"]
    assert {one["get"]["operationId"] for one in paths.values()} == {"api.me", "api.cases", "api.case", "api.meetings"}


def test_a_page_that_is_no_number_is_answered_not_broken(world: Any, client_of: Any) -> None:
    assert client_of("anna").get("/api/v1/cases?page=0").status_code == 422
    assert client_of("anna").get("/api/v1/cases?page=x").status_code == 422
