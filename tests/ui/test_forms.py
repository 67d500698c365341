import copy
from collections.abc import Iterator
from datetime import UTC, date, datetime, time

import pytest

from samspil.lib import clock
from samspil.ui import forms


class Form(forms.SamspilForm):
    text = forms.LongTextField(label="Tekst", max_length=20_000)
    day = forms.DateField(label="Dag", towards="future")
    at = forms.TimeField(label="Tid")
    number = forms.NumberField(label="Antal", smallest=1, largest=2_000)
    mail = forms.EmailField(label="Mail")
    choice = forms.ChoiceField(label="Valg", choices=[("a", forms.Option("A", small="lille")), ("b", "B")])
    many = forms.ManyChoicesField(label="Flere", choices=[("a", "A")])
    tick = forms.TickField(label="Ja")


WRITE_A_DAY = "Skriv datoen som 16/12, 16. dec. eller 16-12-2026."
GOOD = {
    "form_key": "k1",
    "text": "Æblet",
    "day": "16/12",
    "at": "13.30",
    "number": "7",
    "mail": "navn@skolen.dk",
    "choice": "a",
    "many": ["a"],
    "tick": "on",
}


@pytest.fixture(autouse=True)
def wednesday() -> Iterator[None]:
    with clock.fixed(datetime(2026, 12, 9, 8, tzinfo=UTC)):
        yield


def test_reads_what_was_meant() -> None:
    form = Form(GOOD)
    assert form.is_valid()
    assert form.key == "k1"
    assert form.cleaned_data["day"] == date(2026, 12, 16)
    assert form.cleaned_data["at"] == time(13, 30)
    assert form.cleaned_data["number"] == 7


def test_says_in_danish_what_is_missing() -> None:
    form = Form({})
    assert form.errors == {
        "form_key": ["Siden er for gammel. Send den igen; det, du skrev, står her endnu."],
        "text": ["Her mangler du at skrive noget."],
        "day": ["Skriv en dato, for eksempel 16/12."],
        "at": ["Skriv et klokkeslæt, for eksempel 13.30."],
        "number": ["Skriv et tal."],
        "mail": ["Skriv en mailadresse."],
        "choice": ["Vælg en af mulighederne."],
        "many": ["Vælg mindst én."],
        "tick": ["Sæt et flueben her for at gå videre."],
    }


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("text", "x" * 100_312, "Du har skrevet 100.312 tegn. Der er plads til 20.000. Intet er gået tabt."),
        ("day", "engang", f"{WRITE_A_DAY} Du kan også skrive i dag eller næste onsdag."),
        ("at", "25", "Skriv klokkeslættet som 13.30."),
        ("number", "0", "Tallet skal være mindst 1."),
        ("number", "2001", "Tallet må højst være 2.000."),
        ("number", "syv", "Skriv et helt tal."),
        ("mail", "navn@", "Skriv en hel mailadresse, for eksempel navn@skolen.dk."),
        ("choice", "z", "Den mulighed findes ikke længere. Vælg en anden."),
    ],
)
def test_keeps_what_was_typed_and_says_what_is_wrong(field: str, typed: str, words: str) -> None:
    form = Form({**GOOD, field: typed})
    assert form.errors == {field: [words]}
    assert form[field].value() == typed


def test_a_new_line_counts_as_one_character() -> None:
    form = Form({**GOOD, "text": "a\r\n" * 10_000})
    assert form.is_valid()
    assert len(form.cleaned_data["text"]) == len("a\n" * 10_000) - 1


def test_a_day_is_shown_as_it_is_written() -> None:
    shown = {
        day: Form.base_fields["day"].prepare_value(day)
        for day in (date(2026, 12, 16), date(2026, 12, 2), date(2028, 1, 5))
    }
    assert list(shown.values()) == ["ons. 16. dec.", "ons. 2. dec. 2026", "ons. 5. jan. 2028"]
    assert all(Form({**GOOD, "day": text}).fields["day"].clean(text) == day for day, text in shown.items())


def test_each_page_has_its_own_key_and_a_page_with_errors_keeps_it() -> None:
    assert Form()["form_key"].value() != Form()["form_key"].value()
    assert Form({"form_key": "k1"})["form_key"].value() == "k1"
    assert Form({})["form_key"].value()
    assert len(Form({"form_key": "x" * 900})["form_key"].value()) < 64


def test_a_choice_may_say_more_about_itself_and_be_copied() -> None:
    option = copy.deepcopy(forms.Option("Navn", small="lille", button="Send"))
    assert (option, option.small, option.button, option.reveals) == ("Navn", "lille", "Send", "")


@pytest.mark.parametrize("nothing", ["", "   ", "\u200b", " \u200b\ufeff\u00ad\n", "\u2060\x07"])
def test_what_nobody_can_see_is_nothing_said(nothing: str) -> None:
    assert Form({**GOOD, "text": nothing}).errors["text"] == ["Her mangler du at skrive noget."]
    assert not Form({**GOOD, "text": f"{nothing}Æ"}).errors
