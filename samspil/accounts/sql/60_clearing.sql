-- Tries at logging in, and links that were used or are over, go after the days that municipalities state.
create or replace function clear_attempts() returns bigint language sql security definer set search_path = public, pg_temp as $$
  with gone as (delete from accounts_attempt a where a.at < samspil_now() - kept_days('attempt_days') returning 1) select count(*) from gone;
$$;

create or replace function clear_links() returns bigint language sql security definer set search_path = public, pg_temp as $$
  with gone as (delete from accounts_link k where coalesce(k.used_at, k.ends_at) < samspil_now() - kept_days('link_days') returning 1) select count(*) from gone;
$$;
