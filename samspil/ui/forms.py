"""The form that every form here is made from, and its fields."""

import secrets
from collections.abc import Iterable
from typing import Any

from django import forms

from samspil.lib import danish_dates
from samspil.ui.fields import (
    ChoiceField,
    DateField,
    EmailField,
    FileField,
    LongTextField,
    ManyChoicesField,
    NumberField,
    Option,
    SelectField,
    TextField,
    TickField,
    TimeField,
)

__all__ = [
    "ChoiceField",
    "DateField",
    "EmailField",
    "FileField",
    "LongTextField",
    "ManyChoicesField",
    "NumberField",
    "Option",
    "SamspilForm",
    "SelectField",
    "TextField",
    "TickField",
    "TimeField",
    "days_read",
    "new_form_key",
]

LONGEST_KEY = 64


def new_form_key() -> str:
    return secrets.token_urlsafe(24)


def days_read(form: forms.Form) -> str:
    """The days that somebody typed, in full, so that `16. dec` is seen to have been understood."""
    typed = {name: field for name, field in form.fields.items() if isinstance(field, DateField)}
    known = [form.cleaned_data[name] for name in typed if form.cleaned_data.get(name)]
    return f"Gemt. Dagen er {danish_dates.listed([danish_dates.long_day(day) for day in known])}." if known else ""


class KeyField(forms.CharField):
    """A page that comes back without its key gets a new one, so that sending again helps."""

    widget = forms.HiddenInput(attrs={"id": False})  # no label points at it, and every form of a page has one

    def bound_data(self, data: Any, initial: Any) -> Any:
        del initial
        return data if data and len(data) <= LONGEST_KEY else new_form_key()


class SamspilForm(forms.Form):
    """Carries a one-time key, so that the same form sent twice is one act.

    A form that comes back with errors keeps its key: nothing was done with it yet. A form that shares its page with
    others has `ids` of its own, so that a label means its own box.
    """

    ids = "id_%s"

    form_key = KeyField(
        max_length=LONGEST_KEY,
        initial=new_form_key,
        error_messages={
            "required": "Siden er for gammel. Send den igen; det, du skrev, står her endnu.",
            "max_length": "Siden er gået i stykker. Send den igen; det, du skrev, står her endnu.",
        },
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        # Our marks stand where the design wants them, and the browser's own bubbles are not in Danish.
        self.use_required_attribute = False
        options.setdefault("label_suffix", "")
        options.setdefault("auto_id", self.ids)
        super().__init__(*args, **options)

    def offer(self, name: str, choices: Iterable[Any]) -> None:
        """What one may choose from in the field of this name."""
        field: Any = self.fields[name]
        field.choices = list(choices)

    @property
    def key(self) -> str:
        """The one-time key of a form found valid."""
        return str(self.cleaned_data["form_key"])
