from collections.abc import Sequence
from typing import Any

from samspil.ui.forms import LongTextField, ManyChoicesField, SamspilForm, TickField
from samspil.words.rules import LONGEST


class WordForm(SamspilForm):
    text = LongTextField(
        label="Besked",
        max_length=LONGEST,
        lines=4,
        help_text=f"Højst {LONGEST} tegn. Alle, der læser noter her, kan læse beskeden. De valgte får besked om den.",
        error_messages={"required": "Skriv, hvad du vil sige."},
    )
    to = ManyChoicesField(label="Hvem skal have besked?")
    wants_answer = TickField(label="Jeg har brug for svar", required=False)

    def __init__(self, *args: Any, people: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("to", people)


class AnswerForm(SamspilForm):
    """`done` comes from the button that answers without words."""

    text = LongTextField(
        label="Dit svar",
        max_length=LONGEST,
        required=False,
        help_text=f"Højst {LONGEST} tegn. Alle, der læser noter her, kan læse svaret.",
    )
    done = TickField(required=False)

    def __init__(self, *args: Any, asked: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.asked = asked
        if not asked:
            del self.fields["text"]

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if self.asked and not found.get("done") and not found.get("text") and "text" not in self.errors:
            self.add_error("text", "Skriv dit svar, eller tryk Klaret.")
        return found
