"""The only way things are written: authorise, refuse or write, record, in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from django.db import connection, transaction

from samspil.authority import reading
from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.errors import NotAllowed
from samspil.authority.relation import may

P = ParamSpec("P")
R = TypeVar("R")


class Subject(Protocol):
    """Something that lies in a circle, or the circle itself."""

    @property
    def circle_id(self) -> int: ...


S = TypeVar("S", bound=Subject)


@dataclass(frozen=True)
class Command:
    name: str
    can: Can
    act: Callable[..., Any]


COMMANDS: dict[str, Command] = {}


def command(can: Can) -> Callable[[Callable[Concatenate[Actor, S, P], R]], Callable[Concatenate[Actor, S, P], R]]:
    """Mark `act(actor, subject, ...)` as an act that takes `can` in the subject's circle; the ledger gets its key.

    Raises NotAllowed without the capability, and whatever Refusal the act itself raises; nothing is written then.
    """

    def decorate(act: Callable[Concatenate[Actor, S, P], R]) -> Callable[Concatenate[Actor, S, P], R]:
        name = f"{act.__module__.split('.')[1]}.{act.__name__}"

        @wraps(act)
        def authorised(actor: Actor, subject: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
            _sees_all(name)
            with transaction.atomic():
                if not may(can, subject.circle_id):
                    raise NotAllowed(name, subject.circle_id, describe(subject))
                result = act(actor, subject, *args, **kwargs)
                record(name, subject.circle_id, describe(subject))
                return result

        COMMANDS[name] = Command(name, can, authorised)
        return authorised

    return decorate


def _sees_all(name: str) -> None:
    if reading.is_open() and reading.current().narrowed:
        message = f"{name} would decide on what is left of a narrowed transaction"
        raise RuntimeError(message)


def describe(subject: object) -> str:
    """Kind and public key, as the ledger keeps it: never a name."""
    return f"{type(subject).__name__.lower()}:{getattr(subject, 'key', '')}"


def record(verb: str, circle_id: int | None, subject: str, *, refused: bool = False) -> None:
    """Write one entry in the ledger, in this transaction."""
    with connection.cursor() as cursor:
        cursor.execute("select record_entry(%s, %s, %s, %s)", [verb, circle_id, subject, refused])


def record_refusal(verb: str, key: str) -> None:
    """Write down a page that was not shown. The database finds the room behind the key, and tells nobody (A24)."""
    with connection.cursor() as cursor:
        cursor.execute("select record_refusal(%s, %s)", [verb, key])
