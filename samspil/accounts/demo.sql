-- Only in the demo: whom one can be, told to anybody: never a locked account. Installed by samspil/accounts/demo.py and dropped everywhere else.
create or replace function demo_people() returns table (person_id bigint, key text, name text, title text, place text, municipality_id bigint, municipality text, capabilities text[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select distinct on (m.name, m.id, p.sort_key, p.id) p.id, p.key::text, p.name, f.name, coalesce(b.name, u.name), m.id, m.name,
         array(select distinct d.capability from tenure_today o join organisation_seat z on z.id = o.seat_id
                 join organisation_mandate d on d.function_id = z.function_id and d.registered_until is null
                where o.person_id = p.id and o.municipality_id = m.id order by 1)
    from organisation_person p
    join tenure_today t on t.person_id = p.id
    join organisation_municipality m on m.id = t.municipality_id and m.practice_of_id is null
    join organisation_seat s on s.id = t.seat_id join organisation_function f on f.id = s.function_id
    left join organisation_body b on b.id = s.body_id left join organisation_unit u on u.id = s.unit_id
   where not exists (select 1 from accounts_account a where a.id = p.account_id and not a.is_active)
   order by m.name, m.id, p.sort_key, p.id, s.body_id is not null, t.id;
end $$;
