"""The shell around every page: who, where, and the places that this person may go."""

from django.http import HttpRequest

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.desk.queries import is_new
from samspil.lib import clock
from samspil.lib.initials import initials
from samspil.public.queries import places_of
from samspil.ui.shell import Entry, Shell

MENU: tuple[tuple[str, str, tuple[Can, ...]], ...] = (
    ("Min SSP", "/", ()),
    ("Bekymringer", "/bekymringer/", (Can.CONCERN_TRIAGE,)),
    ("Møder", "/moeder/", ()),
    ("Sager", "/sager/", (Can.CASE_READ,)),
    ("Find", "/find/", ()),
    ("Organisation", "/organisation/", ()),
    ("Hvem har set", "/set/", (Can.CIRCLE_KEEP,)),
    ("Log", "/log/", (Can.LOG_READ,)),
    ("Konti", "/konti/", (Can.ACCOUNT_MANAGE,)),
)
"""Label, address, and what one must hold by some seat to find something there; nothing means everybody."""
FOR_THE_NEW = (
    ("Min SSP", "/", ()),
    ("Jeg er bekymret", "/bekymret/", ()),
    ("Hvem kan jeg spørge?", "/hvem-kan-jeg-spoerge/", ()),
    ("Find", "/find/", ()),
    ("Organisation", "/organisation/", ()),
    ("Øv dig", "/oev-dig/", ()),
)
"""For somebody who may be worried and has no more to do here than that."""
OFFICE_WORK = (Can.ACCOUNT_MANAGE, Can.LOG_READ)
"""With no more than this beside reading what is open one is called to no meetings."""


PRACTICE = "/oev-dig/"
BENEATH = {"/startimport/": "/sager/"}
"""Pages with an address of their own that one comes to from an entry, and belong to it."""


def make_shell(actor: Actor | None, request: HttpRequest) -> Shell:
    path = request.path
    if actor is None:
        return Shell(path=path)
    meets = actor.holds(Can.OPEN_WRITE) or not actor.holds(*OFFICE_WORK)
    practises = actor.may_practise or bool(actor.practice_of)
    entries = tuple(
        Entry(label, href, current=_current(path, href))
        for label, href, needs in (FOR_THE_NEW if is_new(actor) else MENU)
        if (not needs or actor.holds(*needs)) and (meets or href != "/moeder/") and (practises or href != PRACTICE)
    )
    return Shell(
        municipality_name=actor.municipality_name,
        municipality_slug=actor.practice_of or actor.municipality_slug,
        person_name=actor.name,
        title=actor.title[:1].upper() + actor.title[1:],
        initials=initials(actor.name),
        entries=entries,
        may_raise_concern=actor.holds(Can.CONCERN_RAISE),
        may_search=actor.holds(Can.SUBJECT_SEARCH),
        meets=meets,
        today=clock.today(),
        path=path,
        owner_key=actor.person_key,
        places=places_of(actor.practice_of or actor.municipality_slug),
        practice=bool(actor.practice_of),
        practises=practises,
    )


def _current(path: str, href: str) -> bool:
    place = next((entry for first, entry in BENEATH.items() if path.startswith(first)), path)
    return place == href if href == "/" else place.startswith(href)
