"""What the server looks at before it serves: a login that can do too much is a locked door left open (A11, A15)."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

LOGINS = ("samspil_web", "samspil_worker")

LOGIN = """
select r.rolname,
       r.rolsuper,
       r.rolbypassrls,
       exists (select 1 from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p', 'v', 'm')),
       exists (select 1 from pg_roles o where o.rolname in ('samspil_owner', 'samspil_rule')
                and pg_has_role(r.oid, o.oid, 'member'))
  from pg_roles r where r.rolname = session_user
"""
CLOCK_IS_MOVABLE = """
select exists (select 1 from pg_proc where oid = to_regprocedure('samspil_now()') and prosrc like '%authority_clock%')
"""


def refuse_unsafe() -> None:
    """Raise ImproperlyConfigured, with what to mend in Danish, unless the login and the clock are as they must be."""
    own = connection.copy()  # a line of its own, so that a server that forks afterwards shares none
    try:
        with own.cursor() as cursor:
            found = faults(cursor)
    finally:
        own.close()
    if found:
        raise ImproperlyConfigured("\n".join(found))


def faults(cursor: Any) -> list[str]:
    """What is wrong with the login that this cursor works under, and with the database's clock."""
    return [*_login_faults(*cursor.execute(LOGIN).fetchone()), *_clock_faults(cursor), *_restore_faults(cursor)]


def _login_faults(name: str, is_super: bool, bypasses: bool, owns: bool, may_become: bool) -> list[str]:  # noqa: FBT001  # the row's columns
    told = {
        "er superbruger": is_super,
        "må gå uden om rækkernes adgangsregler": bypasses,
        "ejer tabeller": owns,
        "kan blive samspil_owner eller samspil_rule": may_become,
        f"hedder hverken {LOGINS[0]} eller {LOGINS[1]}": name not in LOGINS,
    }
    return [
        f"Databasens login {name} {what}. Samspil starter ikke med det. Se: samspil database prepare"
        for what, is_so in told.items()
        if is_so
    ]


def _restore_faults(cursor: Any) -> list[str]:
    """Access that had ended would open again with an old back-up: nobody comes in before it is ended anew."""
    from samspil.audit.restoring import state

    if not state(cursor).is_behind:
        return []
    return ["Databasen er gendannet fra en sikkerhedskopi, og noget er sket siden. Kør: samspil restore"]


def _clock_faults(cursor: Any) -> list[str]:
    movable = cursor.execute(CLOCK_IS_MOVABLE).fetchone()[0]
    if settings.MOVABLE_CLOCK or not movable:
        return []
    return ["Databasens ur kan stilles, og det må det kun i demo og prøver. Kør: samspil database migrate"]
