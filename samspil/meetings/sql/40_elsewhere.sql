-- Whoever convenes a body is told when those who sit in it are called elsewhere, so that a year is laid without clashes: hours and names of colleagues, and which
-- body only where the reader sees its meetings anyway. Who sits where everybody may read; of place, subject and items nothing is told.
drop function if exists called_elsewhere(bigint[], timestamptz, timestamptz);
create function called_elsewhere(p_bodies bigint[], p_from timestamptz, p_until timestamptz)
returns table (for_body bigint, starts_at timestamptz, ends_at timestamptz, other text, people text[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  v_leads bigint[] := circle_array('meeting.convene')::bigint[];
  v_reads bigint[] := circle_array('open.read')::bigint[];
begin
  return query
  select o.body_id, m.starts_at, m.ends_at, case when m.circle_id = any(v_reads) then b.name else '' end, array_agg(distinct p.name)
    from circles_circle o
    join organisation_seat s on s.body_id = o.body_id
    join tenure_today t on t.seat_id = s.id
    join organisation_person p on p.id = t.person_id
    join tenure_today y on y.person_id = t.person_id
    join organisation_seat z on z.id = y.seat_id and z.body_id <> o.body_id and z.municipality_id = o.municipality_id
    join organisation_body b on b.id = z.body_id
    join meetings_meeting m on m.body_id = z.body_id and m.starts_at >= p_from and m.starts_at < p_until
   where o.kind = 'body_open' and o.body_id = any(p_bodies) and o.id = any(v_leads)
     and not exists (select 1 from meetings_cancellation c where c.meeting_id = m.id and c.circle_id = m.circle_id)
   group by o.body_id, m.id, m.starts_at, m.ends_at, m.circle_id, b.name
   order by m.starts_at, m.id;
end $$;
