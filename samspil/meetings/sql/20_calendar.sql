-- A person's own calendar address. What it shows is worked out as that person at that second: body, time and place, never an item.
create or replace function open_calendar(p_digest text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Nothing of a practice room comes into a calendar.
  if current_actor() is null or exists (select 1 from visit_in_hand() v join organisation_municipality m on m.id = v.municipality_id where m.practice_of_id is not null) then
    perform refuse_access();
  end if;
  perform close_calendar();
  insert into meetings_calendaraddress (municipality_id, person_id, digest, opened_at)
  select p.municipality_id, p.id, decode(p_digest, 'hex'), samspil_now() from organisation_person p where p.id = current_actor();
end $$;

create or replace function close_calendar() returns void language sql security definer set search_path = public, pg_temp as $$
  update meetings_calendaraddress set ended_at = samspil_now() where person_id = current_actor() and ended_at is null;
$$;

create or replace function calendar_since() returns timestamptz language sql stable security definer set search_path = public, pg_temp as $$
  select max(opened_at) from meetings_calendaraddress where person_id = current_actor() and ended_at is null;
$$;

drop function if exists calendar_of(text);
create function calendar_of(p_secret text) returns table (key text, starts_at timestamptz, ends_at timestamptz, place text, body text, told bigint, cancelled boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_person bigint := (select person_id from meetings_calendaraddress where digest = sha256(convert_to(p_secret, 'UTF8')) and ended_at is null);
begin
  if v_person is null then return; end if;
  return query
  select m.key::text, m.starts_at, m.ends_at, m.place, b.name,
         (select count(*) from meetings_convening c where c.meeting_id = m.id and c.circle_id = m.circle_id)
         + (select count(*) from meetings_moving c where c.meeting_id = m.id and c.circle_id = m.circle_id)
         + (select count(*) from meetings_cancellation c where c.meeting_id = m.id and c.circle_id = m.circle_id),
         exists (select 1 from meetings_cancellation c where c.meeting_id = m.id and c.circle_id = m.circle_id)
    from meetings_meeting m join organisation_body b on b.id = m.body_id
   where (m.circle_id = any(array(select g.circle_id from access_grant g where g.person_id = v_person and g.capability = 'open.read'))
          or m.key = any(array(select y.about from access_grant g join circles_member y on y.id = g.member_id
                                where g.person_id = v_person and g.capability = 'meeting.read')))
     and m.starts_at > samspil_now() - interval '1 year'
     and (exists (select 1 from meetings_convening c where c.meeting_id = m.id and c.circle_id = m.circle_id)
          or exists (select 1 from meetings_opening o where o.meeting_id = m.id and o.circle_id = m.circle_id)
          or m.circle_id = any(array(select g.circle_id from access_grant g where g.person_id = v_person and g.capability = 'open.write')))
   order by m.starts_at limit 1000;
end $$;

create or replace function calendar_is_open(p_secret text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from meetings_calendaraddress where digest = sha256(convert_to(p_secret, 'UTF8')) and ended_at is null);
$$;
