from typing import Any

from django.forms import FileInput

from samspil.documents.rules import FileRules
from samspil.ui.forms import FileField, SamspilForm, TextField


class AttachForm(SamspilForm):
    """`several` is set where those who read come from several agencies: putting a file there shares it."""

    file = FileField(label="Filen på din telefon eller computer", widget=FileInput)
    necessity = TextField(
        label="Hvorfor er det nødvendigt, at de andre i rummet får filen?",
        error_messages={"required": "Skriv, hvorfor det er nødvendigt. Filen er ikke gemt, så vælg den igen."},
    )

    def __init__(self, *args: Any, rules: FileRules, several: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["file"].help_text = rules.words
        self.fields["file"].widget.attrs["accept"] = ",".join(
            sorted(one.content_type.split(";")[0] for one in rules.types)
        )
        if not several:
            del self.fields["necessity"]


class WithdrawForm(SamspilForm):
    why = TextField(label="Hvorfor tager du den væk?", error_messages={"required": "Skriv, hvorfor du tager den væk."})

    def __init__(self, *args: Any, several: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not several:
            del self.fields["why"]
