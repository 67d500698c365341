"""What a mail says. Each room registers how its own mails are made; a renderer acts as the receiver (A19)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from samspil.authority.actor import Actor


@dataclass(frozen=True)
class Enclosure:
    """`media_type` may carry parameters, as a calendar's method does."""

    file_name: str
    content: bytes
    media_type: str


@dataclass(frozen=True)
class Mail:
    """Subject and text in plain Danish. Neither ever holds a name, a matter or a body of a child."""

    subject: str
    text: str
    enclosures: tuple[Enclosure, ...] = field(default=())


Renderer = Callable[[Actor, Mapping[str, Any]], Mail | None]

KINDS: dict[str, Renderer] = {}


def mail_kind(name: str) -> Callable[[Renderer], Renderer]:
    """Register how mails of a kind are made from their ids; None when this receiver sees nothing of it now."""

    def register(renderer: Renderer) -> Renderer:
        KINDS[name] = renderer
        return renderer

    return register
