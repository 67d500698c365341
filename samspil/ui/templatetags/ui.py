"""The components as template tags. `/galleri/` shows each of them in its states."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, Literal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from samspil.lib import clock, danish_dates
from samspil.lib.initials import initials
from samspil.ui import icons
from samspil.ui.parts import Band, Sheet
from samspil.ui.shell import Entry

register = template.Library()

State = Literal["", "late", "soon", "good"]
DayStyle = Literal["near", "short", "long"]


@register.simple_tag
def icon(name: str) -> SafeString:
    return icons.icon(name)


@register.simple_tag
def avatar(name: str, *, agency: str = "", large: bool = False, place: bool = False) -> SafeString:
    """A round of initials, of a place that of several people; the ring's colour repeats what a word beside it says."""
    marks = ["avatar"]
    marks += ["avatar-large"] if large else []
    marks += [f"from-{agency}"] if agency else []
    shown = icon("groups") if place else initials(name)
    return format_html('<span class="{}" aria-hidden="true">{}</span>', " ".join(marks), shown)


@register.simple_tag
def day(value: date | datetime, style: DayStyle = "near") -> SafeString:
    """A day as we say it, with the exact day on hover and in print."""
    exact = clock.in_copenhagen(value).date() if isinstance(value, datetime) else value
    long = danish_dates.long_day(exact)
    today = clock.today()
    words = {
        "near": danish_dates.near_day(exact, today),
        "short": danish_dates.short_day(exact, year=exact.year != today.year),
        "long": long if exact.year != today.year else long.removesuffix(f" {exact.year}"),
    }[style]
    return format_html('<time datetime="{}" title="{}">{}</time>', exact.isoformat(), long, words)


@register.simple_tag
def moment(value: datetime) -> SafeString:
    """`i dag kl. 13.00`, with the exact day on hover and in print."""
    return format_html(
        '<time datetime="{}" title="{}">{}</time>',
        value.isoformat(timespec="minutes"),
        danish_dates.long_moment(value),
        danish_dates.moment(value, clock.today()),
    )


@register.simple_tag
def this_moment() -> str:
    """When the page was made, in full; for paper."""
    return danish_dates.long_moment(clock.now())


@register.simple_tag
def clock_time(value: datetime) -> str:
    return danish_dates.clock_time(value)


@register.simple_tag
def span(start: datetime, end: datetime) -> str:
    return danish_dates.span(start, end)


@register.inclusion_tag("ui/parts/band.html")
def band(band: Band, *, inside: bool = False) -> dict[str, Any]:
    """`inside` is for a frame on the page, where only a part of it is confidential."""
    return {"band": band, "inside": inside}


@register.inclusion_tag("ui/parts/sheet.html")
def sheet(sheet: Sheet, *, whole: bool = False) -> dict[str, Any]:
    """`whole` when it is a page of its own, whose first heading it then holds."""
    return {"sheet": sheet, "heading": "h1" if whole else "h2", "sub": "h2" if whole else "h3"}


@register.inclusion_tag("ui/parts/line.html")
def line(
    href: str, title: str, meta: str = "", *, when: str = "", state: State = "", heading: str = "h2"
) -> dict[str, Any]:
    """A row of `ol.lines` or `ul.lines`: when, a sentence that starts with a verb, one line of context."""
    return {
        "href": href,
        "title": title,
        "meta": meta,
        "when": when,
        "state": state,
        "heading": heading,
    }


@register.inclusion_tag("ui/parts/badge.html")
def badge(text: str, kind: Literal["", "attention", "good", "room"] = "", icon: str = "") -> dict[str, Any]:
    return {"text": text, "kind": kind, "icon": icon}


@register.inclusion_tag("ui/parts/clock.html")
def clock_face(
    words: str, rest: str = "", *, percent: int, state: State = "", meta: str = "", short: bool = False
) -> dict[str, Any]:
    """The words first, then how much of the time has gone; `short` is for a cell of a table."""
    return {"words": words, "rest": rest, "percent": percent, "state": state, "meta": meta, "short": short}


