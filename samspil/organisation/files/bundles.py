"""Bundles of capabilities, and the office functions, that every municipality has without writing them."""

from typing import Final

from samspil.authority.capability import Can
from samspil.organisation.files.model.access import Bundle, Mandate
from samspil.organisation.files.model.bodies import Function
from samspil.organisation.files.vocabulary import Part

_ITEM_MEMBER = (
    Can.CIRCLE_READ,
    Can.COMMITMENT_READ,
    Can.COMMITMENT_WRITE,
    Can.DECISION_READ,
    Can.DISCLOSURE_READ,
    Can.FILE_READ,
    Can.ITEM_READ,
    Can.NOTE_READ,
    Can.NOTE_WRITE,
    Can.YOUNGPERSON_READ,
)
_KEEPING = (Can.CIRCLE_ADMIT, Can.CIRCLE_EXCLUDE, Can.CIRCLE_KEEP, Can.CIRCLE_RELEASE, Can.CIRCLE_SHARE)
_CASE_MEMBER = (*_ITEM_MEMBER, Can.CASE_READ, Can.FILE_WRITE)

_CAPABILITIES: Final[dict[str, tuple[Can, ...]]] = {
    # Open circles
    "employee": (Can.CIRCLE_READ, Can.CONCERN_RAISE, Can.OPEN_READ),
    "searcher": (Can.SUBJECT_SEARCH,),
    "open-reader": (Can.CIRCLE_READ, Can.OPEN_READ),
    "open-member": (Can.CIRCLE_READ, Can.OPEN_READ, Can.OPEN_WRITE),
    "open-convener": (Can.CIRCLE_KEEP, Can.CIRCLE_READ, Can.MEETING_CONVENE, Can.OPEN_READ, Can.OPEN_WRITE),
    # Concerns
    "reporter": (
        Can.ANSWER_READ,
        Can.CIRCLE_READ,
        Can.CONCERN_READ,
        Can.CONCERN_WRITE,
        Can.YOUNGPERSON_READ,
        Can.YOUNGPERSON_WRITE,
    ),
    "triage": (
        Can.ANSWER_READ,
        Can.ANSWER_WRITE,
        Can.CASE_OPEN,
        Can.CIRCLE_READ,
        Can.CONCERN_READ,
        Can.CONCERN_TRIAGE,
        Can.CONCERN_WRITE,
        Can.DISCLOSURE_READ,
        Can.FILE_READ,
        Can.FILE_WRITE,
        Can.ITEM_OPEN,
        Can.NOTE_READ,
        Can.NOTE_WRITE,
        Can.TRIAGE_READ,
        Can.TRIAGE_WRITE,
        Can.YOUNGPERSON_READ,
        Can.YOUNGPERSON_WRITE,
        *_KEEPING,
    ),
    # Keeping without reading: duties only
    "keeper": (Can.CIRCLE_KEEP,),
    # Closed part of a body: general closed text and letterbox
    "closed-member": (
        Can.CIRCLE_READ,
        Can.DECISION_READ,
        Can.DISCLOSURE_READ,
        Can.FILE_READ,
        Can.NOTE_READ,
        Can.NOTE_WRITE,
        Can.YOUNGPERSON_READ,
    ),
    "closed-convener": (
        Can.CASE_IMPORT,
        Can.CASE_OPEN,
        Can.CIRCLE_READ,
        Can.DECISION_READ,
        Can.DECISION_WRITE,
        Can.DISCLOSURE_READ,
        Can.FILE_READ,
        Can.FILE_WRITE,
        Can.ITEM_OPEN,
        Can.NOTE_READ,
        Can.NOTE_WRITE,
        Can.YOUNGPERSON_READ,
        Can.YOUNGPERSON_WRITE,
        *_KEEPING,
    ),
    # Closed agenda items
    "item-member": _ITEM_MEMBER,
    "item-convener": (
        *_ITEM_MEMBER,
        Can.CASE_OPEN,
        Can.DECISION_WRITE,
        Can.FILE_WRITE,
        Can.ITEM_WRITE,
        Can.YOUNGPERSON_WRITE,
        *_KEEPING,
    ),
    "item-guest": (Can.CIRCLE_READ, Can.ITEM_READ, Can.NOTE_READ, Can.YOUNGPERSON_READ),
    # Cases, and groups whose members have cases of their own
    "case-member": _CASE_MEMBER,
    "case-follow-up": (Can.CASE_WRITE,),
    "case-lead": (
        *_CASE_MEMBER,
        Can.CASE_CLOSE,
        Can.CASE_WRITE,
        Can.DECISION_WRITE,
        Can.ITEM_OPEN,
        Can.YOUNGPERSON_WRITE,
        *_KEEPING,
    ),
    # A party's own notes on a matter
    "own-notes": (Can.CIRCLE_READ, Can.FILE_READ, Can.FILE_WRITE, Can.NOTE_READ, Can.NOTE_WRITE, Can.YOUNGPERSON_READ),
    # CPR, addresses, relatives: never part of another bundle
    "identity": (Can.CONTACT_READ, Can.CONTACT_WRITE, Can.IDENTITY_READ, Can.IDENTITY_WRITE),
    "contact": (Can.CONTACT_READ,),
    # The office circle
    "account-manager": (Can.ACCOUNT_MANAGE, Can.CIRCLE_READ),
    "organisation-editor": (Can.CIRCLE_READ, Can.ORGANISATION_EDIT, Can.TEXT_EDIT),
    "data-protection": (Can.CIRCLE_READ, Can.LOG_READ),
    "figures": (Can.CIRCLE_READ, Can.FIGURES_READ),
}

SHIPPED_BUNDLES: Final = tuple(
    Bundle(key=key, capabilities=tuple(str(can) for can in capabilities)) for key, capabilities in _CAPABILITIES.items()
)

_OFFICE: Final = (
    ("lokal-administrator", "lokal administrator", "account-manager"),
    ("organisationsredaktoer", "organisationsredaktør", "organisation-editor"),
    ("databeskyttelsesraadgiver", "databeskyttelsesrådgiver", "data-protection"),
    ("leder", "leder", "figures"),
)
_OFFICE_PARTS: Final[tuple[Part, ...]] = ("keeper", "party")

SHIPPED_FUNCTIONS: Final = tuple(Function(key=key, name=name) for key, name, _bundle in _OFFICE)
SHIPPED_MANDATES: Final = tuple(
    Mandate(functions=(key,), circle="office", part=part, bundles=(bundle,))
    for key, _name, bundle in _OFFICE
    for part in _OFFICE_PARTS
)
