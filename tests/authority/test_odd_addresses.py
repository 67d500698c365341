"""Addresses and forms that no page makes: answered like what is missing, never a fault of the server."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    "path", ["/moeder/%00/", "/sager/%00/", "/rum/%00/hvem/", "/kalender/%00.ics", "/sager/?side=%00"]
)
def test_a_null_character_is_a_missing_page(client_of: Any, path: str) -> None:
    assert client_of("anna").get(path).status_code == 404
    assert client_of("anna").get("/sager/").status_code == 200
