"""What the roles may do with each table, by its class (A5, A10 to A12, A23)."""

from typing import Any

from django.db.models import ForeignKey

from samspil.authority.models import InCircle
from samspil.authority.pinned import FOR_APP, FOR_WORKER
from samspil.authority.tables import class_of, managed_models, protected_models

IN_CIRCLE = """
alter table {t} enable row level security;
alter table {t} force row level security;
drop policy if exists rules on {t};
create policy rules on {t} to samspil_rule using (true) with check (true);
drop policy if exists reads on {t};
create policy reads on {t} for select to samspil_app
  using (circle_id = any((select circle_array({read}))::bigint[]){guests});
drop policy if exists adds on {t};
create policy adds on {t} for insert to samspil_app
  with check (circle_id = any((select circle_array({write}))::bigint[]));
drop policy if exists changes on {t};
create policy changes on {t} for update to samspil_app
  using (circle_id = any((select circle_array({write}))::bigint[]))
  with check (circle_id = any((select circle_array({write}))::bigint[]));
create or replace trigger guard before insert or update on {t} for each row execute function guard_row();
revoke update on {t} from samspil_app;
grant select, insert ({columns}), update ({columns}) on {t} to samspil_app;
grant all on {t} to samspil_rule;
create index if not exists {t}_circle on {t} (circle_id);
"""

NAMED = """
alter table {t} add column if not exists named_only boolean generated always as (true) stored;
alter table {t} drop constraint if exists {t}_named_only;
alter table {t} add constraint {t}_named_only
  foreign key (circle_id, named_only) references circles_circle (id, named) not valid;
"""

FOUND = """
alter table {t} add column if not exists found_words text generated always as (folded_words({text})) stored;
"""
SLIPS = """
alter table {t} add column if not exists found_slips text[] generated always as (word_slips({text})) stored;
"""

FAMILY = """
alter table {t} drop constraint if exists {name};
alter table {t} add constraint {name} foreign key (circle_id, {column}) references {parent} (circle_id, id) not valid;
"""

OF_MUNICIPALITY = """
alter table {t} enable row level security;
drop policy if exists rules on {t};
create policy rules on {t} to samspil_rule using (true) with check (true);
drop policy if exists reads on {t};
create policy reads on {t} for select to samspil_app using ({using});
grant select on {t} to samspil_app;
grant all on {t} to samspil_rule;
"""

GUESTS = " and (circle_id <> all((select guest_circles())::bigint[]) or {sees})"
"""A guest and nothing else in an open circle reads the rows of what they are asked to; the index serves as before."""

SEEN_BY = {
    "organisation_municipality": "true",
    "organisation_municipaltext": "true",
    "authority_clock": "true",
    "circles_circle": "id = any((select circle_array('circle.read'))::bigint[])",
    "circles_member": "circle_id = any((select circle_array('circle.read'))::bigint[])"
    " and (part <> 'guest' or circle_id <> all((select guest_circles())::bigint[])"
    " or about = any((select asked_about())::text[]))",
    "circles_disclosure": "circle_id = any((select circle_array('disclosure.read'))::bigint[])",
}
SEEN_BY_NOBODY = frozenset(
    {
        "authority_visit",
        "authority_visitkey",
        "authority_formkey",
        "circles_exclusion",
        "audit_chain",
        "audit_discard",
        "audit_receipt",
        "audit_seal",
        "desk_accessanswer",
        "desk_accessrequest",
        "desk_judgement",
        "desk_loglookup",
        "desk_spotanswer",
        "desk_spotcheck",
        "lifecycle_municipalact",
        "meetings_calendaraddress",
    }
    | {"accounts_attempt", "accounts_link", "accounts_recovery"}
)
WRITTEN_BY_MIGRATIONS = frozenset(
    {"auth_group", "auth_group_permissions", "auth_permission", "django_content_type", "django_migrations"}
)
OWN_MUNICIPALITY = "municipality_id = any((select actor_municipalities())::bigint[])"

TRIGGERS = """
create or replace trigger overlap after insert or update on organisation_tenure
  for each row execute function guard_tenure();
drop trigger if exists keeper on circles_circle;
create constraint trigger keeper after insert on circles_circle
  deferrable initially deferred for each row execute function guard_keeper();
drop trigger if exists keeper on circles_member;
create constraint trigger keeper after update or delete on circles_member
  deferrable initially deferred for each row execute function guard_keeper();
alter table circles_member drop constraint if exists member_kind_basis;
alter table circles_member add constraint member_kind_basis
  foreign key (circle_id, kind, basis) references circles_circle (id, kind, basis) on update cascade;
"""


def prepare(cursor: Any) -> None:
    """What SQL files need before they run: rule reads and writes the tables that its functions serve."""
    cursor.execute("set local role samspil_owner")
    for model in managed_models("organisation", "ledger", "circle"):
        cursor.execute(f"grant all on {model._meta.db_table} to samspil_rule")
    cursor.execute("grant usage on all sequences in schema public to samspil_rule")


