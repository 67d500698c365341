"""The only writers of files. What is refused leaves nothing behind: name and bytes are one row of one transaction."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import command
from samspil.authority.errors import Refusal
from samspil.circles.commands import disclose
from samspil.circles.models import Circle
from samspil.documents import rules
from samspil.documents.models import FileRow, ReportedFile, ReportedWithdrawal, StoredFile, Withdrawal
from samspil.documents.queries import Room, sealed
from samspil.lib.file_intake import Accepted, FileError, take_in
from samspil.lib.public_key import new_key

Filed = TypeVar("Filed", bound=FileRow)


@dataclass(frozen=True)
class Incoming:
    """What a person hands in: the name it has on their computer, and its bytes piece by piece."""

    name: str
    chunks: Iterable[bytes]
    about: str = ""
    necessity: str = ""


def attach(actor: Actor, room: Room, incoming: Incoming) -> Any:
    """By the way that is the actor's in this circle."""
    act: Callable[..., Any] = ATTACHING[room.writes or Can.FILE_WRITE]
    return act(actor, room.circle, incoming=incoming)


@command(Can.FILE_WRITE)
def attach_file(actor: Actor, circle: Circle, *, incoming: Incoming) -> StoredFile:
    return _stored(actor, circle, StoredFile, incoming)


@command(Can.OPEN_WRITE)
def attach_openly(actor: Actor, circle: Circle, *, incoming: Incoming) -> StoredFile:
    return _stored(actor, circle, StoredFile, incoming)


@command(Can.CONCERN_WRITE)
def attach_to_concern(actor: Actor, circle: Circle, *, incoming: Incoming) -> ReportedFile:
    """By the one who writes the concern, until it is sent."""
    _refuse(rules.why_not_tell_more(circle.kind, circle.pk))
    return _stored(actor, circle, ReportedFile, incoming)


def withdraw(actor: Actor, room: Room, file: FileRow, *, why: str = "") -> Any:
    """Nothing is deleted: a row says that it was taken away. `why` is asked for where several agencies see it go."""
    act: Callable[..., Any] = WITHDRAWING[room.writes or Can.FILE_WRITE]
    return act(actor, file, why=why, keeps=room.keeps)


@command(Can.FILE_WRITE)
def withdraw_file(actor: Actor, file: Any, *, why: str = "", keeps: bool = False) -> Any:
    return _withdrawn(actor, file, why, keeps=keeps)


@command(Can.OPEN_WRITE)
def withdraw_openly(actor: Actor, file: Any, *, why: str = "", keeps: bool = False) -> Any:
    return _withdrawn(actor, file, why, keeps=keeps)


@command(Can.CONCERN_WRITE)
def withdraw_from_concern(actor: Actor, file: Any, *, why: str = "", keeps: bool = False) -> Any:
    _refuse(rules.why_not_tell_more(file.circle.kind, file.circle_id))
    return _withdrawn(actor, file, why, keeps=keeps)


def carry(files: Iterable[Any], target: Circle, *, act_id: int | None, about: str = "") -> list[StoredFile]:
    """Copies of files that somebody chose to take along, under the act that delivers into `target`.

    The files are loaded with their bytes; each copy is sealed anew, for its own row.
    """
    return [_copy(file, target, act_id, about) for file in files]


def _stored(actor: Actor, circle: Circle, model: type[Filed], incoming: Incoming) -> Filed:
    taken_in = rules.FileRules.of(circle.municipality.settings)
    name = rules.plain_name(incoming.name)
    _refuse(rules.why_not_attach(taken_in, closed=circle.closed_at is not None) or rules.why_not_name(name))
    accepted = _accepted(taken_in, incoming.chunks)
    act = disclose(actor, circle, basis=circle.basis, necessity=incoming.necessity)
    return _row(
        model, circle, accepted.data, act_id=act, about=incoming.about, given_name=name, file_type=str(accepted.kind)
    )


def _accepted(taken_in: rules.FileRules, chunks: Iterable[bytes]) -> Accepted:
    try:
        accepted = take_in(chunks, taken_in.limit)
    except FileError as error:
        raise Refusal(str(error)) from None
    _refuse(rules.why_not_type(taken_in, accepted.kind))
    return accepted


def _copy(file: Any, target: Circle, act_id: int | None, about: str) -> StoredFile:
    facts = {"given_name": file.given_name, "file_type": file.file_type}
    return _row(StoredFile, target, sealed.content_of(file), act_id=act_id, about=about, **facts)


def _row(model: type[Filed], circle: Circle, data: bytes, **facts: Any) -> Filed:
    key, manager = new_key(), model._default_manager
    content = sealed.seal(data, key=key, municipality=circle.municipality.slug)
    return manager.create(circle=circle, key=key, size=len(data), sealed=content, **facts)


def _withdrawn(actor: Actor, file: Any, why: str, *, keeps: bool) -> Any:
    mine = file.written_by is not None and file.written_by.person_id == actor.person_id
    model = ReportedWithdrawal if isinstance(file, ReportedFile) else Withdrawal
    gone = model._default_manager.filter(circle=file.circle, file_id=file.pk).exists()
    _refuse(rules.why_not_withdraw(mine=mine, keeps=keeps, gone=gone, closed=file.circle.closed_at is not None))
    act = disclose(actor, file.circle, basis=file.circle.basis, necessity=why)
    return model._default_manager.create(circle=file.circle, file_id=file.pk, act_id=act)


def _refuse(sentence: str | None) -> None:
    if sentence:
        raise Refusal(sentence)


ATTACHING: dict[Can, Callable[..., Any]] = {
    Can.FILE_WRITE: attach_file,
    Can.OPEN_WRITE: attach_openly,
    Can.CONCERN_WRITE: attach_to_concern,
}
WITHDRAWING: dict[Can, Callable[..., Any]] = {
    Can.FILE_WRITE: withdraw_file,
    Can.OPEN_WRITE: withdraw_openly,
    Can.CONCERN_WRITE: withdraw_from_concern,
}
