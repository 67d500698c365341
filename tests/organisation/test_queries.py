"""What other rooms ask of the organisation."""

from datetime import timedelta
from typing import Any

from samspil.lib import clock
from samspil.organisation.queries import choosable_bases


def test_a_basis_is_offered_in_its_newest_version_while_it_is_valid(world: Any, acting: Any, clock_at: Any) -> None:
    with acting("anna") as anna:
        offered = choosable_bases(anna.municipality_id)
        slugs = [basis.slug for basis in offered]
        assert "ssp115" in slugs
        assert len(slugs) == len(set(slugs))
        first = min(basis.valid_from for basis in offered)
    clock_at(clock.now() - (clock.today() - first) - timedelta(days=1))
    assert "ssp115" not in [basis.slug for basis in choosable_bases(anna.municipality_id)]
