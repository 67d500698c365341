-- What anybody may know of a municipality's bodies: those the organisation file marks public, as they stand today.
create or replace function public_bodies(p_slug text)
returns table (body_slug text, name text, task text, level smallint, level_name text, rhythm text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select b.slug, b.name, b.task, b.level::smallint, b.level_name,
         coalesce((select string_agg(r.words, '; ' order by r.id) from organisation_rhythm r where r.body_id = b.id and r.words <> ''), '')
    from organisation_body b
    join organisation_municipality m on m.id = b.municipality_id
   where m.slug = p_slug and b.public and b.registered_until is null
     and b.valid_from <= samspil_today() and (b.valid_until is null or b.valid_until > samspil_today())
   order by b.level, b.sort_key, b.id;
end $$;
