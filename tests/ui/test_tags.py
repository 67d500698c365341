from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.template import Context, Template

from samspil.lib import clock
from samspil.ui import examples, forms, icons
from samspil.ui.parts import Band

WEDNESDAY = datetime(2026, 12, 9, 7, 14, tzinfo=UTC)


@pytest.fixture(autouse=True)
def wednesday() -> Iterator[None]:
    with clock.fixed(WEDNESDAY):
        yield


def drawn(source: str, **context: Any) -> str:
    html = Template("{% load ui ui_forms %}" + source).render(Context(context))
    return " ".join(html.split())


def test_a_day_says_the_near_word_and_keeps_the_exact_day() -> None:
    long = 'datetime="2026-12-09" title="onsdag 9. december 2026"'
    assert drawn("{% day d %}", d=WEDNESDAY) == f"<time {long}>i dag</time>"
    assert drawn('{% day d "short" %}', d=WEDNESDAY.date()) == f"<time {long}>ons. 9. dec.</time>"
    assert drawn('{% day d "long" %}', d=WEDNESDAY.date()) == f"<time {long}>onsdag 9. december</time>"


def test_an_instant_is_told_in_danish_time() -> None:
    assert "i dag kl. 8.14</time>" in drawn("{% moment d %}", d=WEDNESDAY)
    assert 'title="onsdag 9. december 2026 kl. 8.14"' in drawn("{% moment d %}", d=WEDNESDAY)


def test_the_band_says_how_many_and_why() -> None:
    html = drawn("{% band b %}", b=Band("Netværk <A>", 1, "/hvem/", "du er leder", "i A"))
    assert "Fortroligt rum: Netværk &lt;A&gt;" in html
    assert '<a href="/hvem/" data-sheet>1 person kan se dette</a>' in html
    assert 'Du kan se dette, fordi du er leder<span class="desk-only"> i A</span>' in html
    draft = drawn("{% band b %}", b=examples.draft_band())
    assert "Fortroligt: din kladde" in draft
    assert "Kun du kan se dette" in draft


def test_a_childs_words_stand_in_guillemets_once_and_are_never_mark_up() -> None:
    html = drawn('{% words t "Til Mette" d %}', t="»Jeg <b>går</b>«", d=WEDNESDAY.date())
    assert "<p>»Jeg &lt;b&gt;går&lt;/b&gt;«</p>" in html
    assert html.count("»") == 1
    assert "<footer>Til Mette, <time" in html


def test_text_inside_a_note_or_an_entry_is_escaped() -> None:
    html = drawn('{% note "danger" %}<p>{{ t }}</p>{% endnote %}{% entry "I dag" %}{{ t }}{% endentry %}', t="<script>")
    assert "<script>" not in html
    assert html.count("&lt;script&gt;") == 2
    assert 'class="note note-danger" role="status"' in html


def test_numbers_to_call() -> None:
    assert drawn('{% phone "38 00 12 14" %}') == '<a href="tel:+4538001214">38 00 12 14</a>'
    assert drawn('{% phone "112" %}') == '<a href="tel:112">112</a>'


def test_every_icon_that_a_template_names_is_there() -> None:
    assert "lock" in icons.paths()
    with pytest.raises(KeyError):
        icons.icon("enhjørning")


class Form(forms.SamspilForm):
    name = forms.TextField(label="Hvem?", help_text="Kun fornavn.")
    kind = forms.ChoiceField(
        label="Hvad?", choices=[("a", forms.Option("A", small="lille", reveals="mere")), ("b", "B")]
    )


def test_a_field_tells_its_hint_and_its_fault_to_everybody() -> None:
    fine = drawn("{% field f.name %}", f=Form())
    assert 'aria-describedby="id_name-hint"' in fine
    assert "aria-invalid" not in fine
    faulty = drawn("{% field f.name %}", f=Form({}))
    assert 'aria-describedby="id_name-hint id_name-error"' in faulty
    assert 'aria-invalid="true"' in faulty
    assert 'id="id_name-error">Her mangler du at skrive noget.</span>' in faulty
    assert faulty.index("form-error-message") < faulty.index("<input")


def test_a_choice_is_a_group_with_its_question() -> None:
    html = drawn('{% field f.kind look="choices" legend="h2" hint="Vælg én." %}', f=Form({"kind": "a"}))
    assert "<legend><h2>Hvad?</h2></legend>" in html
    assert 'aria-describedby="id_kind-hint ' in html
    assert 'value="a" id="id_kind_0" checked data-reveals="mere">' in html
    assert '<label for="id_kind_0">A<small>lille</small></label>' in html


def test_the_summary_leads_to_each_fault_and_is_not_there_without_one() -> None:
    html = drawn("{% error_summary f %}", f=Form({"form_key": "k"}))
    assert '<a href="#id_name">Hvem?</a> – Her mangler du at skrive noget.' in html
    assert 'href="#id_kind"' in html
    assert "autofocus" in html
    assert "Der mangler noget" in html
    assert drawn("{% error_summary f %}", f=Form()) == ""


def test_the_summary_says_that_something_is_missing_only_where_it_is() -> None:
    html = drawn("{% error_summary f %}", f=Form({"form_key": "k", "name": "Ida", "kind": "z"}))
    assert "Ret dette" in html
    assert "Der mangler noget" not in html


def test_how_much_of_the_time_has_gone() -> None:
    assert drawn("{{ a|percent_of:b }}", a=6, b=24) == "25"
    assert drawn("{{ a|percent_of:b }}", a=30, b=24) == "100"
    assert drawn("{{ a|percent_of:b }}", a=1, b=0) == "100"


class Brief(forms.SamspilForm):
    day = forms.DateField(label="Hvornår?")
    at = forms.TimeField(label="Fra")
    number = forms.NumberField(label="Hvor mange?")
    name = forms.TextField(label="Hvem?")


def test_a_day_a_time_and_a_number_get_boxes_of_their_own_width() -> None:
    html = {name: drawn("{% field f %}", f=Brief()[name]) for name in ("day", "at", "number", "name")}
    assert [name for name, text in html.items() if 'class="form-input form-input-brief"' in text] == [
        "day",
        "at",
        "number",
    ]
