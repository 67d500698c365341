"""What stands around every page of the login: doors, safety marks, headers, cookies."""

import importlib
import os
import subprocess
import sys
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import get_resolver, reverse

from samspil.accounts.urls import urlpatterns
from samspil.authority.doors import Reach, door_of
from tests.accounts.hands import give_password, send_password
from tests.conftest import World

INSIDE = {"me", "people", "colleague", "invite", "lock", "unlock"} | {
    "ask_recovery",
    "approve_recovery",
    "refuse_recovery",
}


def test_every_page_has_a_door_of_its_own() -> None:
    names = [door_of(pattern.callback) for pattern in urlpatterns]
    assert all(names)
    assert len({door.name for door in names if door}) == len(urlpatterns)
    for pattern in urlpatterns:
        door = door_of(pattern.callback)
        assert door is not None
        outside = Reach.SECRET if pattern.name in {"welcome", "confirm_email"} else Reach.ACCOUNT
        expected = Reach.PERSON if pattern.name in INSIDE else outside
        assert (pattern.name, door.reach) == (pattern.name, expected)


@pytest.mark.parametrize("pattern", [p for p in urlpatterns if p.name in INSIDE], ids=lambda p: p.name)
def test_the_inside_leads_a_stranger_to_the_login(world: World, client: Client, pattern: Any) -> None:
    name = f"accounts:{pattern.name}"
    address = reverse(name) if "key" not in str(pattern) else reverse(name, args=["bcdfghjkmn"])
    assert client.get(address).headers["Location"].startswith("/log-ind/?next=")


def test_forms_need_their_safety_mark(world: World) -> None:
    give_password("uffe")
    strict = Client(enforce_csrf_checks=True)
    assert send_password(strict, "uffe").status_code == 403
    page = strict.get("/log-ind/").content.decode()
    mark = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    assert send_password(strict, "uffe", csrfmiddlewaretoken=mark).status_code == 303


def test_headers_of_the_login(world: World, client: Client) -> None:
    answer = client.get("/log-ind/")
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "no-store"
    text = answer.content.decode()
    assert "<script>" not in text
    assert " style=" not in text
    assert " onclick=" not in text


def test_the_cookie_is_closed_to_scripts_and_other_sites(world: World, client: Client) -> None:
    give_password("uffe")
    cookie = send_password(client, "uffe").cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 10 * 3600


def test_a_site_with_a_certificate_has_safe_cookies_and_real_origins() -> None:
    names = ["SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT"]
    names += ["MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN", "DEBUG", "DEMO"]
    code = f"from django.conf import settings as s; print(*(getattr(s, name) for name in {names}))"
    env = {**os.environ, "SITE_ADDRESS": "https://samspil.example", "DJANGO_SETTINGS_MODULE": "samspil.config.settings"}
    told = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True).stdout
    assert told.split() == ["__Host-samspil", "True", "True", "True", "False", "False", "False"]


def test_there_is_no_sign_up_and_no_page_of_the_library() -> None:
    importlib.import_module("samspil.config.urls")
    names = {str(key) for key in get_resolver().reverse_dict} | set(get_resolver().namespace_dict)
    assert not {name for name in names if "signup" in name or name.startswith(("account_", "mfa_"))}
    assert "accounts" in names
