"""What leaves by mail and what runs by itself: listed, and without a word or a name that is not the receiver's own."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.doors.matrix import STATED
from tests.doors.sweep import WORD
from tests.world.people import ELSEWHERE, PEOPLE, email_of
from tests.world.turn import Turn


@pytest.fixture
def worker_login(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    from django.db import connections

    connection = connections["default"]
    before = connection.settings_dict["USER"]
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict["USER"] = "samspil_worker"
    yield
    with django_db_blocker.unblock():
        connection.settings_dict["USER"] = before
        connection.close()


def test_every_mail_and_every_job_is_stated() -> None:
    from procrastinate.contrib.django import app

    from samspil.post.exports import KINDS

    assert set(KINDS) == set(STATED["queue"]["mails"])
    assert {name for name in app.tasks if name.startswith("samspil.")} == set(STATED["queue"]["jobs"])


def test_every_command_of_the_operator_is_stated() -> None:
    from samspil.config.cli import COMMANDS
    from samspil.config.municipality import ACTS

    assert set(COMMANDS) == set(STATED["terminal"]["commands"])
    assert set(ACTS) == set(STATED["terminal"]["municipality"])


def test_a_mail_holds_no_word_and_no_name_but_its_receiver_s(
    worker_login: None, laid: Any, db: None, mailoutbox: Any
) -> None:
    from samspil.post.jobs.sending import send_due

    turn: Turn = laid[1]
    while send_due():
        pass
    assert {mail.to[0] for mail in mailoutbox} >= {email_of(who) for who in ("anna", "bo", "uffe", "olga", "lone")}
    assert email_of("future") not in {mail.to[0] for mail in mailoutbox}
    names = {email_of(key): name for key, (name, _) in {**PEOPLE, **ELSEWHERE}.items()}
    closed = {word for word, places in turn.words.items() if not any(kind == "open" for _, kind in places)}
    for mail in mailoutbox:
        told = str(mail.message()) + mail.subject + mail.body + "".join(part.content for part in mail.alternatives)
        plain = told.replace("\r\n ", "").replace("\n ", "")
        assert not {word.capitalize() for word in WORD.findall(plain)} & closed
        assert not [name for address, name in names.items() if name in plain and address != mail.to[0]]
