-- Asking whether people are known here, one by one in Find or many at once with a table. Each is an entry of the ledger, its subject
-- `search:<keyed digest of what was asked> <counts>`; what is said here holds for whatever page asked.

-- Thirty people a minute by one person: a search counts as one, a table as so many as it tells of (`people=20`). One search of a person
-- at a time, until its transaction ends, so that none goes uncounted.
create or replace function search_pause() returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare v_actor bigint := current_actor();
begin
  if v_actor is null then perform refuse_access(); end if;
  perform pg_advisory_xact_lock(hashtextextended('find|' || v_actor, 0));
  return (select coalesce(sum(coalesce(substring(e.subject from '[ ,]people=([0-9]+)')::integer, 1)), 0) from audit_entry e
           where e.person_id = v_actor and e.at > samspil_now() - interval '1 minute' and e.subject like 'search:%' and not e.refused) >= 30;
end $$;

-- Whether the actor has asked exactly this within the hour: what was answered then is no news.
create or replace function searched_lately(p_words text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from audit_entry e where e.person_id = current_actor() and e.at > samspil_now() - interval '1 hour'
                    and split_part(e.subject, ' ', 1) = 'search:' || p_words and not e.refused);
$$;