def grant(cursor: Any) -> None:
    _functions(cursor)
    for model in protected_models():
        _protect(cursor, model)
    for model in managed_models("organisation", "ledger"):
        _show(cursor, model._meta.db_table)
    cursor.execute(TRIGGERS)
    _partitioned(cursor)
    _whole_tables(cursor)


def _protect(cursor: Any, model: type[InCircle]) -> None:
    table = model._meta.db_table
    fields = [
        str(f.column)
        for f in model._meta.local_concrete_fields
        if not f.primary_key and f.column not in {"municipality_id", "written_at"}
    ]
    kinds = [model.kind, *(["open"] if model.also_open and model.kind != "open" else [])]
    reads = [f"{kind}.read" for kind in kinds] + (["meeting.read"] if model.guests_see else [])
    cursor.execute(
        IN_CIRCLE.format(
            t=table,
            read=", ".join(f"'{can}'" for can in reads),
            write=", ".join(f"'{kind}.write'" for kind in kinds),
            guests=GUESTS.format(sees=model.guests_see) if model.guests_see else "",
            columns=", ".join([*fields, "municipality_id", "written_at"]),
        )
    )
    if model.named and not model.also_open and model.kind != "open":
        cursor.execute(NAMED.format(t=table))
    if model.found_by:
        text = " || ' ' || ".join(f"coalesce({column}, '')" for column in model.found_by)
        cursor.execute(
            FOUND.format(t=table, text=text) + (SLIPS.format(t=table, text=text) if model.found_slips else "")
        )
    relations: list[Any] = list(model._meta.local_concrete_fields)
    for field in relations:
        if _is_family(field):
            name = f"{table}_{field.column}_family"[:60]
            parent = field.related_model._meta.db_table
            cursor.execute(FAMILY.format(t=table, name=name, column=field.column, parent=parent))


def _is_family(field: Any) -> bool:
    """A relation within one circle: its constraint is on circle and row together, not Django's."""
    return (
        isinstance(field, ForeignKey)
        and not getattr(field, "db_constraint", True)
        and _lies_in_circle(field.related_model)
    )


def _lies_in_circle(model: Any) -> bool:
    return issubclass(model, InCircle) or model._meta.db_table == "circles_disclosure"


def _show(cursor: Any, table: str) -> None:
    if table in SEEN_BY_NOBODY:
        cursor.execute(OF_MUNICIPALITY.format(t=table, using="false") + f"revoke all on {table} from samspil_app;")
    else:
        cursor.execute(OF_MUNICIPALITY.format(t=table, using=SEEN_BY.get(table, OWN_MUNICIPALITY)))


def _partitioned(cursor: Any) -> None:
    for table in ("audit_reading", "audit_entry"):
        cursor.execute(f"grant select, insert on {table} to samspil_rule")


def _whole_tables(cursor: Any) -> None:
    """Logins and queues are the server's own: no named row is in them."""
    cursor.execute(
        "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
        " and relowner = 'samspil_owner'::regrole"
    )
    for (table,) in cursor.fetchall():
        if class_of(table) in {"accounts", "queue", "publication"} and table not in SEEN_BY_NOBODY:
            cursor.execute(f"revoke all on {table} from samspil_app")
            verbs = "select" if table in WRITTEN_BY_MIGRATIONS else "select, insert, update, delete"
            cursor.execute(f"grant {verbs} on {table} to samspil_app")
    cursor.execute(
        "select c.relname from pg_class c join pg_depend d on d.objid = c.oid join pg_class t on t.oid = d.refobjid"
        " where c.relkind = 'S' and t.relname like 'procrastinate%'"
    )
    for (sequence,) in cursor.fetchall():
        cursor.execute(f"grant usage on sequence {sequence} to samspil_app")


def _functions(cursor: Any) -> None:
    """Only what stands in the two lists may be called; the rest is for triggers and other functions."""
    cursor.execute(
        "select p.oid::regprocedure::text, p.proname, p.proowner = 'samspil_rule'::regrole from pg_proc p"
        " where p.pronamespace = 'public'::regnamespace"
        " and p.proowner in ('samspil_rule'::regrole, 'samspil_owner'::regrole)"
    )
    for signature, name, is_rules in cursor.fetchall():
        cursor.execute(f"set local role {'samspil_rule' if is_rules else 'samspil_owner'}")
        cursor.execute(f"revoke all on function {signature} from public")
        if name in FOR_APP or name.startswith("procrastinate_"):
            cursor.execute(f"grant execute on function {signature} to samspil_app, samspil_owner")
        elif name in FOR_WORKER:
            cursor.execute(f"grant execute on function {signature} to samspil_worker")
        else:
            cursor.execute(f"grant execute on function {signature} to samspil_owner, samspil_rule")
    cursor.execute("set local role samspil_owner")
