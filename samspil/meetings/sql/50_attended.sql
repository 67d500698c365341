-- One's own meetings since a day that are over: those one came to, and all that one was called to by a seat held when they began, also a seat that has ended since.
-- Each meeting counts once, by however many seats. Two numbers about oneself, and nothing of the meetings, which one may read no more.
create or replace function my_attendance(p_since timestamptz) returns integer[] language sql stable security definer set search_path = public, pg_temp as $$
  select array[count(*) filter (where x.came), count(*)]::integer[] from (
    select bool_or(coalesce(a.present, false)) as came
      from organisation_tenure t join visit_in_hand() v on v.municipality_id = t.municipality_id
      join meetings_attendance a on a.tenure_id = t.id and a.withdrawn_at is null and not a.is_guest and a.in_place_of_id is null
      join meetings_meeting m on m.circle_id = a.circle_id and m.id = a.meeting_id and m.starts_at >= p_since
     where t.person_id = current_actor() and t.registered_until is null and t.valid_from <= (m.starts_at at time zone 'Europe/Copenhagen')::date
       and (t.valid_until is null or t.valid_until > (m.starts_at at time zone 'Europe/Copenhagen')::date)
       and exists (select 1 from meetings_ending e where e.circle_id = m.circle_id and e.meeting_id = m.id)
     group by m.id) x;
$$;
