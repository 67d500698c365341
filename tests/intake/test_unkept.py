"""Nothing of the file is kept: no row, no file of the server, no login, no address, no log knows of it."""

import logging
import os
import re
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.cases.models import Case
from tests.intake.hands import KARIM, book, fetched, handed

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
WORD = "Kanarie"
ASKING = {"arrive", "circle_array", "coalesce", "current_setting", "set_config", "who_may"}
ASKING |= {"search_pause", "searched_lately", "record_entry"}
"""The last of them says in the log that somebody looked so many up, and not whom."""
opened: list[str] = []
listening = [False]


def _hear(kind: str, facts: tuple[Any, ...]) -> None:
    if listening[0] and kind == "open" and isinstance(facts[2], int) and facts[2] & WRITING:
        opened.append(str(facts[0]))


@pytest.fixture
def files_written() -> Iterator[list[str]]:
    """Each file that this process opens to write in; a hook of the interpreter's cannot be taken back, only be deaf."""
    if not listening[1:]:
        sys.addaudithook(_hear)
        listening.append(True)
    opened.clear()
    listening[0] = True
    yield opened
    listening[0] = False


def test_the_hook_hears_a_file_that_is_written(files_written: list[str], tmp_path: Any) -> None:
    (tmp_path / "spor").write_text(WORD)
    assert [name for name in files_written if name.endswith("spor")]


def test_the_dry_run_writes_no_file_no_row_and_no_login(
    client_of: Any, files_written: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    anna = client_of("anna")
    anna.get("/startimport/")
    table = book([KARIM, KARIM, {"Navn": KARIM["Navn"]}])
    files_written.clear()
    with caplog.at_level(logging.DEBUG), CaptureQueriesContext(connection) as asked:
        answer = handed(anna, table)
    assert (answer.status_code, files_written) == (200, [])
    assert WORD in answer.content.decode()
    writes = [one["sql"] for one in asked if one["sql"].lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE"))]
    assert [one for one in writes if "django_session" not in one] == []
    called = {name for one in asked if "SELECT" not in one["sql"] for name in re.findall(r"(\w+)\(", one["sql"])}
    assert called <= ASKING, "the house writes by functions too"
    told = f"{answer.headers} {caplog.text} {dict(anna.session.items())} {answer.cookies}"
    assert WORD not in told
    assert "no-store" in answer["Cache-Control"]
    assert not [one for one in asked if WORD in one["sql"] and not one["sql"].startswith("SELECT")]


def test_the_act_keeps_the_case_and_not_the_table(
    client_of: Any, acting: Any, files_written: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    anna = client_of("anna")
    answer = handed(anna, book([KARIM, {"Navn": "Kanarie Forkert"}]))
    files_written.clear()
    with caplog.at_level(logging.DEBUG, logger="samspil"), CaptureQueriesContext(connection) as asked:
        done = fetched(anna, answer)
    assert (done.status_code, done["Location"], files_written) == (303, "/sager/", [])
    assert not [one["sql"] for one in asked if "Kanarie Forkert" in one["sql"] or "Kanariefil" in one["sql"]]
    assert WORD not in f"{done.headers} {dict(anna.session.items())}"
    with acting("anna"):
        assert Case.objects.count() == 1
