"""After a restore: what had ended ends again, what was destroyed goes again, everybody is out, a new chain begins."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import psycopg
from django.conf import settings
from django.db import IntegrityError, connections, transaction
from psycopg import sql

from samspil.audit import outside
from samspil.audit.chains import begin_chain
from samspil.audit.receipts import Receipt, told_receipts

PLACES = """
select c.relname, c.relforcerowsecurity from pg_trigger t join pg_class c on c.oid = t.tgrelid
 where t.tgfoid = 'leave_receipt()'::regprocedure
"""


WHOLE = {"emptied": "empty_municipality", "removed": "remove_municipality"}
"""What one receipt tells of a whole municipality, and the function that does it again where it came back."""

NUMBER_ON = "select setval(%(own)s, greatest(max(id), nextval(%(own)s))) from {}"


@dataclass(frozen=True)
class State:
    """How far the database and the folder outside it came."""

    is_own: bool
    last_seal: int
    last_receipt: int
    told_seal: int
    told_receipt: int

    @property
    def is_behind(self) -> bool:
        """The folder knows more than the database, or the database was made in another server."""
        return not self.is_own or self.told_seal > self.last_seal or self.told_receipt > self.last_receipt


class StillOpen(RuntimeError):
    """Receipts that could not be carried out again; nothing was changed."""


def state(cursor: Any) -> State:
    """The folder is read first: the worker writes there last."""
    told_seal, told_receipt = outside.last_number(outside.SEALS), outside.last_number(outside.RECEIPTS)
    cursor.execute("select is_own, last_seal, last_receipt from restore_state()")
    is_own, last_seal, last_receipt = cursor.fetchone()
    return State(is_own is not False, last_seal, last_receipt, told_seal, told_receipt)


def restore(*, accept_open: bool = False) -> tuple[int, list[Receipt]]:
    """How many receipts were carried out again, and those that could not be. Raises StillOpen, ForgedReceipt."""
    with transaction.atomic(using=settings.OWNER_ALIAS), connections[settings.OWNER_ALIAS].cursor() as cursor:
        found = state(cursor)
        receipts = told_receipts(after=found.last_receipt)
        left = list(_carry_out(cursor, receipts))
        if left and not accept_open:
            raise StillOpen(", ".join(f"{one.place} {one.row}" for one in left))
        _everybody_out(cursor)
        if receipts:
            _remember(cursor, receipts[-1])
    if found.is_behind:
        begin_chain()
    return len(receipts) - len(left), left


def _carry_out(cursor: Any, receipts: list[Receipt]) -> Iterator[Receipt]:
    """In order, each by itself; what was made after the back-up is not there and needs nothing."""
    cursor.execute(PLACES)
    forced = dict(cursor.fetchall())
    for one in receipts:
        if one.place not in forced and one.act not in WHOLE:
            continue
        as_rule = one.act in WHOLE or forced[one.place]
        cursor.execute("set local role samspil_rule" if as_rule else "set local role samspil_owner")
        try:
            with transaction.atomic(using=settings.OWNER_ALIAS):
                cursor.execute(_again(one), {"facts": json.dumps(one.facts), "row": one.row})
                cursor.execute("set constraints all immediate")
        except IntegrityError as told:
            if not isinstance(told.__cause__, psycopg.errors.ForeignKeyViolation):
                yield one
        finally:
            cursor.execute("set local role samspil_owner")
    for place in {one.place for one in receipts if one.act == "came"} & set(forced):
        # What is written next has a number of its own.
        cursor.execute(sql.SQL(NUMBER_ON).format(sql.Identifier(place)), {"own": f"{place}_id_seq"})


def _again(one: Receipt) -> sql.Composed:
    place = sql.Identifier(one.place)
    if one.act in WHOLE:
        again = sql.SQL("select {}(m.id, 'Gendannelse') from {} m where m.id = %(row)s")
        return again.format(sql.Identifier(WHOLE[one.act]), place)
    if one.act == "gone":
        return sql.SQL("delete from {} where id = %(row)s").format(place)
    told = sql.SQL("jsonb_populate_record(null::{}, %(facts)s)").format(place)
    if one.act == "came":
        return sql.SQL("insert into {} select r.* from {} r on conflict do nothing").format(place, told)
    columns = sql.SQL(", ").join(sql.SQL("{0} = r.{0}").format(sql.Identifier(name)) for name in one.facts)
    return sql.SQL("update {} x set {} from {} r where x.id = %(row)s").format(place, columns, told)


def _everybody_out(cursor: Any) -> None:
    cursor.execute("update authority_visit set ends_at = samspil_now() where ends_at > samspil_now()")
    cursor.execute("delete from django_session")


def _remember(cursor: Any, last: Receipt) -> None:
    """The number of the last one, so that the door sees that the folder knows no more; new ones go on from there."""
    cursor.execute("select setval(pg_get_serial_sequence('audit_receipt', 'id'), %s)", [last.id])
    cursor.execute("delete from audit_receipt where id >= %s", [last.id])  # what carrying out left again
    cursor.execute(
        "insert into audit_receipt (id, xact, act, place, row, facts)"
        " values (%s, pg_current_xact_id()::text::bigint, 'told', %s, %s, '{}')",
        [last.id, last.place, last.row],
    )
