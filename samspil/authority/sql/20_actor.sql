-- Who acts: the person of the open visit whose ticket this transaction holds (A18). A ticket is random, only its
-- digest is stored, and a visit can only be opened with a proof made from a key that SQL of the app role cannot read.
create or replace function current_actor() returns bigint language plpgsql stable parallel safe security definer set search_path = public, pg_temp as $$
begin
  return (select v.person_id from visit_in_hand() v);
end $$;

create or replace function open_visit(p_digest text, p_person bigint, p_municipality bigint, p_ends_at timestamptz, p_on_behalf boolean, p_proof text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_key bytea := (select key from authority_visitkey limit 1);
  v_claim bytea := convert_to(concat_ws('|', p_digest, p_person, p_municipality, extract(epoch from p_ends_at)::bigint, p_on_behalf), 'UTF8');
begin
  if v_key is null or encode(sha256(v_key || v_claim || v_key), 'hex') is distinct from p_proof then
    raise exception 'visit refused' using errcode = '42501';
  end if;
  if p_on_behalf and session_user <> 'samspil_worker' then
    raise exception 'only the worker acts on behalf of another' using errcode = '42501';
  end if;
  insert into authority_visit (digest, person_id, municipality_id, on_behalf, opened_at, ends_at)
  values (decode(p_digest, 'hex'), p_person, p_municipality, p_on_behalf, samspil_now(), p_ends_at)
  on conflict (digest) do nothing;
end $$;

create or replace function close_visit(p_ticket text) returns void language sql security definer set search_path = public, pg_temp as $$
  update authority_visit set ends_at = samspil_now() where digest = sha256(convert_to(p_ticket, 'UTF8')) and ends_at > samspil_now();
$$;

-- Every visit of one account ends at once: a changed password, a recovery, a lock.
create or replace function close_visits_of(p_person bigint, p_proof text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare v_key bytea := (select key from authority_visitkey limit 1);
begin
  if encode(sha256(v_key || convert_to('close|' || p_person, 'UTF8') || v_key), 'hex') is distinct from p_proof then
    raise exception 'visit refused' using errcode = '42501';
  end if;
  update authority_visit set ends_at = samspil_now() where person_id = p_person and ends_at > samspil_now();
end $$;

-- Takes up the ticket for this transaction and answers with who arrived; no row when the visit is not open.
create or replace function arrive(p_ticket text)
returns table (person_id bigint, person_key text, name text, municipality_id bigint, municipality_slug text, municipality_name text,
               title text, tenure_id bigint, capabilities text[], municipalities jsonb, settings jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_person bigint; v_municipality bigint;
begin
  perform set_config('samspil.ticket', p_ticket, true);
  perform set_config('samspil.within', '', true);
  -- A visit in a practice room ends with the real one that it was begun from: a lock or a log-out elsewhere ends both.
  select v.person_id, v.municipality_id into v_person, v_municipality from visit_in_hand() v
   where v.real is null or exists (select 1 from authority_visit r where r.digest = v.real and r.ends_at > samspil_now());
  if v_person is null then return; end if;
  return query
  with held as (
    select t.id as tenure, t.kind, s.function_id, s.body_id, f.name as function_name, t.municipality_id as place
      from tenure_today t
      join organisation_seat s on s.id = t.seat_id
      join organisation_function f on f.id = s.function_id
     where t.person_id = v_person)
  select p.id, p.key::text, p.name, m.id, m.slug::text, m.name,
         (select h.function_name from held h where h.place = m.id order by h.body_id is not null, h.tenure limit 1),
         (select h.tenure from held h where h.place = m.id order by h.body_id is not null, h.tenure limit 1),
         coalesce((select array_agg(distinct d.capability) from held h join organisation_mandate d on d.function_id = h.function_id
                    where h.place = m.id and d.registered_until is null), '{}'),
         coalesce((select jsonb_agg(distinct jsonb_build_object('slug', o.slug, 'name', o.name)) from held h
                     join organisation_municipality o on o.id = h.place), '[]'),
         m.settings || coalesce((select jsonb_build_object('practice_of', o.slug) from organisation_municipality o where o.id = m.practice_of_id), '{}')
           || jsonb_build_object('may_practise', exists (select 1 from organisation_municipality o where o.practice_of_id = m.id) and exists (select 1 from held h where h.place = m.id))
    from organisation_person p join organisation_municipality m on m.id = v_municipality
   where p.id = v_person;
end $$;

-- The municipalities whose organisation the actor may read: those where a seat is held today, and the one in hand.
create or replace function actor_municipalities() returns bigint[] language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return array(select t.municipality_id from tenure_today t where t.person_id = current_actor()
               union select v.municipality_id from visit_in_hand() v);
end $$;

-- Who logs in with an account, and where that person may work; asked before there is a visit.
create or replace function person_of_account(p_account bigint) returns table (person_id bigint, municipality_id bigint, slug text, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, m.id, m.slug::text, m.name from organisation_person p
    join organisation_municipality m on m.id = p.municipality_id
      or m.id in (select t.municipality_id from tenure_today t where t.person_id = p.id)
   where p.account_id = p_account order by m.id <> p.municipality_id, m.name;
$$;
