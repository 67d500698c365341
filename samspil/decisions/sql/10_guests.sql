-- The decisions of the meetings that a guest is asked to, about what the guest is asked to there (`guest_submissions`, which the
-- room of meetings defines); what was promised with them is read with them.
create or replace function guest_decisions() returns bigint[] language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return array(select d.id from decisions_decision d where d.circle_id = any(guest_circles()) and d.meeting_key = any(asked_about())
                  and d.submission_id = any(guest_submissions()));
end $$;
