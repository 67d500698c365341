from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string


def tell_changed(to: str) -> None:
    """Tell the owner that what one logs in with has changed; not what, and not from where."""
    subject, _, body = render_to_string("accounts/mail/changed.txt").partition("\n")
    # The change stands, so a mail server that is away is told to the log and not to the person.
    transaction.on_commit(lambda: send_mail(subject.strip(), body.strip() + "\n", None, [to]), robust=True)
