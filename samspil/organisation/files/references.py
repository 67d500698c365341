"""Keys that stand twice, and keys that name nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from difflib import get_close_matches
from typing import Any, Union, get_args, get_origin

from samspil.organisation.files.bundles import SHIPPED_BUNDLES, SHIPPED_FUNCTIONS
from samspil.organisation.files.model import Entry, Organisation
from samspil.organisation.files.model.entry import Ref
from samspil.organisation.files.problem import Problem
from samspil.organisation.files.reading import keys_of
from samspil.organisation.files.vocabulary import OPEN_BASIS

NOUNS: Mapping[str, str] = {
    "texts": "en tekst",
    "sources": "en kilde",
    "controllers": "en dataansvarlig",
    "agencies": "en part",
    "unit_kinds": "en art af enhed",
    "units": "en enhed",
    "headings": "en overskrift",
    "functions": "en funktion",
    "body_levels": "et niveau for organer",
    "bodies": "et organ",
    "purposes": "et formål",
    "bundles": "et bundt af beføjelser",
    "retention": "en opbevaringskategori",
    "legal_bases": "et retligt grundlag",
    "taxonomies": "en inddeling",
    "terms": "et led i en inddeling",
    "concern_kinds": "en art af bekymring",
    "seriousness_levels": "et niveau for alvor",
    "target_groups": "en målgruppe",
    "closing_reasons": "en grund til at lukke",
    "decision_outcomes": "et udfald",
    "documents": "et dokument",
    "doors": "en dør",
}


def problems(organisation: Organisation, file: str) -> Iterator[Problem]:
    known = {name: frozenset(_keys(getattr(organisation, name))) for name in NOUNS}
    known["functions"] |= {one.key for one in SHIPPED_FUNCTIONS}
    known["bundles"] |= {one.key for one in SHIPPED_BUNDLES}
    known["legal_bases"] |= {OPEN_BASIS}
    for name in NOUNS:
        yield from _doubles(name, getattr(organisation, name), file)
    for entry in every_entry(organisation):
        for field, collection, key in _references(entry):
            if key not in known[collection] and "" not in known[collection]:
                yield _unknown(entry, field, key, (NOUNS[collection], known[collection]), file)


def every_entry(entry: Entry) -> Iterator[Entry]:
    """The entry and all that lie in it."""
    yield entry
    for one in fields(entry):
        value = getattr(entry, one.name)
        inner = value if isinstance(value, tuple) else (value,)
        for child in inner:
            if isinstance(child, Entry):
                yield from every_entry(child)


def _keys(entries: tuple[Any, ...]) -> Iterator[str]:
    """An entry whose key could not be read gives an empty one; then nothing is unknown for sure."""
    return (entry.key for entry in entries)


def _doubles(collection: str, entries: tuple[Any, ...], file: str) -> Iterator[Problem]:
    first: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        own = (entry.key, getattr(entry, "version", ""), getattr(entry, "language", ""))
        if entry.key and own in first:
            yield Problem(
                file,
                entry.place.line_of("key"),
                entry.place.path_of("key"),
                "en nøgle, der ikke er brugt før",
                f"Der er allerede {NOUNS[collection]} med nøglen »{entry.key}«, i linje {first[own].place.line}.",
            )
        first.setdefault(own, entry)


def _references(entry: Entry) -> Iterator[tuple[str, str, str]]:
    for field, wanted in keys_of(type(entry)).items():
        collection = _collection(wanted)
        if collection:
            value = getattr(entry, field)
            keys = value if isinstance(value, tuple) else (value,)
            yield from ((field, collection, key) for key in keys if key)


def _collection(wanted: Any) -> str:
    """The list that a type refers to, also inside `| None` and tuples; else nothing."""
    for mark in getattr(wanted, "__metadata__", ()):
        if isinstance(mark, Ref):
            return mark.collection
    if get_origin(wanted) in (Union, tuple):
        return next((found for one in get_args(wanted) if (found := _collection(one))), "")
    return ""


def _unknown(entry: Entry, field: str, key: str, wanted: tuple[str, frozenset[str]], file: str) -> Problem:
    noun, known = wanted
    near = get_close_matches(key, sorted(known), n=1)
    hint = f" Mente du »{near[0]}«?" if near else ""
    return Problem(
        file,
        entry.place.line_of(field),
        entry.place.path_of(field),
        f"nøglen på {noun}, som står i filen",
        f"»{key}« findes ikke.{hint}",
    )
