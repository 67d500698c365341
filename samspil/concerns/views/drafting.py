"""Between what is typed in a step and what the draft keeps."""

from collections.abc import Mapping, Sequence
from typing import Any

from samspil.concerns.commands import DraftFacts
from samspil.concerns.forms import AdviceOnly, StepOne, StepTwo, moment_of
from samspil.concerns.queries.drafts import SLOTS
from samspil.lib import clock
from samspil.ui.forms import SamspilForm

CLEARABLE = frozenset({"birth_date", "school", "happened_on", "happened_at"})


def facts_of_one(typed: Mapping[str, Any]) -> DraftFacts:
    return DraftFacts(kinds=list(typed["kinds"]), urgency=str(typed["urgency"]))


def facts_of_advice(typed: Mapping[str, Any]) -> DraftFacts:
    return DraftFacts(asks_only_for_sparring=True, observation=typed["observation"], about=typed["about"])


def facts_of(form: SamspilForm, schools: Sequence[Any]) -> DraftFacts:
    """The facts of step two, whichever of its two forms it was."""
    if isinstance(form, AdviceOnly):
        return facts_of_advice(form.cleaned_data)
    return _facts_of_two(form.cleaned_data, schools)


def form_of(
    concern: Any, typed: Any, schools: Sequence[Any], texts: Mapping[str, str], *, settings: Mapping[str, Any]
) -> SamspilForm:
    """Step two with what the draft has so far."""
    if concern.asks_only_for_sparring:
        return AdviceOnly(typed, initial={"observation": texts.get("observation", ""), "about": concern.about})
    young = concern.young_person
    own = next((school.key for school in schools if school.pk == concern.circle.unit_id), "")
    initial: dict[str, Any] = {
        "place": concern.place,
        "told": concern.told,
        "happened": moment_of({"happened_on": concern.happened_on, "happened_at": concern.happened_at}),
        "school": own,
        **texts,
    }
    if young is not None:
        school = young.school.key if young.school else ""
        initial |= {
            "name": young.name,
            "school_class": young.school_class,
            "birth_date": young.birth_date,
            "school": school,
        }
    form = StepTwo(typed, oldest=int(settings["oldest_child"]), schools=schools, initial=initial)
    if young is not None and young.name.split():
        _speak_of(form, young.name.split()[0])
    return form


def partial_form(
    typed: Any, concern: Any, kinds: Mapping[str, Any], schools: Sequence[Any], *, settings: Mapping[str, Any]
) -> SamspilForm:
    """The form of whichever step is being typed in, with nothing demanded yet."""
    if "urgency" in typed:
        form = StepOne(typed, assess_by=clock.now(), kinds=kinds.values())
        form.fields["kinds"].required = form.fields["urgency"].required = False
        return form
    return (
        AdviceOnly(typed, partial=True)
        if concern.asks_only_for_sparring
        else StepTwo(typed, oldest=int(settings["oldest_child"]), schools=schools, partial=True)
    )


def partial_facts(form: SamspilForm, schools: Sequence[Any]) -> DraftFacts:
    """What could be read; what could not is left as it stands, and told by `faults`."""
    readable = {name: value for name, value in form.cleaned_data.items() if name not in form.errors}
    if isinstance(form, StepOne):
        return DraftFacts(kinds=readable.get("kinds"), urgency=readable.get("urgency") or None)
    if isinstance(form, AdviceOnly):
        return DraftFacts(observation=readable.get("observation"), about=readable.get("about"))
    return _facts_of_two(readable, schools)


def faults(form: SamspilForm) -> str:
    """Everything that cannot be stored, in one line; empty where all can."""
    if form.is_valid():
        return ""
    return " ".join(str(sentence) for bound in form for sentence in bound.errors)


def version_in(typed: Mapping[str, Any]) -> int | None:
    version = str(typed.get("version", ""))
    return int(version) if version.isdecimal() else None


def _facts_of_two(typed: Mapping[str, Any], schools: Sequence[Any]) -> DraftFacts:
    values: dict[str, Any] = {name: typed[name] for name in ("name", "school_class", "place", *SLOTS) if name in typed}
    if "birth_date" in typed:
        values["birth_date"] = typed["birth_date"]
    if "school" in typed:
        values["school"] = next((school for school in schools if school.key == typed["school"]), None)
    if "told" in typed:
        values["told"] = list(typed["told"])
    if "happened" in typed:
        values["happened_on"], values["happened_at"] = typed["happened"] or (None, None)
    return DraftFacts(**values, cleared=frozenset(name for name in CLEARABLE if name in values))


def _speak_of(form: StepTwo, first: str) -> None:
    """Once there is a name, the questions use it."""
    form.fields["observation"].help_text = f"Skriv det, så {first} selv kunne læse det."
    form.fields["child_words"].label = f"Hvad siger {first} selv?"
    told: Any = form.fields["told"]
    told.choices = [(value, first if value == "child" else name) for value, name in told.choices]
