"""Form fields that say in Danish what is missing and never lose what was typed."""

from datetime import date, time
from typing import Any, ClassVar, Self
from unicodedata import category

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

from samspil.lib import clock
from samspil.lib.danish_dates import clock_time, short_day
from samspil.ui.danish_input import Towards, parse_day, parse_time

LONGEST_LINE = 200
LONGEST_TEXT = 20_000


def is_visible(text: str) -> bool:
    """Whether something can be read in it: spaces, controls and marks without width are nothing said."""
    return any(category(letter)[0] not in "CZ" for letter in text)


def counted(number: int) -> str:
    """`100.312`, with the Danish point."""
    return f"{number:,}".replace(",", ".")


class TextField(forms.CharField):
    """Text whose length is told in words; the browser is not asked to cut it off silently."""

    default_error_messages: ClassVar[dict[str, Any]] = {"required": "Her mangler du at skrive noget."}

    def __init__(self, *, max_length: int = LONGEST_LINE, lines: int = 1, **options: Any) -> None:
        self.longest = max_length
        if lines > 1:
            options.setdefault("widget", forms.Textarea(attrs={"rows": lines, "cols": False}))
        super().__init__(**options)

    def to_python(self, value: Any) -> str:
        # Browsers send two characters for a new line, and people count one.
        text = str(value or "").replace("\r\n", "\n").replace("\x00", "")
        return str(super().to_python(text if is_visible(text) else ""))

    def validate(self, value: Any) -> None:
        super().validate(value)
        if len(value) > self.longest:
            message = (
                f"Du har skrevet {counted(len(value))} tegn. Der er plads til {counted(self.longest)}. "
                "Intet er gået tabt."
            )
            raise ValidationError(message, code="max_length")


class LongTextField(TextField):
    def __init__(self, *, max_length: int = LONGEST_TEXT, lines: int = 3, **options: Any) -> None:
        super().__init__(max_length=max_length, lines=lines, **options)


class EmailField(TextField):
    default_error_messages: ClassVar[dict[str, Any]] = {"required": "Skriv en mailadresse."}
    widget = forms.EmailInput

    def __init__(self, **options: Any) -> None:
        whole = EmailValidator("Skriv en hel mailadresse, for eksempel navn@skolen.dk.")
        super().__init__(validators=[whole], **options)


DAY_HINTS: dict[Towards, str] = {
    "past": "For eksempel i går, fredag eller 16/12.",
    "near": "For eksempel i dag, fredag eller 16/12.",
    "future": "For eksempel på fredag, næste onsdag eller 16/12.",
}


class DateField(forms.Field):
    """A day as people write it. `towards` says which way one looks: which year and which Friday is meant."""

    default_error_messages: ClassVar[dict[str, Any]] = {"required": "Skriv en dato, for eksempel 16/12."}
    widget = forms.TextInput

    def __init__(self, *, towards: Towards = "near", **options: Any) -> None:
        self.towards: Towards = towards
        options.setdefault("help_text", DAY_HINTS[towards])
        super().__init__(**options)

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values or isinstance(value, date):
            return value or None
        try:
            return parse_day(str(value), clock.today(), self.towards)
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from error

    def prepare_value(self, value: Any) -> Any:
        """The short day, with its year where the words alone would mean another."""
        if not isinstance(value, date):
            return value
        short = short_day(value)
        meant = parse_day(short_day(value, year=False).split(" ", 1)[1], clock.today(), self.towards)
        return short if meant == value else short_day(value, year=True)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True


class TimeField(forms.Field):
    default_error_messages: ClassVar[dict[str, Any]] = {"required": "Skriv et klokkeslæt, for eksempel 13.30."}
    widget = forms.TextInput

    def to_python(self, value: Any) -> time | None:
        if value in self.empty_values or isinstance(value, time):
            return value or None
        try:
            return parse_time(str(value))
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from error

    def prepare_value(self, value: Any) -> Any:
        return clock_time(value).removeprefix("kl. ") if isinstance(value, time) else value


class Option(str):
    """The name of a choice, with what else a page may say about it.

    `small` is a quiet line below; `reveals` the id of what belongs to this choice alone; `hides` the id of what
    this choice makes needless; `button` what the form's button then says.
    """

    small: str
    reveals: str
    hides: str
    button: str
    __slots__ = ("button", "hides", "reveals", "small")

    def __new__(cls, name: str, *, small: str = "", reveals: str = "", hides: str = "", button: str = "") -> Self:
        option = super().__new__(cls, name)
        option.small, option.reveals, option.hides, option.button = small, reveals, hides, button
        return option


class ChoiceField(forms.ChoiceField):
    """One of several; drawn as big rows, a line of options or a list, as the page says."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": "Vælg en af mulighederne.",
        "invalid_choice": "Den mulighed findes ikke længere. Vælg en anden.",
    }
    widget: type[forms.Widget] = forms.RadioSelect


class SelectField(ChoiceField):
    widget = forms.Select


class ManyChoicesField(forms.MultipleChoiceField):
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": "Vælg mindst én.",
        "invalid_choice": "En af mulighederne findes ikke længere. Vælg igen.",
        "invalid_list": "Vælg mindst én.",
    }
    widget = forms.CheckboxSelectMultiple


class TickField(forms.BooleanField):
    default_error_messages: ClassVar[dict[str, Any]] = {"required": "Sæt et flueben her for at gå videre."}


class NumberField(forms.IntegerField):
    """A whole number whose limits are told in Danish."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": "Skriv et tal.",
        "invalid": "Skriv et helt tal.",
    }
    widget = forms.TextInput

    def __init__(self, *, smallest: int = 0, largest: int = 1_000_000, **options: Any) -> None:
        self.smallest, self.largest = smallest, largest
        super().__init__(**options)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is not None and value < self.smallest:
            raise ValidationError(f"Tallet skal være mindst {counted(self.smallest)}.", code="min_value")
        if value is not None and value > self.largest:
            raise ValidationError(f"Tallet må højst være {counted(self.largest)}.", code="max_value")


class FileField(forms.FileField):
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": "Vælg en fil.",
        "missing": "Vælg en fil.",
        "empty": "Filen er tom. Vælg en anden.",
        "invalid": "Filen kom ikke med. Vælg den igen.",
    }
