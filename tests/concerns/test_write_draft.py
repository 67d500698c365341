"""Saving on the way: two windows, repeated sends, and input that cannot be read."""

from typing import Any

import pytest
from django.urls import reverse

from samspil.concerns import commands, queries
from samspil.concerns.models import Concern, ConcernText

TYPED = {"name": "Villads Bruun", "observation": "Han sov i timen.", "happened": "i går kl. 10.15"}


def save(client: Any, key: Any, version: Any, **typed: Any) -> Any:
    answer = client.post(reverse("concerns:saving", args=[key]), {**TYPED, **typed, "version": version})
    return answer.status_code, answer.json()


def texts(acting: Any, key: Any, slot: str = "observation") -> Any:
    with acting("nanna"):
        rows = ConcernText.objects.filter(concern__key=key, slot=slot).order_by("id")
        return [(row.text, row.replaced) for row in rows]


def version_of(acting: Any, key: Any) -> Any:
    with acting("nanna"):
        return Concern.objects.get(key=key).version


def test_each_save_is_the_next_version(acting: Any, draft: Any, client_of: Any) -> None:
    key, client = draft(), client_of("nanna")
    version = version_of(acting, key)
    status, told = save(client, key, version, observation="Han sov igen.")
    assert (status, told["version"]) == (200, version + 1)
    assert told["words"].startswith("Gemt kl.")
    assert texts(acting, key) == [("Han sov igen.", False)]


def test_two_windows_lose_nothing(acting: Any, draft: Any, client_of: Any) -> None:
    key, client = draft(), client_of("nanna")
    version = version_of(acting, key)
    assert save(client, key, version, observation="Den ene.")[0] == 200
    status, told = save(client, key, version, observation="Den anden.")
    assert (status, told["version"]) == (200, version + 2)
    assert texts(acting, key) == [("Den anden.", False), ("Den ene.", True)]
    page = client.get(reverse("concerns:seen", args=[key])).content.decode()
    assert "Den ene." in page
    assert "Den anden." in page


def test_one_s_own_next_save_never_conflicts_and_leaves_nothing_beside(acting: Any, draft: Any, client_of: Any) -> None:
    key, client = draft(), client_of("nanna")
    version = version_of(acting, key)
    typed = ("Han sov i timen. Og", "Han sov i timen. Og igen", "Han sov i timen. Og igen i dag.")
    assert [save(client, key, version, observation=text)[0] for text in typed] == [200, 200, 200]
    assert texts(acting, key) == [(typed[-1], False)]


def test_the_same_save_twice_is_one(acting: Any, draft: Any, client_of: Any) -> None:
    key, client = draft(), client_of("nanna")
    version = version_of(acting, key)
    assert save(client, key, version, observation="Den ene.")[0] == 200
    assert save(client, key, version, observation="Den ene.")[0] == 200
    assert texts(acting, key) == [("Den ene.", False)]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"happened": "1-1-2099"}, "fremtiden"),
        ({"happened": "1-1-1950"}, "årstallet"),
        ({"happened": "pinse"}, "Skriv datoen"),
        ({"happened": "i dag kl. 27"}, "klokkeslættet"),
        ({"birth_date": "1-1-2099"}, "fremtiden"),
        ({"birth_date": "1-1-1960"}, "årstallet"),
        ({"observation": "æ" * 100_000}, "100.000 tegn"),
        ({"told": ["child", "nobody"]}, "både nogen og ingen"),
    ],
)
def test_what_cannot_be_stored_is_told_and_the_rest_is_kept(
    acting: Any, draft: Any, client_of: Any, typed: Any, words: Any
) -> None:
    key, client = draft(), client_of("nanna")
    status, told = save(client, key, version_of(acting, key), **{"place": "I gården", **typed})
    assert status == 422
    assert words in told["words"]
    with acting("nanna"):
        assert Concern.objects.get(key=key).place == "I gården"
    answer = client.post(reverse("concerns:seen", args=[key]), {**TYPED, **typed})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    first = next(iter(typed.values()))
    assert (first if isinstance(first, str) else first[0]) in answer.content.decode()


def test_nobody_else_writes_in_it(acting: Any, draft: Any, client_of: Any) -> None:
    key = draft()
    for stranger in ("mette", "anna", "jens"):
        assert client_of(stranger).post(reverse("concerns:saving", args=[key]), TYPED).status_code == 404
    assert texts(acting, key) == [("Han sov i timen.", False)]


def test_a_draft_is_written_by_its_command_until_it_is_sent(acting: Any, sent: Any, draft: Any) -> None:
    from samspil.authority.errors import Refusal

    key = sent()
    with acting("nanna") as nanna:
        concern = queries.open_reported(nanna, key)
        with pytest.raises(Refusal, match="er sendt"):
            commands.write_draft(nanna, concern, facts=commands.DraftFacts(observation="Nyt."))
    open_key = draft()
    with acting("nanna") as nanna:
        concern = queries.open_draft(nanna, open_key)
        commands.write_draft(nanna, concern, facts=commands.DraftFacts(observation="Nyt."))
    assert texts(acting, open_key) == [("Nyt.", False)]
