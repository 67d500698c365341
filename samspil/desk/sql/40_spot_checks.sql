-- Look-ups of the month before, drawn by lot once in each municipality; how many is its own (`log_watch`). For the worker.
create or replace function draw_spot_checks() returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare v_month date := (date_trunc('month', samspil_today()) - interval '1 month')::date; v_made integer;
begin
  insert into desk_spotcheck (key, municipality_id, month, number, person_id, room, door, at)
  select new_act_key(), m.id, v_month, row_number() over (partition by m.id), d.person_id, d.room, d.door, d.at
    from organisation_municipality m
    cross join lateral (
      select r.person_id, r.door, r.at, (select c.id from circles_circle c where c.id = any(r.circles) and c.named and c.municipality_id = m.id order by random() limit 1) as room
        from audit_reading r
       where r.municipality_id = m.id and r.at >= v_month::timestamp at time zone 'Europe/Copenhagen' and r.at < (v_month + interval '1 month')::timestamp at time zone 'Europe/Copenhagen'
         and exists (select 1 from circles_circle c where c.id = any(r.circles) and c.named and c.municipality_id = m.id)
       order by random() limit (m.settings -> 'log_watch' ->> 'checks_a_month')::integer) d
   where m.practice_of_id is null and not exists (select 1 from desk_spotcheck k where k.municipality_id = m.id and k.month = v_month);
  get diagnostics v_made = row_count;
  return v_made;
end $$;

-- Whoever keeps the drafts of a workplace without reading them is its leader; nobody answers for an own look-up.
create or replace function leads(p_person bigint) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select p_person <> current_actor() and exists (
    select 1 from tenure_today mine join organisation_seat ms on ms.id = mine.seat_id
      join organisation_seat os on os.unit_id = ms.unit_id join organisation_tenure theirs on theirs.seat_id = os.id and theirs.registered_until is null
     where mine.person_id = current_actor() and theirs.person_id = p_person
       and exists (select 1 from organisation_mandate d where d.function_id = ms.function_id and d.registered_until is null and d.circle_kind = 'concern' and d.part = 'keeper' and d.capability = 'circle.keep')
       and not exists (select 1 from organisation_mandate d where d.function_id = ms.function_id and d.registered_until is null and d.circle_kind = 'concern' and d.part = 'keeper' and d.capability = 'concern.read'));
$$;

-- The leader is told kind, door and time; the title of the room only the officer, and only of rooms of the own controller.
create or replace function spot_checks(p_key text, p_limit integer) returns table (key text, name text, seat text, at timestamptz, door text, kind text, title text, as_officer boolean,
  was_work boolean, text text, answered_by text, answered_at timestamptz) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_office circles_circle;
begin
  select c.* into v_office from log_office() o join circles_circle c on c.id = o.circle_id;
  return query
  select k.key::text, p.name, coalesce(seat_words(p.id, (k.at at time zone 'Europe/Copenhagen')::date), ''), k.at, k.door, c.kind,
         case when c.controller_id = v_office.controller_id then c.title else '' end, coalesce(k.municipality_id = v_office.municipality_id, false),
         a.was_work, a.text, o.name, a.answered_at
    from desk_spotcheck k join organisation_person p on p.id = k.person_id left join circles_circle c on c.id = k.room
    left join desk_spotanswer a on a.spot_check_id = k.id left join organisation_person o on o.id = a.answered_by_id
   where (p_key = '' or k.key = p_key) and k.municipality_id = (select v.municipality_id from visit_in_hand() v)
     and ((k.municipality_id = v_office.municipality_id and c.controller_id = v_office.controller_id and k.person_id <> current_actor()) or leads(k.person_id))
   order by a.id is not null, k.month desc, k.number limit p_limit;
end $$;

create or replace function answer_spot_check(p_key text, p_was_work boolean, p_text text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if coalesce(btrim(p_text), '') = '' or p_key = '' or not exists (select 1 from spot_checks(p_key, 1) x where x.was_work is null) then perform refuse_access(); end if;
  insert into desk_spotanswer (municipality_id, spot_check_id, was_work, text, answered_by_id, answered_at)
  select k.municipality_id, k.id, p_was_work, btrim(p_text), current_actor(), samspil_now() from desk_spotcheck k where k.key = p_key;
end $$;
