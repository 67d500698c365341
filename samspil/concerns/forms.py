"""What is typed about a concern: parsed, and told in Danish where something is wrong. Nothing typed is lost."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, ClassVar

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.utils.text import Truncator

from samspil.concerns.rules.words import ABOUT, NOTIFIED, SOURCES, TOLD, urgencies
from samspil.lib import clock
from samspil.lib.danish_dates import clock_time, near_day, short_day
from samspil.lib.excerpts import Excerpt
from samspil.ui.danish_input import parse_day, parse_time
from samspil.ui.forms import (
    ChoiceField,
    DateField,
    LongTextField,
    ManyChoicesField,
    Option,
    SamspilForm,
    SelectField,
    TextField,
)

LONGEST_BACK = 20
SHOWN = 120
"""So much of a part is shown beside its tick; the whole of it stands on the page."""
MOMENT = re.compile(r"(?P<day>.*?)[,\s]*(?:\bkl\b\.?\s*(?P<time>.+))?", re.IGNORECASE | re.DOTALL)

Moment = tuple[date, time | None]


class MomentField(django_forms.Field):
    """`I dag kl. 10.15`, or the day alone."""

    widget = django_forms.TextInput
    default_error_messages: ClassVar[dict[str, Any]] = {"required": "Skriv en dag, for eksempel i går kl. 10.15."}

    def to_python(self, value: Any) -> Moment | None:
        if value in self.empty_values or isinstance(value, tuple):
            return value or None
        found = MOMENT.fullmatch(str(value).strip())
        try:
            day = parse_day(found["day"] if found else str(value), clock.today(), "past")
            at = parse_time(found["time"]) if found and found["time"] else None
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from error
        _hold_to_past(day, at)
        return day, at

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, tuple):
            return value
        day, at = value
        far = day.year != clock.today().year
        words = short_day(day, year=True).split(" ", 1)[1] if far else near_day(day, clock.today())
        return f"{words} {clock_time(at)}" if at else words


class StepOne(SamspilForm):
    """What worries, and how much it hurries."""

    kinds = ManyChoicesField(
        label="Hvad er du bekymret for?", error_messages={"required": "Vælg mindst én. Du behøver ikke være sikker."}
    )
    urgency = ChoiceField(label="Haster det?", error_messages={"required": "Vælg, om det haster."}, initial="days")

    def __init__(self, *args: Any, assess_by: datetime, kinds: Iterable[Any] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kinds"].choices = [  # type: ignore[attr-defined]  # the field was made above
            (kind.slug, Option(kind.name, small=kind.hint, reveals=_reveals(kind))) for kind in kinds
        ]
        self.fields["urgency"].choices = [  # type: ignore[attr-defined]  # the field was made above
            (value, Option(name, small=small, reveals="ring-nu" if value == "now" else ""))
            for value, name, small in urgencies(assess_by, clock.now())
        ]


class StepTwo(SamspilForm):
    """What was seen, apart from what is thought. `partial` is for saving on the way: nothing is missing yet."""

    name = TextField(label="Hvem handler det om?", error_messages={"required": "Skriv, hvem det handler om."})
    school_class = TextField(label="Klasse", required=False)
    birth_date = DateField(label="Fødselsdato", required=False, towards="past", help_text="For eksempel 16/12-2012.")
    school = SelectField(label="Skole", required=False)
    observation = LongTextField(
        label="Det har jeg set eller hørt",
        help_text="Skriv det, så barnet selv kunne læse det.",
        lines=5,
        error_messages={"required": "Skriv, hvad du har set eller hørt."},
    )
    happened = MomentField(label="Hvornår?", required=False, help_text="For eksempel i går kl. 10.15.")
    place = TextField(label="Hvor?", required=False)
    child_words = LongTextField(
        label="Hvad siger barnet selv?",
        help_text="Så tæt på barnets egne ord som muligt. Lad feltet stå tomt, hvis I ikke har talt sammen.",
        required=False,
    )
    interpretation = LongTextField(
        label="Det tænker jeg om det",
        help_text="Dit gæt. Vi holder det adskilt fra det, du har set.",
        lines=2,
        required=False,
    )
    told = ManyChoicesField(label="Hvem ved, at du skriver?", choices=TOLD, required=False)

    def __init__(
        self, *args: Any, oldest: int, schools: Sequence[Any] = (), partial: bool = False, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self._oldest = oldest
        self.fields["school"].choices = [  # type: ignore[attr-defined]  # the field was made above
            ("", "Ved ikke, eller en anden"),
            *((school.key, school.name) for school in schools),
        ]
        if partial:
            for field in self.fields.values():
                field.required = False

    def clean_birth_date(self) -> date | None:
        born = self.cleaned_data.get("birth_date")
        if born is None:
            return None
        today = clock.today()
        if born > today:
            raise ValidationError("Fødselsdagen ligger ude i fremtiden. Se efter årstallet.")
        if today.year - born.year > self._oldest:
            raise ValidationError(f"Så ville den unge være over {self._oldest} år. Se efter årstallet.")
        if today.year - born.year < 1:
            raise ValidationError("Skriv fødselsdatoen med årstal, for eksempel 14-03-2013.")
        return date(born.year, born.month, born.day)

    def clean_told(self) -> list[str]:
        told = list(self.cleaned_data.get("told") or [])
        if "nobody" in told and len(told) > 1:
            raise ValidationError("Du har valgt både nogen og ingen. Vælg det, der passer.")
        return told


class AdviceOnly(SamspilForm):
    """Asking for advice, without naming anyone."""

    observation = LongTextField(
        label="Hvad vil du have råd om?",
        help_text="Skriv ingen navne. Fortæl, hvad du har set, og hvad du er i tvivl om.",
        lines=6,
        error_messages={"required": "Skriv, hvad du vil have råd om."},
    )
    about = TextField(label="Alder eller klassetrin", help_text="For eksempel 6. klasse.", required=False)

    def __init__(self, *args: Any, partial: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if partial:
            self.fields["observation"].required = False


class StepThree(SamspilForm):
    notified = ChoiceField(
        label="Har du underrettet kommunen?",
        choices=[(value, Option(name, reveals="tvivl" if value == "doubt" else "")) for value, name in NOTIFIED],
        error_messages={"required": "Svar ja, nej eller i tvivl."},
    )
    reachable = TextField(label="Hvor og hvornår træffes du?", required=False)

    def __init__(self, *args: Any, sparring: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if sparring:
            del self.fields["notified"]


class TriageForm(SamspilForm):
    """What happens, why, and what the reporter is told, in one act."""

    outcome = ChoiceField(label="Hvad skal der ske?", error_messages={"required": "Vælg, hvad der skal ske."})
    body = SelectField(label="Hvem skal tage det op?", required=False)
    tell = LongTextField(label="Hvad skal de andre vide?", lines=4, required=False)
    along = ManyChoicesField(label="Tag med, som det står", required=False)
    copies = ManyChoicesField(label="Tag filer med", required=False)
    necessity = LongTextField(label="Hvorfor er det nødvendigt at dele?", required=False)
    receiver = TextField(label="Hvem har du sendt underretningen til?", required=False)
    answer = LongTextField(label="Svar", required=False)
    reason = LongTextField(label="Din egen begrundelse", lines=2, required=False)

    def __init__(
        self,
        *args: Any,
        outcomes: Iterable[tuple[str, str]] = (),
        bodies: Iterable[Any] = (),
        parts: Sequence[Excerpt] = (),
        files: Sequence[Any] = (),
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.offer("outcome", outcomes)
        self.offer("body", bodies)
        self.offer("along", [(one.slot, Option(one.name, small=Truncator(one.text).chars(SHOWN))) for one in parts])
        if not parts:
            del self.fields["along"]
        self.offer("copies", [(one.key, Option(one.name, small=one.words)) for one in files])
        if not files:
            del self.fields["copies"]


class NoticeForm(SamspilForm):
    ids = "id_notice_%s"
    outcome = ChoiceField(label="Underretning", error_messages={"required": "Vælg, hvad der gælder."})
    receiver = TextField(label="Sendt til", required=False)
    reason = LongTextField(label="Hvorfor ikke?", lines=2, required=False)

    def __init__(self, *args: Any, outcomes: Iterable[tuple[str, str]] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["outcome"].choices = list(outcomes)  # type: ignore[attr-defined]  # the field was made above


class AnswerForm(SamspilForm):
    ids = "id_reply_%s"
    text = LongTextField(label="Skriv til den, der var bekymret", error_messages={"required": "Skriv dit svar."})


class LikenessForm(SamspilForm):
    ids = "id_alike_%s"
    other = TextField(max_length=10)
    same = ChoiceField(choices=[("yes", "Det er den samme"), ("no", "Det er en anden")])


class CprForm(SamspilForm):
    ids = "id_cpr_%s"
    cpr = TextField(
        label="CPR-nummer",
        max_length=30,
        widget=django_forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
        error_messages={"required": "Skriv CPR-nummeret."},
    )


class ShareForm(SamspilForm):
    """Four questions without a name; nothing of it is stored."""

    about = ManyChoicesField(label="1. Hvad handler oplysningen om?", choices=ABOUT)
    source = ChoiceField(label="2. Hvor kommer den fra?", choices=SOURCES)
    basis = SelectField(label="Hvilket samarbejde?", required=False)
    receivers = ManyChoicesField(label="3. Hvem vil du dele med?")
    purpose = LongTextField(
        label="4. Hvad skal de bruge det til?",
        lines=2,
        max_length=1000,
        error_messages={"required": "Skriv, hvad de skal bruge det til."},
    )

    def __init__(
        self, *args: Any, bases: Sequence[Any] = (), receivers: Iterable[tuple[str, str]] = (), **options: Any
    ) -> None:
        super().__init__(*args, **options)
        basis_field: Any = self.fields["basis"]
        receivers_field: Any = self.fields["receivers"]
        basis_field.choices = [(basis.slug, basis.name) for basis in bases]
        receivers_field.choices = list(receivers)


def moment_of(concern: Mapping[str, Any]) -> Moment | None:
    """What a `MomentField` shows at first."""
    return (concern["happened_on"], concern["happened_at"]) if concern["happened_on"] else None


def _hold_to_past(day: date, at: time | None) -> None:
    now = clock.in_copenhagen(clock.now())
    if day > now.date() or (at is not None and datetime.combine(day, at) > now.replace(tzinfo=None)):
        raise ValidationError("Det ligger ude i fremtiden. Skriv, hvornår det skete.", code="future")
    if now.year - day.year > LONGEST_BACK:
        raise ValidationError(f"Det er over {LONGEST_BACK} år siden. Se efter årstallet.", code="past")


def _reveals(kind: Any) -> str:
    if kind.acute_hint:
        return "ring-nu"
    return "underret" if kind.notify_hint else ""
