"""Invented people and matters for the gallery, seen on one fixed day."""

from datetime import UTC, date, datetime
from typing import Any

from samspil.ui import forms
from samspil.ui.parts import Band, Fact, Sheet, Viewer, ViewerGroup
from samspil.ui.shell import Entry, Shell

ROOM = "Netværk Skolen på Lærkevej"


class ExampleForm(forms.SamspilForm):
    """One field of each kind."""

    name = forms.TextField(label="Hvem handler det om?")
    school_class = forms.TextField(label="Klasse", required=False)
    seen = forms.LongTextField(
        label="Det har jeg set eller hørt",
        help_text="Skriv det, så barnet selv kunne læse det.",
        lines=5,
        max_length=300,
    )
    thought = forms.LongTextField(label="Det tænker jeg om det", required=False, lines=2)
    when = forms.DateField(label="Hvornår?", towards="past")
    at = forms.TimeField(label="Klokken", required=False)
    basis = forms.SelectField(label="Grundlag", choices=[("115", "SSP, retsplejeloven § 115"), ("52", "Samtykke")])
    kinds = forms.ManyChoicesField(
        label="Hvad er du bekymret for?",
        choices=[
            ("school", "Fravær og problemer i skolen"),
            ("drugs", "Hash, snus, alkohol eller stoffer"),
            ("fight", "Slagsmål, trusler eller våben"),
            ("other", "Noget andet"),
        ],
    )
    choice = forms.ChoiceField(
        label="Hvad skal der ske?",
        choices=[
            ("advice", forms.Option("Giv råd og afslut", small="Der bliver ingen sag.", button="Send svaret")),
            (
                "meeting",
                forms.Option(
                    "Tag det op i netværket",
                    small="I dag kl. 13.00, som punkt 6",
                    reveals="why",
                    button="Sæt på dagsordenen og svar Nanna",
                ),
            ),
        ],
    )
    known = forms.ManyChoicesField(
        label="Hvem ved, at du skriver?",
        choices=[("child", "Barnet"), ("parents", "Forældrene"), ("leader", "Min leder")],
        required=False,
    )
    agreed = forms.TickField(label="Ringe til klubben om onsdagsholdet", help_text="Netværk Lærkevej")


def shell(path: str) -> Shell:
    """A coordinator's, so that the gallery looks the same to everybody."""
    entries = (
        Entry("Min SSP", "/"),
        Entry("Bekymringer", "/bekymringer/", count=6),
        Entry("Møder", "/moeder/"),
        Entry("Galleri", "/galleri/"),
    )
    return Shell("Lillerup Kommune", "", "Anna Holm", "SSP-konsulent", "AH", entries, True, True, path=path)


def faulty_form() -> ExampleForm:
    """As it comes back when much is missing."""
    return ExampleForm({"form_key": "k", "seen": "Æ" * 312, "when": "man. 16. dec.", "at": "25"}, auto_id="faulty_%s")


def band() -> Band:
    return Band(ROOM, 7, "/galleri/ark/", "du er SSP-konsulent", f"i {ROOM}")


def draft_band() -> Band:
    return Band("din kladde", 1, "/galleri/ark/", draft=True)


def sheet() -> Sheet:
    seated = (
        Viewer("Anna Holm (dig)", "AH", "SSP-konsulent", "school"),
        Viewer("Mette Rahbek", "MR", "kontaktlærer", "school"),
        Viewer("Dorthe Winther", "DW", "socialrådgiver, Familieafdelingen", "social"),
        Viewer("Bo Lauritsen", "BL", "lokalpolitiet", "police"),
    )
    deputy = Viewer("Camilla Toft", "CT", "Klub Lærkevej", "school", "Henrik Ploug", date(2026, 12, 31))
    return Sheet(
        count=5,
        room=ROOM,
        purpose="er til for at forebygge, at unge på skolen kommer ud i kriminalitet.",
        basis="SSP, retsplejeloven § 115",
        groups=(
            ViewerGroup("Fordi de har plads i netværket", seated, legend=True),
            ViewerGroup("Fordi de afløser en anden", (deputy,)),
        ),
        cannot=(
            "Gæster, foreninger, butikker og frivillige",
            "Andre netværk, også dem du selv sidder i",
            "Kommunens og systemets administratorer",
        ),
        back_href="/galleri/",
        seen_href="#",
        objection_href="#",
    )


def context() -> dict[str, Any]:
    return {
        "example_band": band(),
        "draft_band": draft_band(),
        "wall_band": Band(ROOM, 7, "/galleri/ark/", sentence="Gæsten venter udenfor. Døren er lukket."),
        "day": date(2026, 12, 9),
        "instant": datetime(2026, 12, 10, 11, 44, tzinfo=UTC),
        "start": datetime(2026, 12, 9, 12, 0, tzinfo=UTC),
        "end": datetime(2026, 12, 9, 13, 30, tzinfo=UTC),
        "facts": (
            Fact("Skole", "8.b, Skolen på Lærkevej"),
            Fact("Tovholder", "Ali Demir"),
            Fact("Næste opfølgning", date(2026, 12, 16), "om 7 dage"),
        ),
        "tabs": (
            Entry("Venter", "#", current=True, count=6),
            Entry("Taget i dag", "#", count=3),
            Entry("Givet råd", "#"),
            Entry("Afsluttet", "#"),
        ),
        "filters": (Entry("Alt", "#", current=True), Entry("Møder", "#"), Entry("Delt", "#")),
    }
