-- Which meetings each body has had: days and what became of them, and nothing of what was said there. For whoever looks after the whole
-- municipality (`figures.read` in its office), and for whoever convenes the body. A body without a meeting is one row without a day.
drop function if exists meetings_of_bodies(timestamptz, timestamptz);
create function meetings_of_bodies(p_from timestamptz, p_until timestamptz) returns table (body_id bigint, day date, met text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  v_whole bigint[] := array(select o.municipality_id from circles_circle o where o.kind = 'office' and o.id = any(circle_array('figures.read')::bigint[]));
  v_leads bigint[] := circle_array('meeting.convene')::bigint[];
begin
  return query
  select b.id, (m.starts_at at time zone 'Europe/Copenhagen')::date,
         case when m.id is null then null
              when exists (select 1 from meetings_cancellation x where x.circle_id = m.circle_id and x.meeting_id = m.id) then 'cancelled'
              when exists (select 1 from meetings_opening x where x.circle_id = m.circle_id and x.meeting_id = m.id) then 'held'
              when m.starts_at > samspil_now() then 'planned' else 'unopened' end
    from circles_circle o
    join organisation_body b on b.id = o.body_id and b.registered_until is null and not b.outside
     and b.valid_from <= samspil_today() and coalesce(b.valid_until, 'infinity') > samspil_today()
    left join meetings_meeting m on m.circle_id = o.id and m.starts_at >= p_from and m.starts_at < p_until
   where o.kind = 'body_open' and o.municipality_id = (select v.municipality_id from visit_in_hand() v)
     and (o.municipality_id = any(v_whole) or o.id = any(v_leads))
   order by m.starts_at;
end $$;
