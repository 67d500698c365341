-- owner: only the owner of a table may drop its months or say where its numbers go on.
-- The month whose every row may go: ended, its term over in every municipality of the installation, and sealed.
create or replace function log_month_due() returns table (month date, days integer) language sql stable security definer set search_path = public, pg_temp as $$
  with months as (
    select distinct to_date(right(c.relname, 7), 'YYYY_MM') as month from pg_class c join pg_inherits i on i.inhrelid = c.oid
     where i.inhparent in ('audit_reading'::regclass, 'audit_entry'::regclass) and c.relname ~ '_[0-9]{4}_[0-9]{2}$'),
  term as (select max((m.settings -> 'housekeeping' ->> 'log_days')::integer) as days from organisation_municipality m)
  select months.month, term.days from months, term
   where (months.month + interval '1 month')::date + term.days <= samspil_today() order by months.month limit 1;
$$;

-- How many rows the month holds, and the last transaction of any row up to its end.
create or replace function log_month_reach(p_month date) returns table (rows bigint, chain bigint, xact bigint) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_from timestamptz := p_month::timestamp at time zone 'UTC'; v_upto timestamptz := (p_month + interval '1 month')::timestamp at time zone 'UTC';
begin
  return query
  select count(*) filter (where x.at >= v_from), (max(array[x.chain, x.xact]))[1], (max(array[x.chain, x.xact]))[2]
    from (select r.at, r.chain, r.xact from audit_reading r where r.at < v_upto union all select e.at, e.chain, e.xact from audit_entry e where e.at < v_upto) x;
end $$;

-- Drops the month and keeps the sealed record of it, both or neither. The newest record answers for the rows that are left.
create or replace function drop_log_month(p_month date, p_basis text, p_rows bigint, p_chain bigint, p_upto bigint, p_seal text, p_left bigint, p_left_digest text, p_digest text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_table text; v_name text; v_upto timestamptz := (p_month + interval '1 month')::timestamp at time zone 'UTC';
begin
  if p_month is distinct from (select d.month from log_month_due() d) then
    raise exception 'the term of this month is not over' using errcode = '42501';
  end if;
  if exists (select 1 from audit_reading r where r.at < v_upto and (r.chain, r.xact) >= (p_chain, p_upto))
     or exists (select 1 from audit_entry e where e.at < v_upto and (e.chain, e.xact) >= (p_chain, p_upto)) or (select r.rows from log_month_reach(p_month) r) <> p_rows then
    raise exception 'not everything in this month is sealed' using errcode = '55000';
  end if;
  foreach v_table in array array['audit_reading', 'audit_entry'] loop
    v_name := format('%s_%s', v_table, to_char(p_month, 'YYYY_MM'));
    if to_regclass(v_name) is not null then execute format('drop table %I', v_name); end if;
    execute format('delete from %s_rest where at >= $1 and at < $2', v_table) using p_month::timestamp at time zone 'UTC', v_upto;
  end loop;
  insert into audit_discard (at, month, basis, rows, chain, upto_xact, seal_digest, left_rows, left_digest, digest)
  values (samspil_now(), p_month, p_basis, p_rows, p_chain, p_upto, p_seal, p_left, p_left_digest, p_digest);
end $$;

-- After a restore; numbers of seals go on from the last one told outside, so that none is used twice.
create or replace function begin_chain(p_chain bigint, p_kept bigint, p_told bigint, p_told_digest text, p_rows integer, p_digest text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  lock table audit_chain in exclusive mode;
  if p_chain <> chain_in_hand() + 1 then raise exception 'chain % does not follow', p_chain; end if;
  insert into audit_chain (id, at, cluster, kept_seal, told_seal, told_digest, rows, digest)
  values (p_chain, samspil_now(), cluster_in_hand(), p_kept, p_told, p_told_digest, p_rows, p_digest);
  perform setval(pg_get_serial_sequence('audit_seal', 'id'), greatest(p_told, p_kept, 1), greatest(p_told, p_kept) > 0);
end $$;
