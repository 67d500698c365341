"""A file applied again: what says something else is mended and told, and what the law said stays as it was."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from samspil.organisation.files.check import parse_text
from samspil.organisation.files.expand import expand
from samspil.organisation.files.problem import OrganisationFileError
from samspil.organisation.loading import apply_organisation
from tests.conftest import as_owner, fresh_copy
from tests.organisation.test_shipped_applied import FILES

TEXT = FILES["holstebro"].read_text(encoding="utf-8")
WEEKLY = 'kind = "weekly", words = "hver uge"'
LAW = "Et samtykke kan trækkes tilbage."
VERSION = 'version = "maj 2018"\nvalid_from = 2018-05-25\ncooperation = "other"\nsource = "lov"'
TIE = 'parent = "noeglepersongruppe", kind = "forms"'

Apply = Callable[..., list[str]]


@pytest.fixture(scope="module")
def apply(django_db_setup: None, django_db_blocker: Any) -> Iterator[Apply]:
    def again(*replaced: tuple[str, str]) -> list[str]:
        text = TEXT
        for old, new in replaced:
            assert old in text
            text = text.replace(old, new, 1)
        return apply_organisation(expand(parse_text(text)), "prøve")

    with django_db_blocker.unblock():
        again()
        yield again
        fresh_copy()


def rhythms() -> list[Any]:
    return as_owner(
        "select r.id, r.rule->>'kind' from organisation_rhythm r join organisation_body b on b.id = r.body_id"
        " where b.definition = 'noeglepersongruppe' and r.words = 'hver uge'"
    )


def consent() -> list[str]:
    rows = as_owner(
        "select b.text from organisation_legalbasis b join organisation_municipality m on m.id = b.municipality_id"
        " where m.slug = 'holstebro' and b.slug = 'samtykke' order by b.valid_from"
    )
    return [text for (text,) in rows]


def test_a_rhythm_with_the_same_words_gets_its_new_rule(apply: Apply) -> None:
    ((before, rule),) = rhythms()
    told = apply((WEEKLY, 'kind = "monthly", words = "hver uge"'))
    assert rhythms() == [(before, "monthly")]
    assert len(told) == 1
    assert "regel" in told[0]
    assert "Nøglepersongruppen" in told[0]
    apply()
    assert rhythms() == [(before, rule)]


def test_a_legal_text_that_holds_is_not_written_over(apply: Apply) -> None:
    with pytest.raises(OrganisationFileError, match="gælder allerede") as refused:
        apply((LAW, "Et samtykke gælder for altid."))
    assert "Forventet: en ny version" in str(refused.value)
    assert [LAW in text for text in consent()] == [True]
    assert apply() == []


def test_a_new_version_of_a_legal_text_is_told(apply: Apply) -> None:
    newer = VERSION.replace("maj 2018", "juni 2018").replace("2018-05-25", "2018-06-01")
    told = apply((LAW, "Et samtykke gælder, til det trækkes tilbage."), (VERSION, newer))
    assert any("juni 2018" in one and "tilføjet" in one for one in told)
    assert LAW not in consent()[-1]
    apply()


def test_the_source_of_a_legal_text_may_be_mended_in_place(apply: Apply) -> None:
    told = apply((VERSION, VERSION.replace('source = "lov"', 'source = "side"')))
    assert [one for one in told if "kilde" in one] == told
    assert len(told) == 1
    apply()


def test_a_text_of_the_municipality_is_changed_by_a_new_date_alone(apply: Apply) -> None:
    old = 'title = "SSP i Holstebro"'
    with pytest.raises(OrganisationFileError, match="SSP i Holstebro"):
        apply((old, 'title = "Sammen i Holstebro"'))
    moved = ("valid_from = 2026-08-01", "valid_from = 2026-09-01")
    assert any("Sammen i Holstebro" in one for one in apply((old, 'title = "Sammen i Holstebro"'), moved))
    apply()


def test_ties_and_mandates_are_told(apply: Apply) -> None:
    told = apply((TIE, 'parent = "noeglepersongruppe", kind = "advises"'))
    assert [one.split()[0] for one in told] == ["Forbindelse", "Forbindelse"]
    assert any("advises" in one and "tilføjet" in one for one in told)
    assert any("forms" in one and "taget ud" in one for one in told)
    fewer = apply((TIE, TIE), ('"laerer", "noeglelaerer",', '"noeglelaerer",'))
    assert any(one.startswith("Mandat") and "taget ud" in one for one in fewer)
    apply()
