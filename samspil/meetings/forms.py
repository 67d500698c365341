"""What is typed at and around a meeting."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from itertools import zip_longest
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import CharField, HiddenInput

from samspil.lib import clock
from samspil.meetings.rules import FORMS, OCCASIONS
from samspil.ui import forms

NO_CHILD = "Alle i organet kan læse det. Skriv aldrig noget om et barn eller en ung her."
IN_THE_MAIL = "Står i mailen til alle, der er indkaldt. Skriv ikke navne på børn her."
NOT_SENT = "Intet er sendt endnu. Det, du har skrevet, står her."
NO_NAMES = "Skriv ikke navne på børn her; åbne punkter læses af alle i organet."
MOST_DAYS = 600
"""Of one form: ten bodies that meet every week of a year are laid in one."""
NO_HOURS, BOTH_HOURS = "Ellers mødes hvert organ, som det plejer.", "Skriv begge tider eller ingen af dem."
Choices = Iterable[tuple[Any, str]]
Hours = tuple[time | None, time | None]


class PressedForm(forms.SamspilForm):
    """A button with nothing to fill in."""


class PlanForm(forms.SamspilForm):
    body = forms.SelectField(label="Hvem mødes?")
    day = forms.DateField(label="Hvilken dag?", towards="future")
    starts = forms.TimeField(label="Fra")
    ends = forms.TimeField(label="Til")
    place = forms.TextField(label="Hvor?", required=False, help_text=IN_THE_MAIL)
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
        error_messages={"required": f"Skriv en enkelt sætning, så kan vi dele det. {NOT_SENT}"},
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

    def __init__(self, *args: Any, is_open: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"].help_text = NO_NAMES if is_open else ""

    @property
    def revision(self) -> int:
        return int(self.cleaned_data.get("version") or 0)


class GuestForm(forms.SamspilForm):
    """Whom, and what for: some items alone, or the whole open part. A closed item asks for basis and necessity."""

    who = forms.SelectField(label="Hvem inviterer du?")
    items = forms.ManyChoicesField(
        label="Hvad skal gæsten være med til?",
        required=False,
        help_text="Vælger du ikke noget, er det hele den åbne del. Vælger du punkter, er det kun dem.",
    )
    basis = forms.SelectField(label="Grundlag", required=False, help_text="Kun ved et lukket punkt.")
    necessity = forms.TextField(
        label="Hvorfor er det nødvendigt?",
        required=False,
        max_length=500,
        help_text="Kun ved et lukket punkt. Gæsten kan læse det, der står i punktets rum.",
    )

    def __init__(
        self,
        *args: Any,
        people: Choices = (),
        items: Choices = (),
        bases: Choices = (),
        closed: Iterable[str] = (),
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.closed = frozenset(closed)
        self.offer("who", [("", "Vælg"), *people])
        self.offer("items", items)
        self.offer("basis", [("", "Vælg"), *bases])

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if self.closed & set(told.get("items", ())):
            if not told.get("basis"):
                self.add_error("basis", "Vælg grundlaget for, at gæsten hører det. Ingenting er delt endnu.")
            if not told.get("necessity", "").strip():
                self.add_error(
                    "necessity", "Skriv en enkelt sætning om, hvorfor gæsten skal høre det. Ingenting er delt endnu."
                )
        return told


class DeputyForm(forms.SamspilForm):
    who = forms.SelectField(label="Hvem kommer i stedet?")

    def __init__(self, *args: Any, people: Choices = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("who", [("", "Vælg"), *people])


class MoveForm(forms.SamspilForm):
    day = forms.DateField(label="Hvilken dag?", towards="future", help_text="For eksempel 9/12")
    starts = forms.TimeField(label="Fra")
    ends = forms.TimeField(label="Til")
    place = forms.TextField(label="Hvor?", required=False, help_text=IN_THE_MAIL)
    subject = forms.TextField(label="Emne", required=False, help_text=NO_CHILD)
    reason = forms.TextField(
        label="Hvorfor flytter I mødet?",
        required=False,
        max_length=500,
        help_text=f"Skrives ved ny tid eller nyt sted. {NO_CHILD}",
    )

    def __init__(self, *args: Any, called: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not called:
            del self.fields["reason"]

    def instant(self, name: str) -> datetime:
        """`starts` or `ends` on the chosen day."""
        return datetime.combine(self.cleaned_data["day"], self.cleaned_data[name], tzinfo=clock.COPENHAGEN)


class CancelForm(forms.SamspilForm):
    reason = forms.TextField(label="Hvorfor aflyser I mødet?", max_length=500, help_text=NO_CHILD)


class YearForm(forms.SamspilForm):
    """Many days, each to be changed or left out. `rows`: a body's key, a day.

    `usual`: the hours of each of several bodies, which count where none are typed for all.
    """

    starts = forms.TimeField(label="Fra")
    ends = forms.TimeField(label="Til")
    place = forms.TextField(label="Hvor?", required=False, help_text=IN_THE_MAIL)
    anyway = forms.TickField(label="Læg dem alligevel", required=False)
    seen = CharField(required=False, widget=HiddenInput())

    def __init__(
        self,
        *args: Any,
        rows: Sequence[tuple[str, date]] = (),
        usual: Mapping[str, Hours] | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.usual, rows = usual or {}, rows[:MOST_DAYS]
        if self.usual:
            for name in ("starts", "ends"):
                self.fields[name].required = False
            self.fields["starts"].help_text, self.fields["ends"].help_text = NO_HOURS, BOTH_HOURS
        typed = sum(1 for name in self.data if name.startswith("day_"))
        self.numbers = range(min(typed, MOST_DAYS) if self.is_bound else len(rows))
        counted: Counter[str] = Counter()
        for number, (body, day) in zip_longest(self.numbers, rows[: len(self.numbers)], fillvalue=("", None)):
            counted[named := self.data.get(f"organ_{number}", "") if self.is_bound else body] += 1
            place = counted[named]
            self.fields[f"keep_{number}"] = forms.TickField(label=f"Møde {place}", required=False, initial=True)
            self.fields[f"day_{number}"] = forms.DateField(
                label=f"Dag for møde {place}", towards="future", required=False, initial=day, help_text=""
            )
            self.fields[f"organ_{number}"] = CharField(required=False, initial=body, widget=HiddenInput())

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        starts, ends = told.get("starts"), told.get("ends")
        if starts and ends and ends <= starts:
            raise ValidationError("Mødet skal slutte, efter at det er begyndt. Ret klokkeslættene.")
        if self.errors:
            return told
        if not self._kept:
            raise ValidationError("Vælg mindst ét møde.")
        if None in {hour for _, body in self._kept for hour in self._hours(body)}:
            raise ValidationError("Skriv både fra og til. Ikke alle organerne har et tidspunkt, de plejer at mødes.")
        return told

    @property
    def agreed(self) -> list[str]:
        """What was shown as odd and is to be laid all the same."""
        return self.cleaned_data["seen"].split() if self.cleaned_data["anyway"] else []

    def told(self, name: str) -> Any:
        """What stands in a field now: as typed, else as proposed."""
        return self.cleaned_data.get(name) if self.is_bound else self.fields[name].initial

    @property
    def meetings(self) -> list[tuple[str, datetime, datetime]]:
        """Each body's key and hours, once each."""
        found, zone = [], clock.COPENHAGEN
        for day, body in self._kept:
            starts, ends = self._hours(body)
            if starts and ends:
                found.append((body, datetime.combine(day, starts, zone), datetime.combine(day, ends, zone)))
        return found

    @property
    def _kept(self) -> list[tuple[date, str]]:
        told = self.cleaned_data
        kept = [one for one in self.numbers if told.get(f"keep_{one}") and told.get(f"day_{one}")]
        return sorted({(told[f"day_{one}"], told.get(f"organ_{one}", "")) for one in kept})

    def _hours(self, body: str) -> Hours:
        starts, ends = self.cleaned_data.get("starts"), self.cleaned_data.get("ends")
        return (starts, ends) if starts or ends else self.usual.get(body, (None, None))
