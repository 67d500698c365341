-- Once a day a practice room is emptied, and its people sit as the real ones do. For the worker.

-- The practice rooms whose night has not been yet.
create or replace function practice_due() returns setof bigint language sql stable security definer set search_path = public, pg_temp as $$
  select m.id from organisation_municipality m
   where m.practice_of_id is not null and not exists (select 1 from practice_night n where n.municipality_id = m.id and n.day = samspil_today())
   order by m.id;
$$;

-- Answers whether this call was the one that did it: two workers at once empty once. What was destroyed leaves its receipts.
create or replace function renew_practice(p_practice bigint, p_names text[], p_sort_keys text[]) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from organisation_municipality m where m.id = p_practice and m.practice_of_id is not null) then perform refuse_access(); end if;
  insert into practice_night (municipality_id, day, renewed_at) values (p_practice, samspil_today(), samspil_now()) on conflict do nothing;
  if not found then return false; end if;
  perform * from empty_municipality(p_practice, 'Øvelsen tømmes hver nat.');
  perform seat_practice(p_practice, p_names, p_sort_keys);
  return true;
end $$;

-- The invented colleagues, as whom the worker lays the examples.
create or replace function practice_colleagues(p_practice bigint) returns table (person_id bigint) language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from organisation_person p join organisation_municipality m on m.id = p.municipality_id and m.practice_of_id is not null
   where m.id = p_practice and p.practice_of_id is null and exists (select 1 from tenure_today t where t.person_id = p.id) order by p.id;
$$;
