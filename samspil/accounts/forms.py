from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError

from samspil.ui.forms import EmailField, LongTextField, SamspilForm, TextField

LONGEST_PASSWORD = 200


class EntryForm(SamspilForm):
    """A form of the pages before login: nobody acts yet who could send it twice."""

    form_key = None  # type: ignore[assignment]  # Django's way to leave an inherited field out


class PasswordField(forms.CharField):
    widget = forms.PasswordInput

    def __init__(self, *, new: bool = False, **options: Any) -> None:
        how = "new-password" if new else "current-password"
        options.setdefault("error_messages", {"required": "Skriv din adgangskode."})
        widget = forms.PasswordInput(attrs={"autocomplete": how})
        super().__init__(strip=False, max_length=LONGEST_PASSWORD, widget=widget, **options)


class LoginForm(EntryForm):
    email = EmailField(label="Arbejdsmail", widget=forms.EmailInput(attrs={"autocomplete": "username"}))
    password = PasswordField(label="Adgangskode")


class SureForm(EntryForm):
    password = PasswordField(label="Adgangskode")


class CodeForm(EntryForm):
    code = TextField(
        label="Kode",
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        error_messages={"required": "Skriv koden."},
    )


class NewEmailForm(CodeForm):
    email = EmailField(label="Ny arbejdsmail", widget=forms.EmailInput(attrs={"autocomplete": "email"}))

    field_order = ("email", "code")

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).strip().lower()


class PasskeyForm(EntryForm):
    name = TextField(label="Hvad skal nøglen hedde?", max_length=60, initial="Min enhed")
    credential = forms.CharField(
        widget=forms.HiddenInput(attrs={"data-passkey-answer": ""}),
        max_length=20_000,
        error_messages={"required": "Enheden lavede ingen nøgle. Prøv igen, eller brug en app i stedet."},
    )


class NewPasswordForm(EntryForm):
    password = PasswordField(new=True, label="Ny adgangskode")
    again = PasswordField(new=True, label="Adgangskoden en gang til")

    def __init__(self, *args: Any, owner: Any = None, **options: Any) -> None:
        self.owner = owner
        super().__init__(*args, **options)
        self.fields["password"].help_text = " ".join(str(text) for text in password_validators_help_texts()[:1])

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        validate_password(password, self.owner)
        return password

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("password") and found.get("again") and found["password"] != found["again"]:
            self.add_error("again", ValidationError("De to adgangskoder er ikke ens."))
        return found


class ActForm(SamspilForm):
    """A button that does one thing once."""


class ReasonForm(SamspilForm):
    reason = LongTextField(
        label="Hvorfor skal der laves en ny adgang?",
        help_text="For eksempel: Telefonen er blevet væk. Skriv ikke andet om personen.",
        max_length=500,
        error_messages={"required": "Skriv hvorfor."},
    )
