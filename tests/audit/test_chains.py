"""After a restore a new chain begins; it links to the old one's last seal outside, and verify says so."""

import pytest

from samspil.audit import outside, sealing, verifying
from samspil.audit.chains import begin_chain
from tests.audit.hands import MANY, act, seal_all, two_seals
from tests.conftest import World, as_owner

FOREIGN = "Databasen er gendannet på en anden server. Nye rækker forsegles først, når samspil restore er kørt."


@pytest.fixture
def restored(log: World) -> World:
    """A back-up from before the second seal, in a server whose transaction numbers are another's."""
    two_seals(log)
    as_owner("delete from audit_seal where id = 2")  # its rows were in the back-up, its seal was not
    as_owner("update audit_chain set cluster = 'another'")
    return log


def test_nothing_is_sealed_in_a_foreign_server_and_verify_says_why(restored: World) -> None:
    with pytest.raises(sealing.ForeignCluster):
        sealing.seal()
    assert FOREIGN in verifying.verify()


def test_the_new_chain_takes_up_the_old_one_and_says_so(restored: World) -> None:
    begun = begin_chain()
    assert (begun.id, begun.kept_seal, begun.told_seal, begun.rows) == (2, 1, 2, MANY)
    act(restored)
    assert seal_all() == MANY
    assert as_owner("select id, chain from audit_seal order by id") == [(1, 1), (3, 2)]
    assert verifying.verify() == []
    [note] = verifying.notes()
    assert note.startswith(f"Kæde 2 begyndte {begun.day} efter en gendannelse og bygger på segl 2 uden for databasen.")
    assert note.endswith("Sikkerhedskopien nåede til segl 1; 1 segl gik tabt.")


def test_what_the_new_chain_took_over_cannot_be_changed(restored: World) -> None:
    begin_chain()
    as_owner("update audit_entry set verb = 'test.other' where id = (select max(id) from audit_entry)")
    assert verifying.verify() == ["Kæde 2 passer ikke til det, den tog over. Noget i loggen er ændret."]


def test_a_new_chain_hides_no_seal_that_came_with_the_back_up(restored: World) -> None:
    begin_chain()
    as_owner("delete from audit_seal where id = 1")
    found = verifying.verify()
    assert "Kæde 2 slutter sig ikke til segl 1. Et eller flere segl er fjernet." in found
    assert f"Segl 1 står i {outside.SEALS}, men ikke i databasen." in found


def test_a_chain_made_by_another_hand_is_found(restored: World) -> None:
    as_owner("select begin_chain(2, 1, 1, (select digest from audit_seal), 3, 'a guess')")
    found = verifying.verify()
    assert "Kæde 2 passer ikke til det, den tog over. Noget i loggen er ændret." in found
    assert f"Kæderne i databasen er andre end i {outside.CHAINS}." in found


def test_a_second_restore_of_the_same_back_up_begins_again(restored: World) -> None:
    begin_chain()
    act(restored)
    seal_all()
    as_owner("delete from audit_entry where chain = 2")
    as_owner("delete from audit_seal where chain = 2")
    as_owner("delete from audit_chain where id = 2")
    begun = begin_chain()
    assert (begun.id, begun.kept_seal, begun.told_seal) == (2, 1, 3)
    assert verifying.verify() == []
