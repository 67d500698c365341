-- Going over to the practice room. Whoever practises is another person there (organisation_person.practice_of_id), so no
-- rule of access knows of practice: the real person holds no seat in the one, and the one who practises none in the other.

-- The real visit of this login, also asked from within practice; no row when it has ended.
create or replace function real_visit() returns setof authority_visit language sql stable security definer set search_path = public, pg_temp as $$
  select r.* from visit_in_hand() v join authority_visit r on r.digest = coalesce(v.real, v.digest) where r.ends_at > samspil_now();
$$;

-- Whom the actor can be in the practice room of the municipality in hand: oneself first, then invented colleagues.
-- Nobody for whom holds no seat today.
create or replace function practice_people() returns table (person_id bigint, municipality_id bigint, key text, name text, title text, mine boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_visit authority_visit := (select v from real_visit() v);
begin
  if not exists (
    select 1 from tenure_today t where t.person_id = v_visit.person_id and t.municipality_id = v_visit.municipality_id) then return; end if;
  return query
  select p.id, m.id, p.key::text, p.name,
         (select f.name from tenure_today t join organisation_seat s on s.id = t.seat_id join organisation_function f on f.id = s.function_id
           where t.person_id = p.id order by s.body_id is not null, t.id limit 1) as does,
         p.practice_of_id is not null
    from organisation_municipality m
    join organisation_person p on p.municipality_id = m.id and (p.practice_of_id is null or p.practice_of_id = v_visit.person_id)
   where m.practice_of_id = v_visit.municipality_id and exists (select 1 from tenure_today t where t.person_id = p.id and t.municipality_id = m.id)
   order by p.practice_of_id is null, does, p.id;
end $$;

-- A visit there, begun from the visit in hand: it ends with it (`arrive` asks), and opens nothing that is real. The log of the real municipality says
-- first who became whom, also from within practice: visits are cleared away, and what an invented colleague does stands under that colleague alone.
create or replace function enter_practice(p_digest text, p_person bigint) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare v_visit authority_visit := (select v from real_visit() v); v_room bigint;
begin
  select x.municipality_id into v_room from practice_people() x where x.person_id = p_person limit 1;
  if v_room is null then perform refuse_access(); end if;
  insert into audit_entry (at, chain, xact, municipality_id, person_id, verb, subject, refused)
  select samspil_now(), chain_in_hand(), pg_current_xact_id()::text::bigint, v_visit.municipality_id, v_visit.person_id, 'practice.enter', 'person:' || p.key, false
    from organisation_person p where p.id = p_person;
  insert into authority_visit (digest, person_id, municipality_id, on_behalf, opened_at, ends_at, real)
  values (decode(p_digest, 'hex'), p_person, v_room, false, samspil_now(), v_visit.ends_at, v_visit.digest)
  on conflict (digest) do update set ends_at = excluded.ends_at, real = excluded.real
    where authority_visit.person_id = excluded.person_id and authority_visit.municipality_id = excluded.municipality_id;
end $$;
