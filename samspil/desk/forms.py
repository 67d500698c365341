from datetime import date

from django.core.exceptions import ValidationError
from django.forms import TextInput

from samspil.desk.rules import access_words, find_words
from samspil.desk.rules.log_words import VERDICTS
from samspil.lib import clock
from samspil.ui.forms import ChoiceField, DateField, LongTextField, SamspilForm, SelectField, TextField


class FindForm(SamspilForm):
    """`words` comes out as the words to look for. Nothing is done by it that must be done once: it has no key."""

    form_key = None  # type: ignore[assignment]  # Django's way to leave out a field of the base
    words = TextField(
        label="Navn eller ord",
        max_length=100,
        widget=TextInput(attrs={"type": "search", "autocomplete": "off"}),
        error_messages={"required": find_words.TOO_SHORT},
    )

    def clean_words(self) -> tuple[str, ...]:
        words = find_words.asked_words(str(self.cleaned_data["words"]))
        if not words:
            raise ValidationError(find_words.TOO_SHORT)
        return words


class TickForm(SamspilForm):
    """A tick beside a promise: nothing but the one-time key."""


class StepForm(SamspilForm):
    """Pressing one of the first steps."""


class ReportForm(SamspilForm):
    outcome = ChoiceField(
        label="Hvordan gik det?",
        choices=[("done", "Det er gjort"), ("running", "Det er i gang"), ("dropped", "Det bliver ikke til noget")],
    )
    text = LongTextField(label="Vil du sige mere om det?", required=False, lines=3)


class StepOutForm(SamspilForm):
    reason = TextField(label="Hvorfor bør du ikke være her?", help_text="For eksempel: Jeg kender familien privat.")


class LookupForm(SamspilForm):
    reason = LongTextField(
        label="Hvorfor skal du se det?",
        help_text="For eksempel: En borger har klaget. Skriv ingen navne på børn.",
        lines=3,
        max_length=1000,
    )


class JudgementForm(SamspilForm):
    verdict = ChoiceField(label="Hvad siger du til det?", choices=list(VERDICTS.items()))
    text = LongTextField(label="Hvorfor?", help_text="Skriv ingen navne på børn.", lines=3, max_length=1000)


class SpotCheckForm(SamspilForm):
    work = ChoiceField(
        label="Var det arbejde?", choices=[("yes", "Ja, det hørte til arbejdet"), ("no", "Nej, eller jeg er i tvivl")]
    )
    text = LongTextField(label="Hvad var grunden?", help_text="Skriv ingen navne på børn.", lines=3, max_length=1000)


class AccessRequestForm(SamspilForm):
    journal = TextField(
        label="Journalnummer", help_text="Som i kommunens journal. Skriv ikke et navn.", max_length=access_words.LONGEST
    )
    place = SelectField(label="Hvor?", help_text="Organet eller arbejdspladsen, det handler om.")
    due = DateField(label="Svar senest", towards="future")

    def clean_journal(self) -> str:
        journal = str(self.cleaned_data["journal"])
        if sentence := access_words.why_not_journal_number(journal):
            raise ValidationError(sentence)
        return journal

    def clean_due(self) -> date:
        due: date = self.cleaned_data["due"]
        if sentence := access_words.why_not_due(due, clock.today()):
            raise ValidationError(sentence)
        return due


class AccessAnswerForm(SamspilForm):
    outcome = ChoiceField(
        label="Hvad er dit svar?",
        choices=[
            (access_words.LISTED, "Listen er færdig og lagt på journalnummeret"),
            (access_words.NOTHING, "Der er ingen oplysninger her"),
        ],
    )
