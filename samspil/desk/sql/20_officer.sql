-- What the data protection officer sees: people, times, doors and titles of rooms, never a row of a room. Only rooms of the officer's own controller.
create or replace function log_office() returns table (circle_id bigint, key text, municipality_id bigint, controller_id bigint) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select c.id, c.key::text, c.municipality_id, c.controller_id from visit_in_hand() v
    join circles_circle c on c.municipality_id = v.municipality_id and c.kind = 'office' where may('log.read', c.id) order by c.id limit 1;
end $$;

create or replace function held_log_office() returns circles_circle language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_office circles_circle;
begin
  select c.* into v_office from log_office() o join circles_circle c on c.id = o.circle_id;
  if v_office.id is null then perform refuse_access(); end if;
  return v_office;
end $$;

-- Whoever works here today or did, by a part of the name.
create or replace function people_of_log(p_search text, p_key text, p_limit integer) returns table (key text, name text, seat text) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_office circles_circle := held_log_office();
begin
  return query select p.key::text, p.name, coalesce(seat_words(p.id, samspil_today()), '') from organisation_person p
   where (p.municipality_id = v_office.municipality_id or exists (select 1 from organisation_tenure t where t.person_id = p.id and t.municipality_id = v_office.municipality_id))
     and (p_key = '' or p.key = p_key) and (p_search = '' or position(lower(p_search) in lower(p.name)) > 0)
   order by p.sort_key, p.id limit p_limit;
end $$;

create or replace function open_log_lookup(p_person_key text, p_reason text) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare v_office circles_circle := held_log_office(); v_person bigint; v_key text := new_act_key();
begin
  select p.id into v_person from people_of_log('', p_person_key, 1) x join organisation_person p on p.key = x.key;
  if v_person is null or coalesce(btrim(p_reason), '') = '' then perform refuse_access(); end if;
  insert into desk_loglookup (key, municipality_id, person_id, reason, asked_by_id, asked_at)
  values (v_key, v_office.municipality_id, v_person, btrim(p_reason), current_actor(), samspil_now());
  return v_key;
end $$;

-- A reason opens one colleague's log for a day, for the one who gave it.
create or replace function log_lookups(p_key text, p_limit integer) returns table (key text, person_id bigint, name text, seat text, reason text, asked_by text, asked_at timestamptz, is_open boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_office circles_circle := held_log_office();
begin
  return query select l.key::text, l.person_id, p.name, coalesce(seat_words(p.id, samspil_today()), ''), l.reason, o.name, l.asked_at,
                      l.asked_by_id = current_actor() and l.asked_at > samspil_now() - interval '1 day'
    from desk_loglookup l join organisation_person p on p.id = l.person_id join organisation_person o on o.id = l.asked_by_id
   where l.municipality_id = v_office.municipality_id and (p_key = '' or l.key = p_key) order by l.asked_at desc, l.id desc limit p_limit;
end $$;

-- One row a room and day. People are a number.
create or replace function seen_by_colleague(p_key text, p_limit integer, p_offset integer)
returns table (title text, kind text, day date, first_at timestamptz, last_at timestamptz, times integer, doors text[], people integer, at_meeting boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_office circles_circle := held_log_office(); v_person bigint;
begin
  select l.person_id into v_person from log_lookups(p_key, 1) l where l.is_open and p_key <> '';
  return query
  with hit as (
    select r.id, r.at, (r.at at time zone 'Europe/Copenhagen')::date as day, r.door, c.id as room, r.door like 'meetings.%' and sat_at(c.body_id, r.at) as at_meeting,
           array(select y.id from circles_youngperson y where y.circle_id = c.id and y.id = any(r.subjects)) as young
      from audit_reading r join circles_circle c on c.id = any(r.circles) and c.named and c.controller_id = v_office.controller_id
     where r.person_id = v_person),
  said as (
    select h.room, h.day, min(h.at) as first_at, max(h.at) as last_at, count(distinct h.id)::integer as times, array_agg(distinct h.door) as doors,
           count(distinct u.id)::integer as people, bool_or(h.at_meeting) as at_meeting
      from hit h left join lateral unnest(h.young) u(id) on true group by h.room, h.day order by h.day desc, max(h.at) desc, h.room limit p_limit offset p_offset)
  select c.title, c.kind, s.day, s.first_at, s.last_at, s.times, s.doors, s.people, s.at_meeting from said s join circles_circle c on c.id = s.room
   order by s.day desc, s.last_at desc, c.id;
end $$;

create or replace function refused_to_colleague(p_key text, p_limit integer) returns table (at timestamptz, verb text, title text) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_office circles_circle := held_log_office(); v_person bigint;
begin
  select l.person_id into v_person from log_lookups(p_key, 1) l where l.is_open and p_key <> '';
  return query
  select e.at, e.verb, coalesce(c.title, '') from audit_entry e left join circles_circle c on c.id = e.circle_id
   where e.person_id = v_person and e.refused and e.subject <> 'rule:' and e.municipality_id = v_office.municipality_id and (c.id is null or c.controller_id = v_office.controller_id)
   order by e.at desc, e.id desc limit p_limit;
end $$;
