-- Whether the actor may search matters in the municipality in hand: a mandate says so, and the lawful table must have `search` for the kind of agency, which it never
-- has for the police (law L3).
create or replace function may_search() returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select 1 from access_grant g join circles_circle c on c.id = g.circle_id join visit_in_hand() v on v.municipality_id = c.municipality_id
                  where g.person_id = current_actor() and g.capability = 'subject.search');
end $$;

-- Find: everybody who is logged in finds the bodies, units and staff of the municipality in hand. It is the first that a search asks, so it holds the pause too.
create or replace function find_colleagues(p_words text[], p_limit integer) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare v_municipality bigint := (select v.municipality_id from visit_in_hand() v);
begin
  if search_pause() then return jsonb_build_object('pause', true); end if;
  return jsonb_build_object('pause', false, 'matters', may_search(), 'found', coalesce((
    with asked as materialized (select trim(folded_words(w)) as word, word_slips(w) as slips from unnest(p_words) w),
    seats as (
      select p.id, p.name, p.sort_key, p.work_phone, f.name as function_name, coalesce(u.name, b.name) as place, coalesce(u.phone, '') as unit_phone,
             row_number() over (partition by p.id order by s.body_id is not null, t.id) as turn, string_agg(f.name || ' ' || coalesce(u.name, b.name), ' ') over (partition by p.id) as all_seats
        from tenure_today t join organisation_person p on p.id = t.person_id join organisation_seat s on s.id = t.seat_id join organisation_function f on f.id = s.function_id
        left join organisation_unit u on u.id = s.unit_id left join organisation_body b on b.id = s.body_id
       where t.municipality_id = v_municipality),
    things as (
      select 'person' as kind, name, function_name || ' i ' || place as meta, coalesce(nullif(work_phone, ''), unit_phone) as phone, sort_key,
             folded_words(name || ' ' || all_seats) as words, word_slips(name) as slips from seats where turn = 1
      union all
      select 'body', b.name, b.task, '', b.sort_key, folded_words(b.name), word_slips(b.name) from organisation_body b
       where b.municipality_id = v_municipality and b.registered_until is null and b.valid_from <= samspil_today() and (b.valid_until is null or b.valid_until > samspil_today())
      union all
      select 'unit', u.name, a.name, u.phone, u.sort_key, folded_words(u.name), word_slips(u.name) from organisation_unit u join organisation_agency a on a.id = u.agency_id
       where u.municipality_id = v_municipality),
    fits as (
      select t.*, (select case when min(word_fit(t.words, t.slips, a.word, a.slips)) > 0 then sum(word_fit(t.words, t.slips, a.word, a.slips)) else 0 end from asked a) as fit from things t),
    best as (
      select f.*, count(*) over () as total from fits f where f.fit > 0 order by f.fit desc, f.kind, f.sort_key, f.name limit p_limit)
    select jsonb_agg(jsonb_build_object('kind', kind, 'name', name, 'meta', meta, 'phone', phone, 'total', total)) from best), '[]'));
end $$;

-- Writes the search down, the words as a keyed digest and the hits as counts, and answers with why each room of a hit is visible to the actor: by which seat, and
-- what it may there; `matter` is one number for those of the rooms that deliveries tie together.
-- It refuses whoever searched matters, or asks for the room of one, and may not: nothing of such a search is answered.
drop function if exists tell_search(text, text, boolean, bigint[]);
create or replace function tell_search(p_words text, p_counts text, p_matters boolean, p_circles bigint[]) returns table (circle_id bigint, key text, kind text, title text, seat text, capabilities text[], matter bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (p_matters or cardinality(p_circles) > 0) and not may_search() then perform refuse_access(); end if;
  perform record_entry('desk.find', null, 'search:' || p_words || ' ' || p_counts, false);
  return query
  select c.id, c.key::text, c.kind, c.title,
         (array_agg(case t.kind when 'deputy' then 'stedfortræder for ' else '' end || f.name || ' i ' || coalesce(b.name, u.name) order by g.tenure_id))[1],
         array_agg(distinct g.capability), (select min(m.id) from circles_of_matter(c.id) m(id) where m.id = any(p_circles))
    from access_grant g join circles_circle c on c.id = g.circle_id join organisation_tenure t on t.id = g.tenure_id
    join organisation_seat s on s.id = t.seat_id join organisation_function f on f.id = s.function_id
    left join organisation_body b on b.id = s.body_id left join organisation_unit u on u.id = s.unit_id
   where g.person_id = current_actor() and g.circle_id = any(p_circles)
   group by c.id, c.key, c.kind, c.title;
end $$;
