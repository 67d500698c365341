-- owner: what must be done again after a restore, or an ended access would open once more. A row says where, which and to what; never a name.
create or replace function leave_receipt() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_old jsonb; v_new jsonb; v_facts jsonb := '{}'; v_column text; v_whole bigint := nullif(current_setting('samspil.emptying', true), '');
begin
  if tg_op = 'DELETE' then
    -- A municipality is being emptied: one receipt of this same transaction tells of all its rows.
    if v_whole is not null and exists (
      select 1 from audit_receipt r where r.id = v_whole and r.act in ('emptied', 'removed') and r.xact = pg_current_xact_id()::text::bigint and r.row = (to_jsonb(old) ->> 'municipality_id')::bigint) then
      return null;
    end if;
    insert into audit_receipt (xact, act, place, row, facts) values (pg_current_xact_id()::text::bigint, 'gone', tg_table_name, old.id, '{}');
    return null;
  end if;
  v_new := to_jsonb(new);
  if tg_op = 'INSERT' then
    insert into audit_receipt (xact, act, place, row, facts) values (pg_current_xact_id()::text::bigint, 'came', tg_table_name, new.id, v_new || '{"reason": ""}');
    return null;
  end if;
  v_old := to_jsonb(old);
  foreach v_column in array tg_argv loop
    if v_new -> v_column is distinct from v_old -> v_column then v_facts := v_facts || jsonb_build_object(v_column, v_new -> v_column); end if;
  end loop;
  if v_facts <> '{}' then
    insert into audit_receipt (xact, act, place, row, facts) values (pg_current_xact_id()::text::bigint, 'ended', tg_table_name, new.id, v_facts);
  end if;
  return null;
end $$;

create or replace trigger receipt after update on organisation_tenure for each row execute function leave_receipt('valid_until', 'registered_until');
create or replace trigger receipt after update on organisation_mandate for each row execute function leave_receipt('registered_until');
create or replace trigger receipt after update on circles_member for each row execute function leave_receipt('ends_at', 'reading_ends_at');
create or replace trigger receipt after update on circles_exclusion for each row execute function leave_receipt('ends_at');
create or replace trigger receipt_new after insert on circles_exclusion for each row execute function leave_receipt();
create or replace trigger receipt after update on accounts_account for each row execute function leave_receipt('is_active');
create or replace trigger receipt after update on accounts_link for each row execute function leave_receipt('used_at', 'ends_at');
create or replace trigger receipt after update on meetings_calendaraddress for each row execute function leave_receipt('ended_at');
create or replace trigger receipt_gone after delete on mfa_authenticator for each row execute function leave_receipt();
-- What is destroyed in a circle stays destroyed.
do $$
declare r record;
begin
  for r in select c.oid::regclass as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'circle_id' and not a.attisdropped
            where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname !~ '^audit_'
           union select 'circles_circle'::regclass loop
    execute format('create or replace trigger receipt_gone after delete on %s for each row execute function leave_receipt()', r.name);
  end loop;
end $$;

-- Receipts of finished transactions only, so that none slips in behind one that was told already.
create or replace function receipts_after(p_id bigint) returns table (id bigint, act text, place text, row_id bigint, facts jsonb) language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.act, r.place, r.row, r.facts from audit_receipt r
   where r.id > p_id and not exists (select 1 from audit_receipt o where o.id <= r.id and o.id > p_id and o.xact >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint)
   order by r.id;
$$;

-- What the door asks at its start: is this the cluster that the chain was made in, and how far did seals and receipts come.
create or replace function restore_state() returns table (is_own boolean, last_seal bigint, last_receipt bigint) language sql stable security definer set search_path = public, pg_temp as $$
  select (select c.cluster = cluster_in_hand() from audit_chain c order by c.id desc limit 1),
         greatest((select coalesce(max(s.id), 0) from audit_seal s), (select coalesce(max(c.told_seal), 0) from audit_chain c)),
         (select coalesce(max(r.id), 0) from audit_receipt r);
$$;
