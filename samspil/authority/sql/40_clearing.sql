-- The worker clears what a login leaves behind, after days that municipalities state; where they differ the longest holds.
create or replace function kept_days(p_name text) returns interval language sql stable security definer set search_path = public, pg_temp as $$
  select make_interval(days => (select max((m.settings -> 'housekeeping' ->> p_name)::integer) from organisation_municipality m));
$$;

create or replace function clear_visits() returns bigint language sql security definer set search_path = public, pg_temp as $$
  with gone as (delete from authority_visit v where v.ends_at < samspil_now() - kept_days('visit_days') returning 1) select count(*) from gone;
$$;

create or replace function clear_form_keys() returns bigint language sql security definer set search_path = public, pg_temp as $$
  with gone as (delete from authority_formkey f where f.at < samspil_now() - kept_days('form_days') returning 1) select count(*) from gone;
$$;
