"""A form's one-time key counts where it was sent; a refused form leaves an entry."""

from functools import partial
from typing import Any

from django.forms import CharField, Form
from django.test import RequestFactory

from samspil.authority.errors import Refusal
from samspil.authority.posting import posted


class Sent(Form):
    form_key = CharField()


def send(path: str, act: Any) -> Any:
    request: Any = RequestFactory().post(path, {"form_key": "k1"})
    form = Sent(request.POST)
    return request, posted(request, form, act), form


def test_a_key_answers_again_at_its_own_address_and_never_for_another(acting: Any) -> None:
    done: list[str] = []

    def act(path: str) -> str:
        done.append(path)
        return f"/gjort{path}"

    with acting("anna"):
        for path in ("/et/", "/et/", "/andet/"):
            _request, answer, _form = send(path, partial(act, path))
            assert answer["Location"] == f"/gjort{path}"
    assert done == ["/et/", "/andet/"]


def test_what_is_refused_is_told_kept_for_the_record_and_may_be_sent_again(acting: Any) -> None:
    def refuse() -> str:
        raise Refusal("Det kan ikke lade sig gøre endnu.")

    with acting("anna"):
        request, answer, form = send("/et/", refuse)
        assert answer is None
        assert str(request.refused) in form.errors["__all__"][0]
        assert send("/et/", lambda: "/gjort/")[1].status_code == 303
