"""The glossary and the models call things by the same names."""

import tomllib
from typing import Any

import pytest
from django.apps import apps

from samspil.config.local import ROOT

WORDS: list[dict[str, str]] = tomllib.loads((ROOT / "docs" / "glossary.toml").read_text(encoding="utf-8"))["word"]
OF_MODELS = {word["model"]: word for word in WORDS if "model" in word}
OURS: list[Any] = [model for model in apps.get_models() if model.__module__.startswith("samspil.")]
LONGEST_MEANING = 120


def test_every_model_and_no_other_stands_in_the_glossary() -> None:
    assert sorted(OF_MODELS) == sorted(model._meta.label for model in OURS)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_a_model_bears_the_glossary_s_danish_names(model: Any) -> None:
    word = OF_MODELS[model._meta.label]
    told = (str(model._meta.verbose_name), str(model._meta.verbose_name_plural))
    assert (word["singular"], word["plural"]) == told


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word["english"])
def test_a_word_says_what_it_means_and_where_it_is_from(word: dict[str, str]) -> None:
    assert set(word) - {"model"} == {"english", "singular", "plural", "meaning", "source"}
    assert [name for name, said in word.items() if not said.strip() or "\n" in said] == []
    assert word["meaning"] == word["meaning"].strip()
    assert len(word["meaning"]) <= LONGEST_MEANING


def test_no_english_word_stands_for_two_things() -> None:
    english = [word["english"] for word in WORDS]
    assert sorted(english) == sorted(set(english))
