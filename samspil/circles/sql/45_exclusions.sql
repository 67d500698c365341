-- Exclusions follow the matter: whoever is kept out of a circle is kept out of every circle that something from it was
-- delivered to, and of those that were told the same by whoever told it (A7), before or after. They never run against a
-- delivery: what lies upstream came from elsewhere, and the one who raised a concern goes on reading the answer.
create or replace function circles_after(p_circle bigint) returns setof bigint language sql stable security definer set search_path = public, pg_temp as $$
  with recursive after (circle_id) as (
    select p_circle
    union
    select r.circle_id from after a
      join circles_disclosure s on s.circle_id = a.circle_id and s.direction = 'sent'
      join circles_disclosure r on r.act_key = s.act_key and r.direction = 'received')
  select a.circle_id from after a join circles_circle c on c.id = a.circle_id where c.named or c.id = p_circle;
$$;

create or replace function circles_beside(p_circle bigint) returns setof bigint language sql stable security definer set search_path = public, pg_temp as $$
  with recursive before (circle_id) as (
    select p_circle
    union
    select s.circle_id from before b
      join circles_disclosure r on r.circle_id = b.circle_id and r.direction = 'received'
      join circles_disclosure s on s.act_key = r.act_key and s.direction = 'sent'
      join circles_circle c on c.id = s.circle_id and c.named)
  select a.circle_id from before b cross join lateral circles_after(b.circle_id) a (circle_id)
   where a.circle_id = p_circle or a.circle_id not in (select circle_id from before);
$$;

-- Keeps a person out of a circle and of those after it, where nothing keeps the person out as long already.
create or replace function keep_out(p_circle bigint, p_person bigint, p_reason text, p_ends_at timestamptz) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into circles_exclusion (municipality_id, circle_id, person_id, reason, starts_at, ends_at)
  select c.municipality_id, c.id, p_person, p_reason, samspil_now(), p_ends_at from circles_circle c
   where c.id in (select circles_after(p_circle))
     and not exists (select 1 from circles_exclusion e where e.circle_id = c.id and e.person_id = p_person and e.starts_at <= samspil_now()
                        and coalesce(e.ends_at, 'infinity') > samspil_now() and coalesce(e.ends_at, 'infinity') >= coalesce(p_ends_at, 'infinity'));
$$;

-- A conflict of interest or a narrowed item; anybody may step out of a circle by declaring an own conflict.
create or replace function exclude(p_circle bigint, p_person bigint, p_reason text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if acting_tenure('circle.exclude', p_circle) is null and not (p_person = current_actor() and may('circle.read', p_circle)) then perform refuse_access(); end if;
  perform keep_out(beside, p_person, p_reason, null) from circles_beside(p_circle) beside;
end $$;
