-- Guests and deputies of one meeting. They are member rows by tenure, in part guest, with an end: no other way in (A1, A6).

-- They are asked about one meeting, by its key, and its rows are all that they see of the open circle (`guests_see` of each model).
create or replace function guest_meetings() returns bigint[] language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return array(select m.id from meetings_meeting m where m.key = any(asked_about()));
end $$;

-- Whoever is asked to certain items, open or closed, reads those alone, and the meeting's head; asked to none, the whole open part.
-- That a guest is asked to a closed item stands in its circle and nowhere else, so the narrowing is worked out here and is no row
-- of the open circle. A deputy is there for a member and reads the open part.
create or replace function guest_items() returns bigint[] language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return array(
    with stay as materialized (
      select m.circle_id, m.tenure_id, m.about, x.id as meeting_id,
             not exists (select 1 from meetings_attendance a where a.circle_id = m.circle_id and a.meeting_id = x.id and a.tenure_id = m.tenure_id
                                                               and a.in_place_of_id is not null and a.withdrawn_at is null)
             and (exists (select 1 from meetings_guest t where t.circle_id = m.circle_id and t.meeting_id = x.id and t.tenure_id = m.tenure_id and t.withdrawn_at is null)
                  or exists (select 1 from circles_member c where c.tenure_id = m.tenure_id and c.part = 'guest' and c.about = m.about
                                                              and c.circle_id <> m.circle_id and c.ends_at > m.starts_at)) as narrowed
        from access_grant g
        join circles_member m on m.id = g.member_id
        join meetings_meeting x on x.key = m.about and x.circle_id = m.circle_id
       where g.person_id = current_actor() and g.capability = 'meeting.read')
    select i.id from stay s join meetings_agendaitem i on i.circle_id = s.circle_id and i.meeting_key = s.about
     where not s.narrowed
        or exists (select 1 from meetings_guest t where t.circle_id = i.circle_id and t.item_id = i.id and t.tenure_id = s.tenure_id and t.withdrawn_at is null));
end $$;

-- What is decided about those items is read with them; the room of decisions asks for their matters and knows no meeting.
create or replace function guest_submissions() returns bigint[] language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return array(select i.submission_id from meetings_agendaitem i where i.id = any(guest_items()) and i.submission_id is not null);
end $$;

-- A stay ends when the municipality's days after the meeting are over; after the day it was called off, where it was.
create or replace function stay_of(p_meeting bigint) returns timestamptz language sql stable security definer set search_path = public, pg_temp as $$
  select ((coalesce((select min(c.written_at) from meetings_cancellation c where c.meeting_id = m.id and c.circle_id = m.circle_id), m.ends_at)
           at time zone 'Europe/Copenhagen')::date + (x.settings ->> 'guest_days')::integer + 1)::timestamp at time zone 'Europe/Copenhagen'
    from meetings_meeting m join organisation_municipality x on x.id = m.municipality_id where m.id = p_meeting;
$$;

-- A stay in the open part, for this meeting alone; one that is there already is held anew.
create or replace function stay_open(p_meeting meetings_meeting, p_tenure bigint) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into circles_member (municipality_id, circle_id, kind, basis, tenure_id, part, starts_at, ends_at, reason, act_key, about)
  select c.municipality_id, c.id, c.kind, c.basis, p_tenure, 'guest', samspil_now(), greatest(samspil_now(), stay_of(p_meeting.id)), '', new_act_key(), p_meeting.key
    from circles_circle c where c.id = p_meeting.circle_id
     and not exists (select 1 from circles_member x where x.circle_id = c.id and x.tenure_id = p_tenure and x.about = p_meeting.key and x.ends_at >= stay_of(p_meeting.id));
$$;

