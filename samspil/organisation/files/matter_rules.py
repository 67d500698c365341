"""What must hold of texts, ages, legal bases and levels."""

from collections.abc import Iterator

from samspil.organisation.files.faults import Fault
from samspil.organisation.files.model import LegalBasis, Organisation, TargetGroup
from samspil.organisation.files.vocabulary import FORMAT, OPEN_BASIS, REQUIRED_TEXTS

OLDEST = 100
HALF_YEAR_WORDS = "et alderstrin i hele eller halve år fra 0 til 100, for eksempel 17.5"


def faults(organisation: Organisation) -> Iterator[Fault]:
    if organisation.format != FORMAT:
        yield Fault(organisation, "format", f"format = {FORMAT}", "Filens format kendes ikke.")
    yield from _texts(organisation)
    for target_group in organisation.target_groups:
        yield from _ages(target_group)
    yield from _versions(organisation.legal_bases)
    yield from _outcomes(organisation)
    yield from _reasons(organisation)
    for level in organisation.seriousness_levels:
        if level.body and level.unit:
            yield Fault(level, "unit", "enten body eller unit", "Niveauet kan kun føre ét sted hen.")
    for document in organisation.documents:
        if document.follows == document.key:
            yield Fault(document, "follows", "nøglen på et andet dokument", "Dokumentet kan ikke afløse sig selv.")


def _outcomes(organisation: Organisation) -> Iterator[Fault]:
    outcomes = organisation.decision_outcomes
    for outcome in outcomes:
        if outcome.settles and outcome.promises:
            yield Fault(outcome, "promises", "enten settles eller promises", "En ny aftale gør ikke punktet færdigt.")
    if not any(outcome.settles for outcome in outcomes):
        yield Fault(
            organisation, "decision_outcomes", "et udfald med settles = true", "Intet udfald gør et punkt færdigt."
        )
    if not any(outcome.promises for outcome in outcomes):
        yield Fault(organisation, "decision_outcomes", "et udfald med promises = true", "Intet udfald er en ny aftale.")


def _reasons(organisation: Organisation) -> Iterator[Fault]:
    cases = any(use.kind == "case" for use in organisation.circles)
    if cases and not any("case" in reason.closes for reason in organisation.closing_reasons):
        yield Fault(organisation, "closing_reasons", 'en grund med closes = ["case"]', "Ingen grund lukker en sag.")


def _texts(organisation: Organisation) -> Iterator[Fault]:
    known_texts = {text.key for text in organisation.texts}
    for key in REQUIRED_TEXTS:
        if key not in known_texts:
            yield Fault(organisation, "texts", f'[[texts]] med key = "{key}"', f"Teksten »{key}« mangler.")


def _ages(target_group: TargetGroup) -> Iterator[Fault]:
    for field in ("from_age", "before_age"):
        age = getattr(target_group, field)
        if age is not None and (not 0 <= age <= OLDEST or age * 2 != round(age * 2)):
            yield Fault(target_group, field, HALF_YEAR_WORDS, f"»{age:g}« er ikke en alder, der kan bruges.")
    start, end = target_group.from_age, target_group.before_age
    if start is not None and end is not None and start >= end:
        yield Fault(target_group, "before_age", "en alder over from_age", "Målgruppen slutter, før den begynder.")


def _versions(bases: tuple[LegalBasis, ...]) -> Iterator[Fault]:
    """Versions of one basis follow each other; one without an end ends where the next begins."""
    for basis in bases:
        if basis.key == OPEN_BASIS:
            yield Fault(basis, "key", "en anden nøgle", f"»{OPEN_BASIS}« er grundlaget for alt, der er åbent.")
        later = [one for one in bases if one.key == basis.key and one.valid_from > basis.valid_from]
        if basis.valid_to and any(one.valid_from <= basis.valid_to for one in later):
            yield Fault(basis, "valid_to", "en dato før den næste version gælder fra", "To versioner gælder samtidig.")
