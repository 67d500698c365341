-- Who has seen a room or a young person: for whoever keeps the room, also a keeper who reads nothing in it. Sentences are made in Python;
-- here are people, days, doors and kinds, and never a word of what lies in the room.
create or replace function seat_words(p_person bigint, p_day date) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select f.name || ', ' || coalesce(b.name, u.name)
    from organisation_tenure t join organisation_seat s on s.id = t.seat_id join organisation_function f on f.id = s.function_id
    left join organisation_body b on b.id = s.body_id left join organisation_unit u on u.id = s.unit_id
   where t.person_id = p_person and t.valid_from <= p_day and (t.valid_until is null or t.valid_until > p_day)
   order by s.unit_id is null, t.id limit 1;
$$;

-- Whether this body sat just then.
create or replace function sat_at(p_body bigint, p_at timestamptz) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from meetings_meeting m where m.body_id = p_body and p_at between m.starts_at and m.ends_at
                    and not exists (select 1 from meetings_cancellation x where x.circle_id = m.circle_id and x.meeting_id = m.id));
$$;

-- One row a person and day, newest first. `p_rooms` are the rooms that may be spoken of; `p_circles` and `p_subjects` say which showings count.
create or replace function seen_days(p_rooms bigint[], p_circles bigint[], p_subjects bigint[], p_limit integer, p_offset integer)
returns table (name text, seat text, day date, first_at timestamptz, last_at timestamptz, times integer, doors text[], kinds text[], at_meeting boolean, mine boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with hit as (
    select r.id, r.person_id, r.at, (r.at at time zone 'Europe/Copenhagen')::date as day, r.door, c.kind,
           r.door like 'meetings.%' and sat_at(c.body_id, r.at) as at_meeting
      from audit_reading r join circles_circle c on c.id = any(r.circles) and c.id = any(p_rooms)
     where r.circles && p_circles or r.subjects && p_subjects),
  said as (
    select h.person_id, h.day, min(h.at) as first_at, max(h.at) as last_at, count(distinct h.id)::integer as times, array_agg(distinct h.door) as doors,
           array_agg(distinct h.kind) as kinds, bool_or(h.at_meeting) as at_meeting
      from hit h group by h.person_id, h.day order by h.day desc, max(h.at) desc, h.person_id limit p_limit offset p_offset)
  select p.name, seat_words(p.id, s.day), s.day, s.first_at, s.last_at, s.times, s.doors, s.kinds, s.at_meeting, p.id = current_actor()
    from said s join organisation_person p on p.id = s.person_id order by s.day desc, s.last_at desc, p.id;
$$;

create or replace function kept_rooms(p_limit integer, p_offset integer) returns table (key text, title text, kind text, opened_at timestamptz, closed boolean, people integer, last_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  with kept as (
    select c.* from circles_circle c
     where c.named and c.id = any(array(select g.circle_id from access_grant g where g.person_id = current_actor() and g.capability = 'circle.keep'))
     order by c.closed_at is not null, c.opened_at desc, c.id desc limit p_limit offset p_offset)
  select k.key::text, k.title, k.kind, k.opened_at, k.closed_at is not null, x.people, x.last_at
    from kept k cross join lateral (select count(distinct r.person_id)::integer as people, max(r.at) as last_at from audit_reading r where r.circles @> array[k.id]) x
   order by k.closed_at is not null, k.opened_at desc, k.id desc;
end $$;

-- The room with this key, for its keeper; no row for anybody else.
create or replace function kept_room(p_key text) returns table (circle_id bigint, key text, title text, kind text, reads boolean) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select c.id, c.key::text, c.title, c.kind, may('circle.read', c.id) from circles_circle c where c.key = p_key and c.named and may('circle.keep', c.id);
end $$;

create or replace function seen_of_room(p_key text, p_limit integer, p_offset integer)
returns table (name text, seat text, day date, first_at timestamptz, last_at timestamptz, times integer, doors text[], kinds text[], at_meeting boolean, mine boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_rooms bigint[] := array(select k.circle_id from kept_room(p_key) k);
begin return query select * from seen_days(v_rooms, v_rooms, '{}', p_limit, p_offset); end $$;

-- The same young person in all rooms of the matter that the actor keeps and reads. A room about that one person alone counts with everything in it,
-- a room about several only with what was shown of this one.
create or replace function seen_of_young(p_key text, p_limit integer, p_offset integer)
returns table (name text, seat text, day date, first_at timestamptz, last_at timestamptz, times integer, doors text[], kinds text[], at_meeting boolean, mine boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_row circles_youngperson; v_rooms bigint[]; v_alone bigint[]; v_subjects bigint[];
begin
  select * into v_row from circles_youngperson y where y.key = p_key and may('youngperson.read', y.circle_id) and may('circle.keep', y.circle_id);
  v_rooms := array(select x.id from circles_of_matter(v_row.circle_id) x(id) where may('circle.keep', x.id) and may('youngperson.read', x.id));
  v_subjects := array(select y.id from circles_youngperson y where y.circle_id = any(v_rooms) and lower(y.name) = lower(v_row.name));
  v_alone := array(select y.circle_id from circles_youngperson y where y.circle_id = any(v_rooms) group by y.circle_id having bool_and(y.id = any(v_subjects)));
  return query select * from seen_days(v_rooms, v_alone, v_subjects, p_limit, p_offset);
end $$;

-- Beside what was seen: the times when the operator was handed the whole municipality, and the attempts that were refused at this room. Newest first,
-- and as many of each, so that neither hides the other.
drop function if exists refused_at_room(text, integer);
create or replace function noted_at_room(p_key text, p_limit integer) returns table (name text, seat text, at timestamptz, verb text, refused boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  with told as (
    select p.id as person, p.name, e.id, e.at, e.verb, e.refused, row_number() over (partition by e.refused order by e.at desc, e.id desc) as nth
      from kept_room(p_key) k join audit_entry e on e.circle_id = k.circle_id and (e.refused or e.verb = 'lifecycle.exported') left join organisation_person p on p.id = e.person_id
     where p.id is not null or not e.refused)
  select coalesce(o.name, ''), seat_words(o.person, (o.at at time zone 'Europe/Copenhagen')::date), o.at, o.verb, o.refused
    from told o where o.nth <= p_limit order by o.refused, o.at desc, o.id desc;
end $$;
