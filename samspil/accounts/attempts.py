"""Tries at logging in: counted as digests, slowed down per account, never per address alone."""

import hashlib
import hmac
from dataclasses import dataclass

from django.conf import settings
from django.db import connection
from django.http import HttpRequest

from samspil.accounts.rules import wait_sentence
from samspil.authority.errors import Refusal


class TooSoon(Refusal):
    """The wait after failed tries is not over."""


@dataclass(frozen=True)
class Attempt:
    number: int

    def passed(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("select pass_attempt(%s)", [self.number])


def begin(request: HttpRequest, subject: str, kind: str) -> Attempt:
    """Count a try as failed until it has passed. Raises TooSoon, alike for what exists and what does not."""
    with connection.cursor() as cursor:
        values = [_digest(subject), _digest(address_of(request)), kind]
        cursor.execute("select * from begin_attempt(%s, %s, %s)", values)
        number, wait = cursor.fetchone()
    if number is None:
        raise TooSoon(wait_sentence(wait))
    return Attempt(number)


def address_of(request: HttpRequest) -> str:
    """The browser's address; behind the municipality's own proxy the last one that the proxy wrote."""
    if settings.SECURE_PROXY_SSL_HEADER:
        last = str(request.headers.get("X-Forwarded-For", "")).rpartition(",")[2].strip()
        return last or str(request.META["REMOTE_ADDR"])
    return str(request.META["REMOTE_ADDR"])


def _digest(value: str) -> str:
    return hmac.new(settings.VISIT_SECRET, f"attempt|{value}".encode(), hashlib.sha256).hexdigest()
