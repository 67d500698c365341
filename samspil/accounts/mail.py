"""Mails of the login itself. They leave when what they tell of stands, and no transaction waits for a mail server.

An invitation and a recovery are sent by `links.send`, at once: whoever asks for one is told when it cannot go.

What may not lie in the database, as a link that is a secret, cannot wait in the outbox. A mail server that is away is
told to the log: the page has said what to do when no mail comes.
"""

from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string


def send_after_commit(kind: str, to: str, **facts: str) -> None:
    subject, _, body = render_to_string(f"accounts/mail/{kind}.txt", facts).partition("\n")
    transaction.on_commit(lambda: send_mail(subject.strip(), body.strip() + "\n", None, [to]), robust=True)


def tell_changed(to: str) -> None:
    """Tell the owner that what one logs in with has changed; not what, and not from where."""
    send_after_commit("changed", to)
