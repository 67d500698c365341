-- A member answers the call, also one who only reads in the open circle (an outsider): own seat, own answer.
-- Whoever answers anything but a deputy sends none: the one who was named is taken off, and every stay of this meeting ends.
create or replace function answer_meeting(p_meeting bigint, p_tenure bigint, p_answer text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare v_meeting meetings_meeting; v_deputy bigint;
begin
  select * into v_meeting from meetings_meeting where id = p_meeting;
  if v_meeting.id is null or p_answer not in ('yes', 'no', 'deputy') or not may('open.read', v_meeting.circle_id)
     or not exists (select 1 from organisation_tenure t where t.id = p_tenure and t.person_id = current_actor()) then
    perform refuse_access();
  end if;
  update meetings_attendance set answer = p_answer, answered_at = samspil_now()
   where circle_id = v_meeting.circle_id and meeting_id = p_meeting and tenure_id = p_tenure;
  if not found then perform refuse_access(); end if;
  if p_answer <> 'deputy' then
    for v_deputy in select a.tenure_id from meetings_attendance a where a.circle_id = v_meeting.circle_id and a.meeting_id = p_meeting
                                                                    and a.in_place_of_id = p_tenure and a.withdrawn_at is null loop
      perform hold_guest(p_meeting, v_deputy, samspil_now());
    end loop;
    update meetings_attendance set withdrawn_at = samspil_now()
     where circle_id = v_meeting.circle_id and meeting_id = p_meeting and in_place_of_id = p_tenure and withdrawn_at is null;
  end if;
end $$;

-- Whoever was called has opened the minutes: they are no news any more. By one's own rows, and nothing else.
create or replace function open_minutes(p_meeting bigint) returns void language sql security definer set search_path = public, pg_temp as $$
  update meetings_attendance a set minutes_opened_at = samspil_now()
    from organisation_tenure t
   where t.id = a.tenure_id and t.person_id = current_actor() and a.meeting_id = p_meeting and may('open.read', a.circle_id)
     and exists (select 1 from meetings_minutessending s where s.meeting_id = a.meeting_id and s.circle_id = a.circle_id
                    and s.written_at > coalesce(a.minutes_opened_at, '-infinity'));
$$;
