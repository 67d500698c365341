"""What is typed at and around a meeting."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError

from samspil.lib import clock
from samspil.meetings.rules import FORMS, OCCASIONS
from samspil.ui import forms

Choices = Iterable[tuple[Any, str]]


class PressedForm(forms.SamspilForm):
    """A button with nothing to fill in."""


class PlanForm(forms.SamspilForm):
    body = forms.SelectField(label="Hvem mødes?")
    day = forms.DateField(label="Hvilken dag?", towards="future")
    starts = forms.TimeField(label="Fra")
    ends = forms.TimeField(label="Til")
    place = forms.TextField(label="Hvor?", required=False)
    occasion = forms.SelectField(label="Mødetype", choices=list(OCCASIONS.items()), initial="ordinary")
    subject = forms.TextField(
        label="Emne",
        required=False,
        help_text="Står i indkaldelsen, så skriv aldrig noget om et barn eller en ung her.",
    )

    def __init__(self, *args: Any, bodies: Choices = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("body", bodies)

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if {"starts", "ends"} <= told.keys() and told["ends"] <= told["starts"]:
            raise ValidationError("Mødet skal slutte, efter at det er begyndt. Ret klokkeslættene.")
        return told

    def instant(self, name: str) -> datetime:
        """`starts` or `ends` on the chosen day."""
        return datetime.combine(self.cleaned_data["day"], self.cleaned_data[name], tzinfo=clock.COPENHAGEN)


class OpenItemForm(forms.SamspilForm):
    title = forms.TextField(
        label="Overskrift", help_text="Punktet er åbent. Skriv aldrig noget om et barn eller en ung her."
    )
    form = forms.SelectField(label="Slags punkt", choices=list(FORMS.items()), initial="discussion")
    reason = forms.LongTextField(label="Hvorfor er det på dagsordenen?", required=False, lines=2)


class ClosedItemForm(forms.SamspilForm):
    name = forms.TextField(label="Hvem handler det om?")
    reason = forms.LongTextField(label="Hvorfor er det på dagsordenen?", lines=3)
    basis = forms.SelectField(label="Grundlag")
    necessity = forms.TextField(label="Hvorfor er det nødvendigt at dele?", max_length=500)

    def __init__(self, *args: Any, bases: Choices = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("basis", bases)


class ShareForm(forms.SamspilForm):
    text = forms.LongTextField(label="Hvad deler du?", lines=2, error_messages={"required": "Skriv, hvad du deler."})
    on_behalf_of = forms.SelectField(label="På vegne af")
    basis = forms.SelectField(label="Grundlag")
    necessity = forms.TextField(
        label="Hvorfor er det nødvendigt at dele?",
        max_length=500,
        error_messages={"required": "Skriv en enkelt sætning, så kan vi dele det. Resten er gemt."},
    )

    def __init__(self, *args: Any, bases: Choices = (), people: Choices = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("basis", bases)
        self.offer("on_behalf_of", people)


class DecisionForm(forms.SamspilForm):
    """A decision, and at most one promise at a time; empty, it only goes on to the next item."""

    outcome = forms.ChoiceField(label="Beslutning", required=False)
    who = forms.SelectField(label="Hvem", required=False)
    what = forms.TextField(label="Gør hvad", required=False, max_length=500)
    due = forms.DateField(label="Senest", towards="future", required=False, help_text="")

    def __init__(self, *args: Any, outcomes: Choices = (), people: Choices = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("outcome", outcomes)
        self.offer("who", [("", "Vælg"), *people])

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if told.get("what") or (told.get("who") and told.get("due")):
            missing = {
                "who": "Vælg, hvem der gør det.",
                "what": "Skriv, hvad der skal gøres.",
                "due": "Skriv, hvornår det senest er gjort.",
            }
            for name, sentence in missing.items():
                if not told.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        return told

    @property
    def promises(self) -> bool:
        return bool(self.cleaned_data.get("what"))

    @property
    def says_something(self) -> bool:
        return bool(self.cleaned_data.get("outcome")) or self.promises


class TextForm(forms.SamspilForm):
    """A text of an item, with the revision that the writer saw."""

    text = forms.LongTextField(label="Referat", required=False, lines=6)
    version = forms.NumberField(required=False, min_value=0)

    @property
    def revision(self) -> int:
        return int(self.cleaned_data.get("version") or 0)
