-- Who sits where in a practice room. Written anew each night from those who sit in the real municipality.

-- The invented colleagues' seats: one person for each function that has any, numbered by the function's short name, so that
-- anybody can try any work. As deputy in a body and at a workplace; all in one body as far as it has the function, and
-- near that body's school and those who receive concerns, so that they meet each other.
create or replace function practice_trials(p_practice bigint) returns table (number bigint, seat_id bigint) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  v_table organisation_body := (
    select b from organisation_body b
     where b.municipality_id = p_practice and b.registered_until is null and b.valid_from <= samspil_today() and (b.valid_until is null or b.valid_until > samspil_today())
     order by b.closed_matters desc, b.unit_id is null, (select count(distinct s.function_id) from organisation_seat s where s.body_id = b.id and s.closed_on is null) desc, b.slug limit 1);
  v_units bigint[] := array(select r.keeper_unit_id from organisation_routing r where r.municipality_id = p_practice and r.act = 'admit' and r.to_kind = 'concern' and r.keeper_unit_id is not null);
  v_bodies bigint[] := array(select r.keeper_body_id from organisation_routing r where r.municipality_id = p_practice and r.act = 'admit' and r.to_kind = 'concern' and r.keeper_body_id is not null);
begin
  return query
  with seats as (select s.* from organisation_seat s where s.municipality_id = p_practice and s.closed_on is null),
       works as (select f.id, row_number() over (order by f.slug) as n from organisation_function f where f.municipality_id = p_practice and f.id in (select s.function_id from seats s)),
       in_body as (select distinct on (s.function_id) s.function_id, s.id, s.from_unit_id from seats s where s.body_id is not null
                    order by s.function_id, s.body_id is distinct from v_table.id, s.body_id <> all(v_bodies), s.slug)
  select w.n, b.id from works w join in_body b on b.function_id = w.id
  union all
  (select distinct on (w.n) w.n, s.id from works w join seats s on s.function_id = w.id and s.unit_id is not null left join in_body b on b.function_id = w.id
    order by w.n, s.unit_id is distinct from b.from_unit_id, s.unit_id <> all(v_units), s.unit_id is distinct from v_table.unit_id, s.slug);
end $$;

-- Who should sit where today. `p_names` are the invented colleagues', in the order of their numbers.
create or replace function practice_places(p_practice bigint, p_names text[]) returns table (person_id bigint, seat_id bigint, kind text, until date)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select o.id, s.id, t.kind, t.valid_until
    from organisation_municipality m
    join tenure_today t on t.municipality_id = m.practice_of_id
    join organisation_seat z on z.id = t.seat_id
    join organisation_seat s on s.municipality_id = m.id and s.slug = z.slug and s.closed_on is null
    join organisation_person o on o.municipality_id = m.id and o.practice_of_id = t.person_id
   where m.id = p_practice
  union all
  select p.id, x.seat_id, 'deputy', null::date from practice_trials(p_practice) x
    join organisation_person p on p.municipality_id = p_practice and p.practice_of_id is null and p.name = p_names[x.number];
end $$;

-- Seats as wanted today: who sits right stays, who does not leaves, who lacks is seated. Everybody is a person of the
-- practice room's own, without an account, a mail address and a telephone: nothing can reach anybody from there.
create or replace function seat_practice(p_practice bigint, p_names text[], p_sort_keys text[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare v_real bigint := (select m.practice_of_id from organisation_municipality m where m.id = p_practice);
begin
  if v_real is null then perform refuse_access(); end if;
  insert into organisation_person (key, municipality_id, practice_of_id, name, sort_key, work_email, work_phone)
  select new_act_key(), p_practice, p.id, p.name, p.sort_key, '', '' from organisation_person p
   where p.id in (select t.person_id from tenure_today t where t.municipality_id = v_real)
  on conflict (municipality_id, practice_of_id) do nothing;
  update organisation_person o set name = p.name, sort_key = p.sort_key from organisation_person p
   where o.municipality_id = p_practice and o.practice_of_id = p.id and o.name <> p.name;
  insert into organisation_person (key, municipality_id, name, sort_key, work_email, work_phone)
  select new_act_key(), p_practice, p_names[x.number], p_sort_keys[x.number], '', '' from (select distinct y.number from practice_trials(p_practice) y) x
   where x.number <= cardinality(p_names)
     and not exists (select 1 from organisation_person p where p.municipality_id = p_practice and p.practice_of_id is null and p.name = p_names[x.number]);
  update organisation_tenure t set valid_until = greatest(t.valid_from, samspil_today())
   where t.municipality_id = p_practice and t.registered_until is null and (t.valid_until is null or t.valid_until > samspil_today())
     and not exists (select 1 from practice_places(p_practice, p_names) w where w.person_id = t.person_id and w.seat_id = t.seat_id and w.kind = t.kind and w.until is not distinct from t.valid_until);
  insert into organisation_tenure (key, municipality_id, seat_id, person_id, kind, valid_from, valid_until, registered_from)
  select new_act_key(), p_practice, w.seat_id, w.person_id, w.kind, samspil_today(), w.until, samspil_now() from practice_places(p_practice, p_names) w
   where not exists (select 1 from tenure_today t where t.person_id = w.person_id and t.seat_id = w.seat_id and t.kind = w.kind and t.valid_until is not distinct from w.until);
end $$;
