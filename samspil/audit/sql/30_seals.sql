-- What the worker seals with. Keys and digests are made outside the database; here rows are told in order and kept.
-- Every row of a chain with p_from <= xact < p_upto (no end where p_upto is null), as text that any later reader makes again the same way.
-- Rows of the month that begins on p_without are left out.
drop function if exists ledger_lines(bigint, bigint);
create or replace function ledger_lines(p_chain bigint, p_from bigint, p_upto bigint, p_without date default null) returns table (xact bigint, line text)
language sql stable security definer set search_path = public, pg_temp as $$
  select x.xact, x.line from (
    select r.xact, 1 as ledger, r.id, r.at,
           json_build_array('r', r.id, extract(epoch from r.at), r.chain, r.xact, r.municipality_id, r.person_id, r.door, r.circles, r.subjects)::text as line
      from audit_reading r where r.chain = p_chain and r.xact >= p_from and (p_upto is null or r.xact < p_upto)
    union all
    select e.xact, 2, e.id, e.at,
           json_build_array('e', e.id, extract(epoch from e.at), e.chain, e.xact, e.municipality_id, e.person_id, e.tenure_id, e.circle_id, e.verb, e.subject, e.refused)::text
      from audit_entry e where e.chain = p_chain and e.xact >= p_from and (p_upto is null or e.xact < p_upto)) x
   where p_without is null or x.at < (p_without::timestamp at time zone 'UTC') or x.at >= ((p_without + interval '1 month')::timestamp at time zone 'UTC')
   order by x.xact, x.ledger, x.id;
$$;

-- Which database cluster this is: transaction numbers, and so the order of rows, are its own.
create or replace function cluster_in_hand() returns text language sql stable security definer set search_path = public, pg_temp as $$
  select system_identifier::text from pg_control_system();
$$;

drop function if exists seal_horizon();
create or replace function seal_horizon() returns table (chain bigint, from_xact bigint, upto_xact bigint, previous text, is_own boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, coalesce((select max(s.upto_xact) from audit_seal s where s.chain = c.id), 0), pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
         coalesce((select s.digest::text from audit_seal s where s.chain = c.id order by s.id desc limit 1), c.digest::text), c.cluster = cluster_in_hand()
    from audit_chain c order by c.id desc limit 1;
$$;

drop function if exists write_seal(bigint, bigint, integer, text);
create or replace function write_seal(p_chain bigint, p_from bigint, p_upto bigint, p_rows integer, p_digest text) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare v_id bigint;
begin
  lock table audit_seal in exclusive mode;
  if p_from <> coalesce((select max(upto_xact) from audit_seal where chain = p_chain), 0) or p_upto <= p_from or p_chain <> chain_in_hand() then return null; end if;
  insert into audit_seal (at, chain, from_xact, upto_xact, rows, digest) values (samspil_now(), p_chain, p_from, p_upto, p_rows, p_digest) returning id into v_id;
  return v_id;
end $$;

drop function if exists all_seals();
create or replace function all_seals() returns table (id bigint, chain bigint, from_xact bigint, upto_xact bigint, rows integer, digest text) language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.chain, s.from_xact, s.upto_xact, s.rows, s.digest::text from audit_seal s order by s.id;
$$;

create or replace function all_chains() returns table (id bigint, day text, kept_seal bigint, told_seal bigint, told_digest text, rows integer, digest text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, to_char(c.at at time zone 'Europe/Copenhagen', 'YYYY-MM-DD'), c.kept_seal, c.told_seal, c.told_digest::text, c.rows, c.digest::text from audit_chain c order by c.id;
$$;

create or replace function all_discards() returns table (id bigint, month date, basis text, rows bigint, chain bigint, upto_xact bigint, seal_digest text, left_rows bigint, left_digest text, digest text)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.id, d.month, d.basis, d.rows, d.chain, d.upto_xact, d.seal_digest::text, d.left_rows, d.left_digest::text, d.digest::text from audit_discard d order by d.id;
$$;

-- The first chain of a new installation: it follows nothing and needs no key.
create or replace function begin_first_chain() returns void language sql security definer set search_path = public, pg_temp as $$
  insert into audit_chain (id, at, cluster, kept_seal, told_seal, told_digest, rows, digest)
  select 1, samspil_now(), cluster_in_hand(), 0, 0, '', 0, '' where not exists (select 1 from audit_chain);
$$;
