-- The decisions of the meetings that a guest is asked to; what was promised with them is read with them.
create or replace function guest_decisions() returns bigint[] language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return array(select d.id from decisions_decision d where d.circle_id = any(guest_circles()) and d.meeting_key = any(asked_about()));
end $$;
