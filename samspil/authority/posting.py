"""A form is carried out once, however often it is sent, and what was typed comes back when it is refused."""

import hashlib
from collections.abc import Callable

from django.db import connection, transaction
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect

from samspil.authority.errors import NotAllowed, Refusal
from samspil.authority.request import Request


def posted(request: Request, form: Form, act: Callable[[], str]) -> HttpResponse | None:
    """Carry out `act` once for this form and go to the address it returns; None when the form has something to say.

    A Refusal becomes an error above the form, nothing of the act stays, and the boundary records it afterwards.
    A key counts for the address it was sent to, so that one form's answer never stands for another's.
    """
    if request.method != "POST" or not form.is_valid():
        return None
    key = hashlib.sha256(f"{request.path}|{form.cleaned_data['form_key']}".encode()).hexdigest()[:40]
    try:
        with transaction.atomic():
            answer = _take(key)
            if answer is None:
                answer = act()
                _answer(key, answer)
    except NotAllowed:
        raise
    except Refusal as refusal:
        request.refused = refusal
        form.add_error(None, refusal.sentence)
        return None
    return HttpResponseRedirect(answer, status=303)


def _take(key: str) -> str | None:
    with connection.cursor() as cursor:
        cursor.execute("select take_form_key(%s)", [key])
        answer = cursor.fetchone()[0]
    return None if answer is None else str(answer)


def _answer(key: str, answer: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select answer_form_key(%s, %s)", [key, answer])
