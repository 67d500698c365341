-- Odd patterns as plain counts, by name and never by number: the officer judges. Limits are the municipality's (`log_watch`).
-- Showings of a month in rooms of the officer's controller, one row a showing and room.
create or replace function watched_readings(p_month date) returns table (id bigint, person_id bigint, at timestamptz, local_at timestamp, room bigint, body_id bigint, subjects bigint[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_office circles_circle := held_log_office();
begin
  return query select r.id, r.person_id, r.at, r.at at time zone 'Europe/Copenhagen', c.id, c.body_id, r.subjects
    from audit_reading r join circles_circle c on c.id = any(r.circles) and c.named and c.controller_id = v_office.controller_id
   where r.at >= p_month::timestamp at time zone 'Europe/Copenhagen' and r.at < (p_month + interval '1 month')::timestamp at time zone 'Europe/Copenhagen';
end $$;

-- Something of one's own in the room, or a meeting of its body, within so many days.
create or replace function had_business(p_person bigint, p_room bigint, p_body bigint, p_at timestamptz, p_days integer) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from audit_entry e where e.circle_id = p_room and e.person_id = p_person and not e.refused
                    and e.at between p_at - make_interval(days => p_days) and p_at + make_interval(days => p_days))
      or exists (select 1 from meetings_meeting m where m.body_id = p_body and m.starts_at between p_at - make_interval(days => p_days) and p_at + make_interval(days => p_days))
      or exists (select 1 from decisions_commitment d join organisation_tenure t on t.id = d.tenure_id where d.circle_id = p_room and t.person_id = p_person
                    and d.due between (p_at - make_interval(days => p_days))::date and (p_at + make_interval(days => p_days))::date);
$$;

create or replace function odd_counts(p_month date) returns table (pattern text, key text, name text, seat text, times integer, verdict text, text text, judged_by text, judged_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_office circles_circle := held_log_office(); v_watch jsonb;
begin
  select m.settings -> 'log_watch' into v_watch from organisation_municipality m where m.id = v_office.municipality_id;
  return query
  with shown as materialized (select * from watched_readings(p_month)),
  counted as (
    select 'many'::text as pattern, x.person_id, count(*)::integer as times from (
      select s.person_id from shown s join circles_youngperson y on y.id = any(s.subjects) and y.circle_id = s.room
       group by s.person_id, date_trunc('hour', s.local_at) having count(distinct y.id) > (v_watch ->> 'people_in_hour')::integer) x group by x.person_id
    union all
    select 'night', s.person_id, count(distinct s.id)::integer from shown s
     where extract(hour from s.local_at) >= (v_watch ->> 'night_from')::integer or extract(hour from s.local_at) < (v_watch ->> 'night_until')::integer group by s.person_id
    union all
    select 'surname', s.person_id, count(distinct y.id)::integer from shown s join circles_youngperson y on y.id = any(s.subjects) and y.circle_id = s.room
      join organisation_person p on p.id = s.person_id and lower(substring(p.name from '\S+$')) = lower(substring(y.name from '\S+$')) group by s.person_id
    union all
    select 'nothing_near', x.person_id, count(*)::integer from (
      select s.person_id, s.room, min(s.body_id) as body_id, min(s.at) as at from shown s group by s.person_id, s.room, s.local_at::date) x
     where not had_business(x.person_id, x.room, x.body_id, x.at, (v_watch ->> 'near_days')::integer) group by x.person_id)
  select c.pattern, p.key::text, p.name, coalesce(seat_words(p.id, samspil_today()), ''), c.times, j.verdict, j.text, o.name, j.judged_at
    from counted c join organisation_person p on p.id = c.person_id
    left join lateral (select * from desk_judgement d where d.municipality_id = v_office.municipality_id and d.pattern = c.pattern and d.month = p_month and d.person_id = p.id
                        order by d.id desc limit 1) j on true
    left join organisation_person o on o.id = j.judged_by_id
   order by c.pattern, p.sort_key, p.id;
end $$;

create or replace function judge_pattern(p_pattern text, p_month date, p_person_key text, p_verdict text, p_text text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare v_office circles_circle := held_log_office(); v_person bigint;
begin
  select p.id into v_person from odd_counts(p_month) x join organisation_person p on p.key = x.key where x.pattern = p_pattern and x.key = p_person_key;
  if v_person is null or coalesce(btrim(p_text), '') = '' then perform refuse_access(); end if;
  insert into desk_judgement (municipality_id, pattern, month, person_id, verdict, text, judged_by_id, judged_at)
  values (v_office.municipality_id, p_pattern, p_month, v_person, p_verdict, btrim(p_text), current_actor(), samspil_now());
end $$;
