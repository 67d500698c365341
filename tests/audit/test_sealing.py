"""The log is sealed in batches, and whoever changes it afterwards is found out."""

import hashlib
import hmac
from pathlib import Path
from typing import Any

import psycopg
import pytest

from samspil.audit import outside, sealing, verify, verifying
from samspil.authority.command import record
from tests.audit.hands import MANY, act, seal_all, two_seals
from tests.conftest import World, acting_person, as_owner


def test_what_is_finished_is_sealed_once(log: World) -> None:
    two_seals(log)
    assert sealing.seal() == 0
    assert verifying.verify() == []
    seals = as_owner("select rows from audit_seal order by id")
    assert seals == [(MANY,), (MANY,)]
    assert [one.rows for one in sealing.copied()] == [MANY, MANY]


def test_a_running_transaction_is_sealed_when_it_has_ended(log: World) -> None:
    with acting_person(log, "anna", "test.test"):
        record("test.act", None, "thing:early")
        with psycopg.connect(as_owner_url(), autocommit=True) as other:
            other.execute(
                "insert into audit_entry (at, chain, xact, verb, subject, refused) select samspil_now(), 1,"
                " pg_current_xact_id()::text::bigint, 'later', '', false"
            )
        assert sealing.seal() == 0  # the later one waits too: the chain is in the order of transactions
    assert seal_all() == 2
    assert verifying.verify() == []


def test_a_changed_row_is_found(log: World) -> None:
    two_seals(log)
    as_owner("update audit_entry set person_id = person_id + 1 where id = (select max(id) from audit_entry)")
    assert verifying.verify() == ["Segl 2 passer ikke til rækkerne. Noget i loggen er ændret."]


def test_words_moved_from_one_column_to_the_next_are_found(log: World) -> None:
    with acting_person(log, "anna", "test.test"):
        record("test.act", None, 'a", "b')
    assert seal_all() == 1
    as_owner("""update audit_entry set verb = 'test.act", "a', subject = 'b'""")
    assert verifying.verify() == ["Segl 1 passer ikke til rækkerne. Noget i loggen er ændret."]


def test_a_removed_row_is_found(log: World) -> None:
    two_seals(log)
    as_owner("delete from audit_entry where id = (select min(id) from audit_entry)")
    assert verifying.verify() == [f"Segl 1 dækker {MANY} rækker, men der er {MANY - 1}."]


def test_a_removed_batch_is_found(log: World) -> None:
    two_seals(log)
    act(log)
    seal_all()
    remove_seal(2)
    assert "Segl 3 slutter sig ikke til seglet før. Et eller flere segl er fjernet." in verifying.verify()
    remove_seal(3)
    assert verifying.verify() == [
        "Segl 2 står i seals.txt, men ikke i databasen.",
        "Segl 3 står i seals.txt, men ikke i databasen.",
    ]


def test_a_removed_month_is_found(log: World) -> None:
    two_seals(log)
    [(month,)] = as_owner("select tableoid::regclass::text from audit_entry limit 1")
    assert month.startswith("audit_entry_2")
    as_owner(f"drop table {month}")
    assert verifying.verify() == [f"Segl {number} dækker {MANY} rækker, men der er 0." for number in (1, 2)]


def test_a_chain_made_again_without_the_key_is_found(log: World, settings: Any) -> None:
    two_seals(log)
    as_owner("update audit_entry set verb = 'test.other'")
    make_chain_again(b"a guess")
    found = verifying.verify()
    assert "Segl 1 passer ikke til rækkerne. Noget i loggen er ændret." in found
    assert "Segl 1 er et andet i databasen end i seals.txt." in found
    make_chain_again(settings.LOG_KEY)  # even the key is of no use where the copy outside cannot be reached
    assert verifying.verify() == [f"Segl {number} er et andet i databasen end i seals.txt." for number in (1, 2)]


def test_a_lost_copy_is_told(log: World, settings: Any) -> None:
    two_seals(log)
    (settings.SEAL_FOLDER / outside.SEALS).unlink()
    assert verifying.verify() == ["Filen seals.txt med segl uden for databasen mangler."]


def test_a_counter_that_went_back_stops_the_sealing(log: World) -> None:
    two_seals(log)
    as_owner("update audit_seal set upto_xact = upto_xact + 1000000 where id = 2")
    with pytest.raises(sealing.ForeignCluster):
        seal_all()
    assert any("samspil restore" in finding for finding in verifying.verify())


def test_the_operator_is_told(log: World, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    two_seals(log)
    verify.run(["verify"])
    assert capsys.readouterr().out == "Loggen er hel. 2 segl er prøvet.\n"
    as_owner("delete from audit_entry")
    with pytest.raises(SystemExit) as ended:
        verify.run(["verify"])
    assert ended.value.code == 1
    assert "rækker" in capsys.readouterr().out


def remove_seal(number: int) -> None:
    """Seal and rows, as somebody with all rights in the database would."""
    as_owner(
        "delete from audit_entry e using audit_seal s where s.id = %s and e.xact >= s.from_xact and e.xact <"
        " s.upto_xact",
        [number],
    )
    as_owner("delete from audit_seal where id = %s", [number])


def make_chain_again(key: bytes) -> None:
    previous = ""
    for number, from_xact, upto_xact in as_owner("select id, from_xact, upto_xact from audit_seal order by id"):
        chain = hmac.new(key, f"{previous} 1 {from_xact} {upto_xact}\n".encode(), hashlib.sha256)
        for (line,) in as_owner("select line from ledger_lines(1, %s, %s)", [from_xact, upto_xact]):
            chain.update(f"{line}\n".encode())
        previous = chain.hexdigest()
        as_owner("update audit_seal set digest = %s where id = %s", [previous, number])


def as_owner_url() -> str:
    from tests.conftest import NAME, _server

    return _server.url(NAME)
