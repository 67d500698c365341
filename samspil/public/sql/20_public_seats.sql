-- The key persons: who holds a seat that the organisation file marks public, where, and the workplace's own number.
-- A vacant seat is a row without a name. Nothing of a person but the name; never mail or a private number.
create or replace function public_seats(p_slug text)
returns table (place text, function_name text, person_name text, phone text, hours text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select coalesce(b.name, u.name), f.name, coalesce(p.name, ''), coalesce(w.phone, ''), coalesce(w.hours, '')
    from organisation_seat s
    join organisation_municipality m on m.id = s.municipality_id
    join organisation_function f on f.id = s.function_id
    left join organisation_body b on b.id = s.body_id
    left join organisation_unit u on u.id = s.unit_id
    left join organisation_unit w on w.id = coalesce(s.from_unit_id, s.unit_id)
    left join tenure_today t on t.seat_id = s.id and t.kind = 'ordinary'
    left join organisation_person p on p.id = t.person_id
   where m.slug = p_slug and s.public and s.closed_on is null and (b.id is null or b.registered_until is null)
   order by coalesce(b.level, 0), coalesce(b.sort_key, u.sort_key), f.name, s.id, t.id;
end $$;
