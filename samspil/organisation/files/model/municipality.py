"""The municipality itself, who is responsible for data, and where people work."""

from dataclasses import dataclass
from datetime import date

from samspil.organisation.files.model.entry import (
    AgencyKey,
    BodyKey,
    Colour,
    ControllerKey,
    Count,
    Cvr,
    Dated,
    DocumentKey,
    Entry,
    FunctionKey,
    HeadingKey,
    Key,
    Mail,
    MunicipalityCode,
    UnitKey,
    UnitKindKey,
    Words,
)
from samspil.organisation.files.vocabulary import LegalKind, Side


@dataclass(frozen=True, kw_only=True)
class Source(Entry):
    key: Key
    name: Words
    dated: date | None = None
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Contact(Entry):
    name: Words
    phone: str = ""
    mail: Mail = ""
    hours: str = ""


@dataclass(frozen=True, kw_only=True)
class Colours(Entry):
    primary: Colour
    dark: Colour
    tint: Colour


@dataclass(frozen=True, kw_only=True)
class Text(Entry):
    """A text that stands on pages. A blank line parts paragraphs."""

    key: Key
    title: Words
    text: Words
    valid_from: date
    responsible: Words
    language: str = "da"


@dataclass(frozen=True, kw_only=True)
class Municipality(Entry):
    slug: Key
    name: Words
    code: MunicipalityCode
    cvr: Cvr
    anchoring_unit: UnitKey
    office_unit: UnitKey
    colours: Colours
    contact: Contact
    press_contact: Contact | None = None
    police_district: str = ""
    second_factor_required: bool = True
    invented: bool = False


@dataclass(frozen=True, kw_only=True)
class Controller(Entry):
    key: Key
    name: Words
    cvr: Cvr | None = None
    data_protection_contact: str = ""


@dataclass(frozen=True, kw_only=True)
class Agency(Entry):
    key: Key
    name: Words
    controller: ControllerKey
    legal_kind: LegalKind
    side: Side = "other"


@dataclass(frozen=True, kw_only=True)
class UnitKind(Entry):
    """`head` answers for the unit; `adviser` is whom one asks first at such a workplace."""

    key: Key
    name: Words
    plural: Words
    head: FunctionKey | None = None
    adviser: FunctionKey | None = None


@dataclass(frozen=True, kw_only=True)
class Unit(Dated):
    key: Key
    name: Words
    agency: AgencyKey
    kind: UnitKindKey
    parent: UnitKey | None = None
    phone: str = ""
    mail: Mail = ""
    hours: str = ""
    address: str = ""
    heading: HeadingKey | None = None
    public: bool = False


@dataclass(frozen=True, kw_only=True)
class Post(Entry):
    """A place that people are employed in: in one unit, or in every unit of a kind."""

    function: FunctionKey
    unit: UnitKey | None = None
    unit_kind: UnitKindKey | None = None
    number: Count | None = None
    minimum: Count | None = None
    maximum: Count | None = None
    public: bool = False


@dataclass(frozen=True, kw_only=True)
class Heading(Entry):
    key: Key
    name: Words


@dataclass(frozen=True, kw_only=True)
class Door(Entry):
    """Somebody whom everybody may call."""

    key: Key
    name: Words
    phone: Words
    hours: str = ""
    text: str = ""
    acute: bool = False


@dataclass(frozen=True, kw_only=True)
class Document(Entry):
    key: Key
    name: Words
    kind: str = ""
    owner: UnitKey | None = None
    approved_by: BodyKey | None = None
    valid_from: date | None = None
    revise_on: date | None = None
    follows: DocumentKey | None = None
    address: str = ""
    public: bool = False


@dataclass(frozen=True, kw_only=True)
class Remark(Entry):
    """What the source says and the format has no place for."""

    text: Words
    about: str = ""
