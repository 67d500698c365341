"""The file, and then what is chosen for each of its lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import FileInput

from samspil.intake import rules
from samspil.ui.forms import FileField, SamspilForm, SelectField, TextField, TickField

Choices = Sequence[tuple[str, str]]
ACCEPT = ".xlsx,.csv"


class FileForm(SamspilForm):
    body = SelectField(label="Hvilket organ hører sagerne til?", help_text="Alle, der læser sager dér, kan læse dem.")
    file = FileField(
        label="Regnearket på din computer",
        help_text="Excel (.xlsx) eller CSV. Højst 1 MB.",
        widget=FileInput(attrs={"accept": ACCEPT}),
    )

    def __init__(self, *args: Any, bodies: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("body", bodies if len(bodies) == 1 else [("", "Vælg"), *bodies])


@dataclass(frozen=True)
class LineFields:
    """A line as the page shows it, with the boxes that belong to it; none where something is wrong with it."""

    seen: Any
    out: Any = None
    basis: Any = None
    category: Any = None


class LinesForm(SamspilForm):
    """Basis and term are chosen for all lines or for each; what stands on a line goes before what stands above."""

    body = forms.CharField(widget=forms.HiddenInput(attrs={"id": False}), max_length=10)
    lines = forms.CharField(widget=forms.HiddenInput(attrs={"id": False}), strip=False)
    basis = SelectField(label="Grundlag for alle linjer", required=False)
    category = SelectField(label="Opbevaring for alle linjer", required=False)
    necessity = TextField(
        label="Hvorfor skal oplysningerne bruges i sagerne?",
        help_text="Skriv det selv. Sætningen skal passe på alle de linjer, du henter.",
    )

    def __init__(self, *args: Any, seen: Any, bases: Choices, categories: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.seen = seen
        self.offer("basis", [("", "Vælg"), *bases])
        self.offer("category", [("", "Vælg"), *categories])
        if not self.takes_cases:
            del self.fields["basis"], self.fields["category"], self.fields["necessity"]
        for one in self._fitting(seen.cases):
            number = one.line.number
            self.fields[f"basis-{number}"] = SelectField(label=f"Grundlag, linje {number}", required=False)
            self.fields[f"category-{number}"] = SelectField(label=f"Opbevaring, linje {number}", required=False)
            self.offer(f"basis-{number}", [("", "Som for alle"), *bases])
            self.offer(f"category-{number}", [("", "Som for alle"), *categories])
            self.fields[f"out-{number}"] = TickField(
                label=f"Lad linje {number} blive liggende", required=False, initial=bool(one.known)
            )
        beside = {one.line.number for one in seen.cases if one.known or not one.fits}
        for one in self._fitting(seen.commitments):
            self.fields[f"out-promise-{one.line.number}"] = TickField(
                label=f"Lad aftalen på linje {one.line.number} blive liggende",
                required=False,
                initial=one.known or (one.case_number in beside and one.matter is None),
            )

    @staticmethod
    def _fitting(seen: Iterable[Any]) -> Iterator[Any]:
        return (one for one in seen if one.fits)

    @property
    def cases(self) -> list[LineFields]:
        return [self._case(one) for one in self.seen.cases]

    def _case(self, one: Any) -> LineFields:
        if not one.fits:
            return LineFields(one)
        number = one.line.number
        return LineFields(one, self[f"out-{number}"], self[f"basis-{number}"], self[f"category-{number}"])

    @property
    def commitments(self) -> list[LineFields]:
        seen = self.seen.commitments
        return [LineFields(one, self[f"out-promise-{one.line.number}"] if one.fits else None) for one in seen]

    @property
    def takes_anything(self) -> bool:
        return self.takes_cases or any(one.matter for one in self._fitting(self.seen.commitments))

    @property
    def takes_cases(self) -> bool:
        return any(self._fitting(self.seen.cases))

    def taken(self, seen: Iterable[Any], field: str) -> list[Any]:
        """The lines that come along."""
        return [one for one in self._fitting(seen) if not self.cleaned_data.get(f"{field}-{one.line.number}")]

    @property
    def left_behind(self) -> int:
        seen = ((self.seen.cases, "out"), (self.seen.commitments, "out-promise"))
        return sum(len(lines) - len(self.taken(lines, field)) for lines, field in seen)

    def chosen(self, name: str, number: int) -> str:
        return str(self.cleaned_data.get(f"{name}-{number}") or self.cleaned_data.get(name) or "")

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        cases = self.taken(self.seen.cases, "out")
        numbers = {one.line.number for one in cases}
        for name, word in (("basis", "grundlag"), ("category", "opbevaring")):
            missing = [str(number) for number in sorted(numbers) if not self.chosen(name, number)]
            if missing:
                self.add_error(name, f"Vælg {word} for alle, eller på hver af linjerne: {', '.join(missing)}.")
        promises = self.taken(self.seen.commitments, "out-promise")
        for one in promises:
            in_file, here = one.case_number is not None, one.matter is not None
            why = rules.why_not_without_case(in_file=in_file, taken=one.case_number in numbers, here=here)
            if why:
                self.add_error(f"out-promise-{one.line.number}", why)
        if not cases and not promises:
            self.add_error(None, "Der er ingen linjer at hente. Tag mindst én linje med.")
        return told
