from samspil.ui.forms import ChoiceField, LongTextField, SamspilForm, TextField


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