@register.inclusion_tag("ui/parts/facts.html")
def facts(facts: Iterable[Any], *, grid: bool = False) -> dict[str, Any]:
    return {"facts": facts, "grid": grid}


@register.inclusion_tag("ui/parts/tabs.html")
def tabs(label: str, entries: Iterable[Entry]) -> dict[str, Any]:
    return {"label": label, "entries": entries}


@register.inclusion_tag("ui/parts/filters.html")
def filters(label: str, entries: Iterable[Entry]) -> dict[str, Any]:
    return {"label": label, "entries": entries}


@register.inclusion_tag("ui/parts/steps.html")
def steps(label: str, current: int, *names: str) -> dict[str, Any]:
    """`current` counts from 1."""
    return {"label": label, "current": current, "names": names}


@register.inclusion_tag("ui/parts/next_step.html")
def next_step(words: str, href: str = "", button: str = "", kicker: str = "Næste skridt") -> dict[str, Any]:
    return {"words": words, "href": href, "button": button, "kicker": kicker}


@register.inclusion_tag("ui/parts/empty.html")
def empty(title: str, text: str, href: str = "", link: str = "") -> dict[str, Any]:
    """What will come here, and the first step."""
    return {"title": title, "text": text, "href": href, "link": link}


@register.inclusion_tag("ui/parts/person.html")
def person(name: str, seat: str = "", *, agency: str = "", more: str = "", state: State = "") -> dict[str, Any]:
    return {"name": name, "seat": seat, "agency": agency, "more": more, "state": state}


@register.inclusion_tag("ui/parts/contact.html")
def contact(
    name: str, seat: str = "", number: str = "", *, now: str = "", more: str = "", place: bool = False
) -> dict[str, Any]:
    """Somebody to call, or some `place`: name, seat, number, whether they are in just now."""
    return {"name": name, "seat": seat, "number": number, "now": now, "more": more, "place": place}


@register.simple_tag
def phone(number: str) -> SafeString:
    """A number as a link; of eight digits the country is added, 112 and 114 stand alone."""
    digits = "".join(number.split())
    dialled = f"+45{digits}" if len(digits) == len("38001214") else digits
    return format_html('<a href="tel:{}">{}</a>', dialled, number)


@register.inclusion_tag("ui/parts/saved.html")
def saved(at: datetime | None = None, more: str = "") -> dict[str, Any]:
    """Inside a form with data-autosave this line is kept true by the script."""
    return {"at": at, "more": more}


@register.simple_block_tag(end_name="endnote")
def note(content: str, kind: Literal["", "attention", "danger", "good"] = "", *, status: bool = True) -> SafeString:
    """A tinted place with words; at most one in a view."""
    marks = f"note note-{kind}" if kind else "note"
    told = SafeString(' role="status"') if status else ""
    return format_html('<div class="{}"{}>{}</div>', marks, told, content)


@register.simple_block_tag(end_name="endentry")
def entry(content: str, when: date | datetime | str) -> SafeString:
    """A row of `ol.timeline`: the day, then sentences that begin with who."""
    head = day(when, "short") if isinstance(when, date) else format_html('<span class="when">{}</span>', when)
    return format_html("<li>{}<div>{}</div></li>", head, content)


@register.simple_tag
def words(text: str, said_to: str = "", on: date | None = None) -> SafeString:
    """A child's own words. Guillemets belong to children alone."""
    told = format_html(", {}", day(on, "long")) if on else ""
    footer = format_html("<footer>{}{}</footer>", said_to, told) if said_to else ""
    return format_html('<blockquote class="words"><p>»{}«</p>{}</blockquote>', text.strip("»«"), footer)


@register.filter
def percent_of(part: float, whole: float) -> int:
    return min(100, max(0, round(100 * part / whole))) if whole else 100


@register.filter
def get(mapping: Mapping[str, Any], key: str) -> Any:
    return mapping.get(key, "")
