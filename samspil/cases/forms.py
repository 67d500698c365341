"""What is asked for at each act on a case."""

from collections.abc import Sequence
from typing import Any

from samspil.lib.excerpts import Excerpt
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

Choices = Sequence[tuple[str, str]]
NECESSITY = "Hvorfor er det nødvendigt, at de andre i rummet ved det?"


class OpeningForm(SamspilForm):
    """One question; what the law wants said beside it is filled in from the matter and can be changed."""

    problem = TextField(label="Hvad er det konkrete problem?", help_text="En sætning, som alle i sagen forstår ens.")
    level = SelectField(label="Niveau", required=False)
    reason = LongTextField(label="Hvad gav anledning til sagen?", lines=2)
    necessity = TextField(label="Hvorfor skal oplysningerne bruges i sagen?")
    basis = SelectField(label="Grundlag")
    along = ManyChoicesField(label="Tag med over i sagen", required=False)
    copies = ManyChoicesField(label="Tag filer med over i sagen", required=False, help_text="Sagen får en kopi.")

    @property
    def given(self) -> list[Any]:
        """What is filled in already; shown folded until something is wrong with it."""
        return [self[name] for name in ("reason", "necessity", "basis")]

    @property
    def basis_name(self) -> str:
        field: Any = self.fields["basis"]
        return str(dict(field.choices).get(self["basis"].value(), ""))

    def __init__(
        self,
        *args: Any,
        levels: Choices,
        bases: Choices,
        brought: Sequence[Excerpt] = (),
        files: Sequence[Any] = (),
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.offer("along", [(one.slot, Option(one.name, small=one.text)) for one in brought])
        if not brought:
            del self.fields["along"]
        self.offer("copies", [(one.key, Option(one.name, small=one.words)) for one in files])
        if not files:
            del self.fields["copies"]
        self.offer("level", [("", "Ikke vurderet"), *levels])
        self.offer("basis", bases)
        if not levels:
            del self.fields["level"]


class NoteForm(SamspilForm):
    text = LongTextField(label="Hvad skete der?", lines=5, help_text="Skriv, hvad du så, hørte eller gjorde.")
    happened_on = DateField(label="Hvornår?", towards="past")
    necessity = TextField(label=NECESSITY)


class CorrectionForm(SamspilForm):
    text = LongTextField(label="Hvad skal der stå?", lines=5)


class VoiceForm(SamspilForm):
    text = LongTextField(
        label="Barnets egne ord", lines=4, help_text="Så tæt på det sagte som muligt. Ikke hvad du tror, det betyder."
    )
    listener = TextField(label="Hvem lyttede?")
    happened_on = DateField(label="Hvornår?", towards="past")
    necessity = TextField(label=NECESSITY)


class LeadForm(SamspilForm):
    tenure = ChoiceField(label="Hvem holder trådene i sagen?")

    def __init__(self, *args: Any, tenures: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("tenure", tenures)


class FollowUpForm(SamspilForm):
    due = DateField(label="Hvornår følger I op?", towards="future")


class HeldForm(SamspilForm):
    words = LongTextField(label="Hvordan gik det?", lines=5)
    next_due = DateField(label="Hvornår følger I op næste gang?", towards="future", required=False)


class BringForm(SamspilForm):
    body = ChoiceField(label="Hvor skal sagen med?")
    reason = TextField(label="Hvorfor skal den på dagsordenen?")
    necessity = TextField(label="Hvorfor er det nødvendigt at dele det dér?")

    def __init__(self, *args: Any, bodies: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("body", bodies)


class ClosingForm(SamspilForm):
    reason = ChoiceField(label="Hvorfor lukker I sagen?")
    words = LongTextField(label="Hvad kom der ud af det?", lines=4)

    def __init__(self, *args: Any, reasons: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("reason", reasons)


class ReopeningForm(SamspilForm):
    words = LongTextField(label="Hvorfor åbner I sagen igen?", lines=3)
