-- A citizen's wish to know what is kept: begun by the data protection officer with a journal number, a place and a day, and answered by whoever keeps rooms there.
-- No answer holds a word of a room: `listed` or `nothing`, by whom and when. Only rooms of the officer's own controller.
create or replace function keepers_at(p_controller bigint, p_body bigint, p_unit bigint) returns table (person_id bigint) language sql stable security definer set search_path = public, pg_temp as $$
  select distinct g.person_id from access_grant g
   where g.capability = 'circle.keep' and g.circle_id = any(array(
     select c.id from circles_circle c where c.named and c.controller_id = p_controller and (c.body_id = p_body or c.unit_id = p_unit)));
$$;

-- The bodies and workplaces that have rooms, so that there is somebody to ask.
create or replace function access_places() returns table (kind text, key text, name text) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_office circles_circle := held_log_office();
begin
  return query
  select o.kind, o.key, o.name from (
    select 'body'::text as kind, b.key::text as key, b.name, b.sort_key from organisation_body b
     where b.municipality_id = v_office.municipality_id and b.registered_until is null
       and exists (select 1 from circles_circle c where c.body_id = b.id and c.named and c.controller_id = v_office.controller_id)
    union all
    select 'unit', u.key::text, u.name, u.sort_key from organisation_unit u
     where u.municipality_id = v_office.municipality_id
       and exists (select 1 from circles_circle c where c.unit_id = u.id and c.named and c.controller_id = v_office.controller_id)) o
   order by o.kind, o.sort_key, o.key;
end $$;

create or replace function begin_access_request(p_journal text, p_kind text, p_place text, p_due date) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare v_office circles_circle := held_log_office(); v_key text := new_act_key();
begin
  if p_due < samspil_today() or p_journal !~ '^[0-9A-Za-z./-]{3,30}$' or not exists (select 1 from access_places() o where o.kind = p_kind and o.key = p_place) then perform refuse_access(); end if;
  insert into desk_accessrequest (key, municipality_id, controller_id, journal_number, body_id, unit_id, due, asked_by_id, asked_at)
  values (v_key, v_office.municipality_id, v_office.controller_id, p_journal,
          case p_kind when 'body' then (select b.id from organisation_body b where b.key = p_place) end,
          case p_kind when 'unit' then (select u.id from organisation_unit u where u.key = p_place) end,
          p_due, current_actor(), samspil_now());
  return v_key;
end $$;

create or replace function access_requests(p_key text, p_limit integer) returns table (key text, journal text, place text, due date, asked_by text, asked_at timestamptz, ended_at timestamptz, keepers integer, answered integer)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_office circles_circle := held_log_office();
begin
  return query
  select r.key::text, r.journal_number, coalesce(b.name, u.name), r.due, p.name, r.asked_at, r.ended_at,
         case when r.ended_at is null then (select count(*) from keepers_at(r.controller_id, r.body_id, r.unit_id))::integer else 0 end,
         (select count(*) from desk_accessanswer a where a.request_id = r.id
             and (r.ended_at is not null or a.person_id in (select k.person_id from keepers_at(r.controller_id, r.body_id, r.unit_id) k)))::integer
    from desk_accessrequest r join organisation_person p on p.id = r.asked_by_id
    left join organisation_body b on b.id = r.body_id left join organisation_unit u on u.id = r.unit_id
   where r.municipality_id = v_office.municipality_id and r.controller_id = v_office.controller_id and (p_key = '' or r.key = p_key)
   order by r.ended_at is not null, case when r.ended_at is null then r.due end, r.asked_at desc, r.id limit p_limit;
end $$;

-- Those who are to answer, and those who have, also when they keep nothing there any more.
create or replace function access_answers(p_key text) returns table (name text, seat text, outcome text, answered_at timestamptz) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_office circles_circle := held_log_office();
begin
  return query
  with asked as (select r.* from desk_accessrequest r where r.key = p_key and r.municipality_id = v_office.municipality_id and r.controller_id = v_office.controller_id),
  people as (
    select k.person_id from asked r cross join lateral keepers_at(r.controller_id, r.body_id, r.unit_id) k where r.ended_at is null
    union select a.person_id from asked r join desk_accessanswer a on a.request_id = r.id)
  select p.name, coalesce(seat_words(p.id, samspil_today()), ''), coalesce(a.outcome, ''), a.answered_at
    from people x join organisation_person p on p.id = x.person_id
    left join desk_accessanswer a on a.person_id = p.id and a.request_id = (select r.id from asked r)
   order by p.sort_key, p.id;
end $$;

create or replace function end_access_request(p_key text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if p_key = '' or not exists (select 1 from access_requests(p_key, 1) r where r.ended_at is null) then perform refuse_access(); end if;
  update desk_accessrequest set ended_at = samspil_now() where key = p_key;
end $$;

-- For a keeper of rooms there: without a key what waits for an answer, with one that request, answered or not. Nothing is asked of the rooms where nothing waits.
create or replace function my_access_requests(p_key text) returns table (key text, journal text, place text, due date, asked_by text, outcome text, answered_at timestamptz, ended boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_municipality bigint := (select v.municipality_id from visit_in_hand() v); v_kept bigint[];
begin
  if not exists (select 1 from desk_accessrequest r where r.municipality_id = v_municipality and (r.key = p_key or p_key = '' and r.ended_at is null)) then return; end if;
  v_kept := array(select distinct g.circle_id from access_grant g where g.person_id = current_actor() and g.capability = 'circle.keep');
  return query
  select r.key::text, r.journal_number, coalesce(b.name, u.name), r.due, p.name, coalesce(a.outcome, ''), a.answered_at, r.ended_at is not null
    from desk_accessrequest r join organisation_person p on p.id = r.asked_by_id
    left join organisation_body b on b.id = r.body_id left join organisation_unit u on u.id = r.unit_id
    left join desk_accessanswer a on a.request_id = r.id and a.person_id = current_actor()
   where r.municipality_id = v_municipality and (r.key = p_key or p_key = '' and r.ended_at is null and a.id is null)
     and exists (select 1 from circles_circle c where c.id = any(v_kept) and c.named and c.controller_id = r.controller_id and (c.body_id = r.body_id or c.unit_id = r.unit_id))
   order by r.due, r.id;
end $$;

create or replace function answer_access_request(p_key text, p_outcome text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if p_key = '' or p_outcome not in ('listed', 'nothing') or not exists (select 1 from my_access_requests(p_key) x where x.outcome = '' and not x.ended) then perform refuse_access(); end if;
  insert into desk_accessanswer (municipality_id, request_id, person_id, outcome, answered_at)
  select r.municipality_id, r.id, current_actor(), p_outcome, samspil_now() from desk_accessrequest r where r.key = p_key;
end $$;
