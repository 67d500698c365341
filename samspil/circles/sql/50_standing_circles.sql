-- The circles that stand as long as their body, unit or municipality does. Part of applying an organisation file;
-- `p_uses` is {kind: {basis, category, purpose, name}} from the file. Only the owner may call it.
create or replace function stand_circle(p_municipality bigint, p_kind text, p_title text, p_controller bigint, p_body bigint, p_unit bigint, p_parts text[], p_uses jsonb)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare v_id bigint; v_use jsonb := p_uses -> p_kind; v_basis text := coalesce(v_use ->> 'basis', 'open');
begin
  select id into v_id from circles_circle c where c.municipality_id = p_municipality and c.kind = p_kind
     and c.body_id is not distinct from p_body and (p_kind = 'office' or c.unit_id is not distinct from p_unit);
  if v_id is not null then
    update circles_circle set title = p_title where id = v_id and title <> p_title;
    return;
  end if;
  insert into circles_circle (key, municipality_id, kind, controller_id, basis, named, purpose, title, category_id, body_id, unit_id, opened_at)
  values (new_act_key(), p_municipality, p_kind, p_controller, v_basis, v_basis <> 'open', coalesce(v_use ->> 'purpose', ''), p_title,
          (select r.id from organisation_retentioncategory r where r.municipality_id = p_municipality and r.slug = v_use ->> 'category'), p_body, p_unit, samspil_now())
  returning id into v_id;
  insert into circles_member (municipality_id, circle_id, kind, basis, body_id, unit_id, part, starts_at, reason, act_key)
  select p_municipality, v_id, p_kind, v_basis, p_body, case when p_body is null then p_unit end, x.part, samspil_now(), '', '' from unnest(p_parts) as x(part);
end $$;

create or replace function stand_circles(p_municipality bigint, p_office_unit bigint, p_uses jsonb) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform stand_circle(p_municipality, 'office', m.name, a.controller_id, null, u.id, array['keeper', 'party'], p_uses)
     from organisation_unit u join organisation_agency a on a.id = u.agency_id join organisation_municipality m on m.id = u.municipality_id where u.id = p_office_unit;
  -- Whoever holds an office function from a post elsewhere under the same controller takes part too; what it gives, mandates say.
  insert into circles_member (municipality_id, circle_id, kind, basis, unit_id, part, starts_at, reason, act_key)
  select distinct o.municipality_id, o.id, o.kind, o.basis, u.id, 'party', samspil_now(), '', ''
    from circles_circle o
    join organisation_mandate d on d.municipality_id = o.municipality_id and d.circle_kind = o.kind and d.part = 'party' and d.registered_until is null
    join organisation_seat s on s.function_id = d.function_id and s.municipality_id = o.municipality_id and s.closed_on is null
    join organisation_unit u on u.id = s.unit_id
    join organisation_agency a on a.id = u.agency_id and a.controller_id = o.controller_id
   where o.municipality_id = p_municipality and o.kind = 'office'
     and not exists (select 1 from circles_member m where m.circle_id = o.id and m.unit_id = u.id and m.ends_at is null);
  perform stand_circle(p_municipality, 'unit', u.name, a.controller_id, null, u.id, array['keeper', 'party'], p_uses)
     from organisation_unit u join organisation_agency a on a.id = u.agency_id where u.municipality_id = p_municipality;
  perform stand_circle(p_municipality, 'body_open', b.name, a.controller_id, b.id, b.unit_id, array['keeper'], p_uses)
     from organisation_body b join organisation_agency a on a.id = b.agency_id where b.municipality_id = p_municipality;
  perform stand_circle(p_municipality, 'body_closed', coalesce(b.words ->> 'closed_name', b.name), a.controller_id, b.id, b.unit_id, array['keeper'], p_uses)
     from organisation_body b join organisation_agency a on a.id = b.agency_id where b.municipality_id = p_municipality and b.closed_matters;
end $$;
