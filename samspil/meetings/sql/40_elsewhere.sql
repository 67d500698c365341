-- Whoever convenes a body is told when those who sit in it are called elsewhere, and when it meets itself already, so that a year is laid without clashes:
-- hours and names of colleagues, and which body only where the reader sees its meetings anyway. Who sits where everybody may read; of place, subject and
-- items nothing is told. `own` are the body's own meetings, with nobody named.
drop function if exists called_elsewhere(bigint[], timestamptz, timestamptz);
create function called_elsewhere(p_bodies bigint[], p_from timestamptz, p_until timestamptz)
returns table (for_body bigint, starts_at timestamptz, ends_at timestamptz, other text, people text[], own boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  v_leads bigint[] := circle_array('meeting.convene')::bigint[];
  v_reads bigint[] := circle_array('open.read')::bigint[];
begin
  return query
  with led as (select o.body_id, o.municipality_id from circles_circle o where o.kind = 'body_open' and o.body_id = any(p_bodies) and o.id = any(v_leads)),
  lying as (
    select m.id, m.body_id, m.circle_id, m.starts_at as begins, m.ends_at as stops from meetings_meeting m
     where m.starts_at >= p_from and m.starts_at < p_until
       and not exists (select 1 from meetings_cancellation c where c.meeting_id = m.id and c.circle_id = m.circle_id)),
  found as (
    select o.body_id, l.id, l.begins, l.stops, case when l.circle_id = any(v_reads) then b.name else '' end as name, array_agg(distinct p.name) as people, false as own
      from led o
      join organisation_seat s on s.body_id = o.body_id
      join tenure_today t on t.seat_id = s.id
      join organisation_person p on p.id = t.person_id
      join tenure_today y on y.person_id = t.person_id
      join organisation_seat z on z.id = y.seat_id and z.body_id <> o.body_id and z.municipality_id = o.municipality_id
      join organisation_body b on b.id = z.body_id
      join lying l on l.body_id = z.body_id
     group by o.body_id, l.id, l.begins, l.stops, l.circle_id, b.name
    union all
    select o.body_id, l.id, l.begins, l.stops, b.name, '{}', true
      from led o join lying l on l.body_id = o.body_id join organisation_body b on b.id = o.body_id)
  select f.body_id, f.begins, f.stops, f.name::text, f.people::text[], f.own from found f order by f.begins, f.id;
end $$;

-- Who sits in which body today, of the municipalities whose organisation the actor may read.
create or replace function sitting_today(p_municipalities bigint[]) returns table (body bigint, person bigint, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.body_id, p.id, p.name::text
    from tenure_today t join organisation_seat s on s.id = t.seat_id and s.body_id is not null join organisation_person p on p.id = t.person_id
   where t.municipality_id = any(p_municipalities) and t.municipality_id = any(actor_municipalities());
$$;