-- Whoever convenes asks somebody to the open part, who has no seat there. The days are the database's own: nobody is let in for longer.
-- What `admit` has let this guest into of the meeting's closed items, by these acts, is a stay of the meeting too.
drop function if exists invite_guest(bigint, bigint);
create or replace function invite_guest(p_meeting bigint, p_tenure bigint, p_acts text[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare v_meeting meetings_meeting;
begin
  select * into v_meeting from meetings_meeting where id = p_meeting;
  if v_meeting.id is null or acting_tenure('meeting.convene', v_meeting.circle_id) is null
     or not exists (select 1 from organisation_tenure t where t.id = p_tenure and t.municipality_id = v_meeting.municipality_id and t.person_id <> current_actor()) then
    perform refuse_access();
  end if;
  perform stay_open(v_meeting, p_tenure);
  update circles_member m set about = v_meeting.key
   where m.act_key = any(p_acts) and m.part = 'guest' and m.tenure_id = p_tenure and m.about = ''
     and m.circle_id in (select i.circle_id from meetings_agendaitem i where i.meeting_key = v_meeting.key and i.removed_at is null);
end $$;

-- Each deputy of a meeting comes along to the closed items on its agenda that the one stood in for may read, until the stay ends.
-- A deputy is of the same agency, so nothing reaches an agency that was not there.
create or replace function let_deputies_in(p_meeting_key text) returns void language sql security definer set search_path = public, pg_temp as $$
  with let_in as (
    insert into circles_member (municipality_id, circle_id, kind, basis, tenure_id, part, starts_at, ends_at, reason, act_key, about)
    select c.municipality_id, c.id, c.kind, c.basis, a.tenure_id, 'guest', samspil_now(), stay.ends_at, '', new_act_key(), m.key
      from meetings_meeting m
      join meetings_attendance a on a.meeting_id = m.id and a.circle_id = m.circle_id and a.in_place_of_id is not null and a.withdrawn_at is null
      join lateral (select max(x.ends_at) as ends_at from circles_member x
                     where x.circle_id = m.circle_id and x.tenure_id = a.tenure_id and x.part = 'guest' and x.about = m.key and x.ends_at > samspil_now()) stay on stay.ends_at is not null
      join circles_circle c on c.named and c.closed_at is null and c.municipality_id = m.municipality_id
       and c.id in (select i.circle_id from meetings_agendaitem i where i.meeting_key = m.key and i.removed_at is null)
     where m.key = p_meeting_key
       and exists (select 1 from access_grant g where g.tenure_id = a.in_place_of_id and g.circle_id = c.id and g.capability = 'item.read')
       and not exists (select 1 from circles_member x where x.circle_id = c.id and x.tenure_id = a.tenure_id and x.part = 'guest' and x.about = m.key and x.ends_at >= stay.ends_at)
    returning circle_id)
  select record_entry('meetings.let_deputy_in', l.circle_id, 'meeting:' || p_meeting_key, false) from let_in l;
$$;

-- A seat's holder who does not come, or the convener, names somebody of the same agency for this one meeting.
drop function if exists name_deputy(bigint, bigint, bigint, timestamptz);
create or replace function name_deputy(p_meeting bigint, p_absent bigint, p_deputy bigint) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_meeting meetings_meeting; v_circle circles_circle; v_id bigint;
begin
  select * into v_meeting from meetings_meeting where id = p_meeting;
  select * into v_circle from circles_circle where id = v_meeting.circle_id;
  if v_meeting.id is null or not may('open.read', v_meeting.circle_id)
     or not (exists (select 1 from organisation_tenure t where t.id = p_absent and t.person_id = current_actor()) or acting_tenure('meeting.convene', v_meeting.circle_id) is not null)
     or not exists (select 1 from meetings_attendance a where a.circle_id = v_meeting.circle_id and a.meeting_id = p_meeting and a.tenure_id = p_absent and a.answer in ('no', 'deputy') and a.in_place_of_id is null and not a.is_guest)
     or exists (select 1 from meetings_attendance a where a.circle_id = v_meeting.circle_id and a.meeting_id = p_meeting and a.in_place_of_id = p_absent and a.withdrawn_at is null)
     or not exists (select 1 from organisation_tenure d join organisation_seat ds on ds.id = d.seat_id, organisation_tenure b join organisation_seat bs on bs.id = b.seat_id
                     where d.id = p_deputy and b.id = p_absent and ds.agency_id = bs.agency_id and d.municipality_id = v_circle.municipality_id
                       and d.person_id <> b.person_id and d.person_id <> current_actor()
                       and not exists (select 1 from meetings_attendance a join organisation_tenure h on h.id = a.tenure_id
                                        where a.circle_id = v_meeting.circle_id and a.meeting_id = p_meeting and a.withdrawn_at is null and h.person_id = d.person_id)) then
    perform refuse_access();
  end if;
  update meetings_attendance set answer = 'deputy' where circle_id = v_meeting.circle_id and meeting_id = p_meeting and tenure_id = p_absent;
  insert into meetings_attendance (circle_id, meeting_id, tenure_id, answer, is_guest, in_place_of_id)
  values (v_meeting.circle_id, p_meeting, p_deputy, '', false, p_absent)
  on conflict (circle_id, meeting_id, tenure_id) do update set in_place_of_id = excluded.in_place_of_id, is_guest = false, answer = '', withdrawn_at = null
  returning id into v_id;
  perform stay_open(v_meeting, p_deputy);
  perform let_deputies_in(v_meeting.key);
  return v_id;
end $$;

-- Until when the guest or deputy of a meeting stays, when the meeting is moved or called off, or, `p_leaves`, the invitation taken back.
-- Only who may let somebody into a closed item prolongs a stay there; a deputy comes along by the one stood in for. Whoever convenes
-- may end every stay of the meeting, and whoever sent a deputy that one's. Stays of another meeting, in the open part
-- or at the same closed item, are that one's; what `admit` gave for no meeting (`about` is empty) is nobody's here.
drop function if exists hold_guest(bigint, bigint, timestamptz);
create or replace function hold_guest(p_meeting bigint, p_tenure bigint, p_leaves boolean) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare v_meeting meetings_meeting; v_until timestamptz := case when p_leaves then samspil_now() else stay_of(p_meeting) end;
begin
  select * into v_meeting from meetings_meeting where id = p_meeting;
  if v_meeting.id is null or not (acting_tenure('meeting.convene', v_meeting.circle_id) is not null or (p_leaves and exists (
       select 1 from meetings_attendance a join organisation_tenure h on h.id = a.in_place_of_id
        where a.circle_id = v_meeting.circle_id and a.meeting_id = p_meeting and a.tenure_id = p_tenure and h.person_id = current_actor())))
     or not exists (select 1 from meetings_attendance a where a.circle_id = v_meeting.circle_id and a.meeting_id = p_meeting and a.tenure_id = p_tenure
                                                          and (a.is_guest or a.in_place_of_id is not null)) then
    perform refuse_access();
  end if;
  update circles_member m set ends_at = greatest(m.starts_at, v_until)
   where m.part = 'guest' and m.tenure_id = p_tenure and m.ends_at > samspil_now() and m.about = v_meeting.key
     and (v_until <= m.ends_at or m.circle_id = v_meeting.circle_id or acting_tenure('circle.admit', m.circle_id) is not null);
  if not p_leaves then perform stay_open(v_meeting, p_tenure); perform let_deputies_in(v_meeting.key); end if;
end $$;

create or replace function take_deputies_along() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform let_deputies_in(new.meeting_key);
  return null;
end $$;
grant execute on function take_deputies_along() to samspil_owner;
