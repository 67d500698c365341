"""What every statement of an organisation file has, and the marks that tell the reader what a text must be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Annotated, NamedTuple

from samspil.organisation.files.vocabulary import Status


class Place(NamedTuple):
    """Where a statement stands in its file."""

    line: int = 0
    path: str = ""
    keys: Mapping[str, int] = MappingProxyType({})

    def line_of(self, key: str) -> int:
        return self.keys.get(key, self.line)

    def path_of(self, key: str) -> str:
        return ".".join(part for part in (self.path, key) if part)


class Ref(NamedTuple):
    """The text is the key of an entry in this list of the organisation."""

    collection: str


class Fits(NamedTuple):
    """The text has this form, told in Danish."""

    pattern: str
    words: str


class Between(NamedTuple):
    least: int
    most: int


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A statement. `defaults`: those of its keys that the source is silent about; their values are ours."""

    source: Annotated[str, Ref("sources")] | None = None
    status: Status | None = None
    remark: str = ""
    defaults: tuple[str, ...] = ()
    place: Place = field(default=Place(), compare=False, repr=False)

    @property
    def certainty(self) -> Status:
        """A statement that names no source is a default of ours, and says so."""
        return self.status or ("stated" if self.source else "not_stated")


@dataclass(frozen=True, kw_only=True)
class Dated(Entry):
    from_date: date | None = None
    until_date: date | None = None


Key = Annotated[
    str,
    Fits(r"[a-z0-9]+(-[a-z0-9]+)*", 'små bogstaver a-z, tal og bindestreg, for eksempel "ny-skole"'),
]
Words = Annotated[str, Fits(r"[\s\S]*\S[\s\S]*", "en tekst, der ikke er tom")]
Colour = Annotated[str, Fits(r"#[0-9A-Fa-f]{6}", 'en farve som "#00566B"')]
Cvr = Annotated[str, Fits(r"[0-9]{8}", "et CVR-nummer med 8 cifre i anførselstegn")]
MunicipalityCode = Annotated[str, Fits(r"[0-9]{4}", 'kommunekoden med 4 cifre, for eksempel "0147"')]
Mail = Annotated[str, Fits(r"|[^@\s]+@[^@\s]+\.[^@\s]+", "en mailadresse")]
TimeOfDay = Annotated[str, Fits(r"([01][0-9]|2[0-3]):[0-5][0-9]", 'et klokkeslæt som "13:00"')]
Month = Annotated[int, Between(1, 12)]
Days = Annotated[int, Between(1, 36500)]
Hours = Annotated[int, Between(1, 8760)]
Count = Annotated[int, Between(0, 9999)]

SourceKey = Annotated[str, Ref("sources")]
ControllerKey = Annotated[str, Ref("controllers")]
AgencyKey = Annotated[str, Ref("agencies")]
UnitKindKey = Annotated[str, Ref("unit_kinds")]
UnitKey = Annotated[str, Ref("units")]
HeadingKey = Annotated[str, Ref("headings")]
FunctionKey = Annotated[str, Ref("functions")]
BodyLevelKey = Annotated[str, Ref("body_levels")]
BodyKey = Annotated[str, Ref("bodies")]
BundleKey = Annotated[str, Ref("bundles")]
BasisKey = Annotated[str, Ref("legal_bases")]
PurposeKey = Annotated[str, Ref("purposes")]
RetentionKey = Annotated[str, Ref("retention")]
TermKey = Annotated[str, Ref("terms")]
SeriousnessKey = Annotated[str, Ref("seriousness_levels")]
TargetGroupKey = Annotated[str, Ref("target_groups")]
DocumentKey = Annotated[str, Ref("documents")]
