"""The handbook (docs/haandbog), read as it is written: `templates/desk/handbook` and `static/handbook` lead there."""

from dataclasses import dataclass
from pathlib import Path

from django.http import Http404
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from samspil.lib.plain_markdown import title_of, to_html

FOLDER = Path(__file__).parent.parent / "templates" / "desk" / "handbook"
FIRST = "README"


@dataclass(frozen=True)
class Chapter:
    title: str
    text: SafeString
    is_first: bool


def chapter(name: str = FIRST) -> Chapter:
    """One chapter by its name in the address; Http404 where there is none."""
    known = {path.stem: path for path in FOLDER.glob("*.md")}
    if name not in known:
        raise Http404
    text = known[name].read_text(encoding="utf-8")
    shown = mark_safe(to_html(text, _place))  # noqa: S308  # our own file, and every character of it is escaped
    return Chapter(title_of(text), shown, is_first=name == FIRST)


def _place(address: str) -> str | None:
    """Where a chapter's link leads in the program; the papers of whoever runs it are not here."""
    path = Path(address)
    if path.suffix == ".png":
        return static(f"handbook/{path.name}")
    if path.suffix != ".md" or path.parent.name:
        return None
    return reverse("desk:handbook") if path.stem == FIRST else reverse("desk:chapter", args=[path.stem])
