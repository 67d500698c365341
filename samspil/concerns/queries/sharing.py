"""The rules on sharing as the municipality's own rows state them. They explain; a person decides (P1)."""

import re
from dataclasses import dataclass

from samspil.authority.actor import Actor
from samspil.lib.danish_dates import listed
from samspil.organisation.models import Agency, Lawful, LegalBasis
from samspil.organisation.queries import choosable_bases

SENTENCE = re.compile(r"(?<=[a-zæøå])\.\s+(?=[A-ZÆØÅ])")
NUMBERS = ("ingen", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti")
KIND_WORDS = {
    "municipal": "en del af kommunen",
    "police": "politi",
    "public_authority": "en anden myndighed",
    "self_governing_public": "selvejende, løser en opgave for det offentlige",
    "outsider": "ikke en myndighed",
}
LAWFUL_CLASS = "named"


@dataclass(frozen=True)
class Possible:
    """A party, and whether the basis lets named content reach it."""

    agency: Agency
    lawful: bool

    @property
    def small(self) -> str:
        return KIND_WORDS.get(self.agency.legal_kind, "")


@dataclass(frozen=True)
class Verdict:
    """How it looks, in plain words, and a draft of the sentence that says why."""

    title: str
    can: str
    cannot: str
    draft: str
    rules: tuple[str, ...]
    cautions: tuple[str, ...]
    basis: LegalBasis


def usable_bases(actor: Actor) -> list[LegalBasis]:
    return choosable_bases(actor.municipality_id)


def receivers_to_choose(actor: Actor, basis: LegalBasis) -> list[Possible]:
    lawful = Lawful.objects.filter(municipality_id=actor.municipality_id, basis=basis.slug, row_class=LAWFUL_CLASS)
    kinds = set(lawful.values_list("legal_kind", flat=True))
    agencies = Agency.objects.filter(municipality_id=actor.municipality_id).order_by("id")
    return [Possible(agency, agency.legal_kind in kinds) for agency in agencies]


def verdict(basis: LegalBasis, chosen: list[Possible], about: list[str], source: str, purpose: str) -> Verdict:
    can = [one.agency.name for one in chosen if one.lawful]
    cannot = [one.agency.name for one in chosen if not one.lawful]
    return Verdict(
        title=_title(len(can), len(cannot)),
        can=listed(can),
        cannot=listed(cannot),
        draft=_draft(can, purpose),
        rules=rule_lines(basis),
        cautions=tuple(_cautions(about, source)),
        basis=basis,
    )


def rule_lines(basis: LegalBasis) -> tuple[str, ...]:
    """The municipality's own text of the rule, a sentence a line."""
    return tuple(f"{part.rstrip('.')}." for part in SENTENCE.split(basis.text))


def _title(can: int, cannot: int) -> str:
    if not can:
        return "Det ser ud til, at du ikke må dele det med dem"
    if not cannot:
        return "Det ser ud til, at du må dele det"
    return f"Det ser ud til, at du må dele med {NUMBERS[can] if can < len(NUMBERS) else can} af dem"


def _draft(can: list[str], purpose: str) -> str:
    plain = purpose.strip().rstrip(".")
    if not can or not plain:
        return ""
    aim = plain[0].lower() + plain[1:]
    return (
        f"{listed(can)} skal vide det for {aim.removeprefix('for ')}."
        if aim.startswith(("at ", "for at "))
        else (f"{listed(can)} skal vide det for at {aim}.")
    )


def _cautions(about: list[str], source: str) -> list[str]:
    told = []
    if "suspicion" in about:
        told.append("En mistanke er ikke en kendsgerning. Skriv, at det er en mistanke, og hvem der har den.")
    if "health" in about:
        told.append(
            "Helbred er følsomt. Del kun det, de andre skal bruge, og spørg familien først, når det kan lade sig gøre."
        )
    if "family" in about:
        told.append("Søskende og forældre har også ret til beskyttelse. Skriv kun om dem, hvis det er nødvendigt.")
    if source == "room":
        told.append("Det er delt i et andet rum til et bestemt formål. At dele det igen kræver en ny begrundelse.")
    if source == "child":
        told.append("Barnet har fortalt dig det. Sig til barnet, hvem du vil fortælle det til, og hvorfor.")
    return told
