-- The workplaces that the organisation file marks public, with how to reach them.
create or replace function public_units(p_slug text)
returns table (unit_slug text, name text, phone text, email text, hours text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select u.slug, u.name, u.phone, u.email::text, u.hours
    from organisation_unit u
    join organisation_municipality m on m.id = u.municipality_id
   where m.slug = p_slug and u.public
   order by u.sort_key, u.id;
end $$;
