-- Whether the actor hears of a meeting at all: a seat in the body, or an invitation to this one.
create or replace function hears_of(p_circle bigint, p_key text) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin return may('open.read', p_circle) or p_key = any(asked_about()); end $$;

-- Whoever is called answers, also one who only reads in the open circle (an outsider, a guest): own seat, own answer. A guest or a deputy sends nobody.
-- Whoever answers anything but a deputy sends none: the one who was named is taken off, and every stay of this meeting ends.
create or replace function answer_meeting(p_meeting bigint, p_tenure bigint, p_answer text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare v_meeting meetings_meeting; v_deputy bigint;
begin
  select * into v_meeting from meetings_meeting where id = p_meeting;
  if v_meeting.id is null or p_answer not in ('yes', 'no', 'deputy') or not hears_of(v_meeting.circle_id, v_meeting.key)
     or not exists (select 1 from organisation_tenure t where t.id = p_tenure and t.person_id = current_actor()) then
    perform refuse_access();
  end if;
  update meetings_attendance set answer = p_answer, answered_at = samspil_now()
   where circle_id = v_meeting.circle_id and meeting_id = p_meeting and tenure_id = p_tenure and withdrawn_at is null
     and (p_answer <> 'deputy' or not is_guest and in_place_of_id is null);
  if not found then perform refuse_access(); end if;
  if p_answer <> 'deputy' then
    for v_deputy in select a.tenure_id from meetings_attendance a where a.circle_id = v_meeting.circle_id and a.meeting_id = p_meeting
                                                                    and a.in_place_of_id = p_tenure and a.withdrawn_at is null loop
      perform hold_guest(p_meeting, v_deputy, true);
    end loop;
    update meetings_attendance set withdrawn_at = samspil_now()
     where circle_id = v_meeting.circle_id and meeting_id = p_meeting and in_place_of_id = p_tenure and withdrawn_at is null;
  end if;
end $$;

-- Whoever was called has opened the minutes: they are no news any more. By one's own rows, and nothing else.
create or replace function open_minutes(p_meeting bigint) returns void language sql security definer set search_path = public, pg_temp as $$
  update meetings_attendance a set minutes_opened_at = samspil_now()
    from organisation_tenure t
   where t.id = a.tenure_id and t.person_id = current_actor() and a.meeting_id = p_meeting
     and exists (select 1 from meetings_meeting m where m.id = p_meeting and m.circle_id = a.circle_id and hears_of(m.circle_id, m.key))
     and exists (select 1 from meetings_minutessending s where s.meeting_id = a.meeting_id and s.circle_id = a.circle_id
                    and s.written_at > coalesce(a.minutes_opened_at, '-infinity'));
$$;
