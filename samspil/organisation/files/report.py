"""How much of an organisation its file says in a form that is understood, how much as free text, and how much is ours.

A statement is a table that stands in the file, alone or in a list; what a source is, is none. One without a source
is ours, free text too.
"""

from dataclasses import dataclass

from samspil.organisation.files.model import Entry, Organisation, Remark, Source
from samspil.organisation.files.references import every_entry

SHOWN = 60
UNDERSTOOD = ("stated", "observed", "inferred")


@dataclass(frozen=True)
class Report:
    """`partly_ours` of the understood ones name keys in `defaults`; `inferred` ones are concluded from the source."""

    name: str
    understood: tuple[Entry, ...]
    free: tuple[Remark, ...]
    ours: tuple[Entry, ...]
    unclear: tuple[Entry, ...]
    contradicted: tuple[Entry, ...]

    @property
    def inferred(self) -> int:
        return sum(one.certainty == "inferred" for one in self.understood)

    @property
    def partly_ours(self) -> int:
        return sum(bool(one.defaults) for one in self.understood)

    @property
    def said(self) -> int:
        """What comes from a source."""
        return len(self.understood) + len(self.free) + len(self.unclear) + len(self.contradicted)


def report(organisation: Organisation) -> Report:
    entries = [one for one in every_entry(organisation) if _is_statement(one)]
    ours = [one for one in entries if one.certainty == "not_stated"]
    free = [one for one in entries if isinstance(one, Remark) and one.certainty != "not_stated"]
    others = [one for one in entries if not isinstance(one, Remark)]
    return Report(
        name=organisation.municipality.name,
        understood=tuple(one for one in others if one.certainty in UNDERSTOOD),
        free=tuple(free),
        ours=tuple(ours),
        unclear=tuple(one for one in others if one.certainty == "unclear"),
        contradicted=tuple(one for one in others if one.certainty == "contradicted"),
    )


def sentences(told: Report) -> list[str]:
    share = 100 * len(told.free) / told.said if told.said else 0.0
    percent = f"{share:.1f}".replace(".", ",")
    return [
        f"{told.name}: {told.said + len(told.ours)} udsagn i filen, {told.said} af dem fra kilderne.",
        f"Forstået: {len(told.understood)}.",
        f"  Heraf er {told.inferred} sluttet ud fra en kilde, og i {told.partly_ours} er noget vores forslag.",
        f"Kun fri tekst: {len(told.free)}. Det er {percent} % af det, kilderne siger.",
        *(f"  linje {one.place.line}: {_beginning(one)}" for one in told.free),
        f"Uklart i kilden: {len(told.unclear)}. Modsagt: {len(told.contradicted)}.",
        f"Vores forslag, som kommunen skal tage stilling til: {len(told.ours)}.",
    ]


def _is_statement(entry: Entry) -> bool:
    """What the format adds by itself stands on no line."""
    return entry.place.line > 0 and not isinstance(entry, Organisation | Source)


def _beginning(remark: Remark) -> str:
    text = " ".join(remark.text.split())
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()} ..."
