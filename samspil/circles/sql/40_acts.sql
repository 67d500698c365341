-- The only ways to write access (A5). Each checks the actor's capability, a routing row and legality, and records the act.
create or replace function acting_tenure(p_capability text, p_circle bigint) returns bigint language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select tenure_id from access_grant where person_id = current_actor() and circle_id = p_circle and capability = p_capability order by tenure_id limit 1);
end $$;

create or replace function refuse_access() returns void language plpgsql as $$
begin raise exception 'not allowed' using errcode = '42501'; end $$;

-- One shares on a basis that is valid today, and that one may choose or that is one of these circles' own.
create or replace function hold_to_basis(p_basis text, p_circles bigint[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if coalesce(p_basis, '') = '' then raise exception 'sharing says its basis' using errcode = '23502'; end if;
  if not exists (
    select 1 from organisation_legalbasis b join circles_circle c on c.municipality_id = b.municipality_id
     where c.id = any(p_circles) and b.slug = p_basis and (b.choosable or c.basis = b.slug)
       and b.valid_from <= samspil_today() and (b.valid_until is null or b.valid_until > samspil_today())) then
    raise exception 'this basis does not hold here today' using errcode = '23514', constraint = 'basis_holds';
  end if;
end $$;

create or replace function write_disclosure(p_act text, p_circle bigint, p_direction text, p_basis text, p_necessity text, p_tenure bigint, p_receivers bigint[])
returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare v_agency organisation_agency; v_id bigint;
begin
  select a.* into v_agency from organisation_tenure t join organisation_seat s on s.id = t.seat_id join organisation_agency a on a.id = s.agency_id where t.id = p_tenure;
  insert into circles_disclosure (act_key, municipality_id, circle_id, direction, nature, basis, necessity, sender_id, sender_tenure_id, receivers, at)
  select p_act, c.municipality_id, p_circle, p_direction,
         case when exists (select 1 from organisation_agency a where a.id = any(p_receivers) and a.controller_id <> v_agency.controller_id) then 'disclosure' else 'internal' end,
         p_basis, btrim(p_necessity), v_agency.id, p_tenure,
         coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.id) from organisation_agency a where a.id = any(p_receivers) and a.id <> v_agency.id), '[]'),
         samspil_now()
    from circles_circle c where c.id = p_circle
  returning id into v_id;
  return v_id;
end $$;

create or replace function new_act_key() returns text language sql volatile set search_path = public, pg_temp as $$
  select string_agg(substr('bcdfghjkmnpqrstvwxyz23456789', 1 + (get_byte(r.b, i) % 28), 1), '')
    from (select decode(replace(gen_random_uuid()::text, '-', ''), 'hex') as b) r, generate_series(0, 9) i;
$$;

-- Writing in a circle of several agencies is sharing: the act that what is written next will carry. Null where one agency is alone.
create or replace function disclose(p_circle bigint, p_basis text, p_necessity text, p_tenure bigint default null) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_tenure bigint; v_agencies bigint[];
begin
  select g.tenure_id into v_tenure from access_grant g where g.person_id = current_actor() and g.circle_id = p_circle
     and g.capability like '%.write' and (p_tenure is null or g.tenure_id = p_tenure) order by g.tenure_id limit 1;
  if v_tenure is null then perform refuse_access(); end if;
  v_agencies := circle_agencies(p_circle);
  if cardinality(v_agencies) < 2 then return null; end if;
  perform hold_to_basis(p_basis, array[p_circle]);
  return write_disclosure(new_act_key(), p_circle, 'both', p_basis, p_necessity, v_tenure, v_agencies);
end $$;

-- Opens a circle along a routing row. Content is written in a second statement (policies do not see their own statement's rows).
create or replace function open_circle(p_kind text, p_from bigint, p_purpose text, p_title text, p_body bigint, p_unit bigint, p_own_part text)
returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare v_from circles_circle; v_route organisation_routing; v_tenure bigint; v_id bigint; v_body bigint; v_unit bigint;
begin
  select * into v_from from circles_circle where id = p_from;
  select r.* into v_route from organisation_routing r
   where r.act = 'open' and r.municipality_id = v_from.municipality_id and r.from_kind = v_from.kind and r.to_kind = p_kind
     and (r.for_unit_id is null or r.for_unit_id = p_unit) and acting_tenure(r.capability, p_from) is not null
   order by r.for_unit_id nulls last, r.id limit 1;
  if v_route.id is null then perform refuse_access(); end if;
  v_tenure := acting_tenure(v_route.capability, p_from);
  v_body := coalesce(v_route.keeper_body_id, case when v_route.keeper_unit_id is null then p_body end);
  v_unit := case when v_body is null then coalesce(v_route.keeper_unit_id, p_unit) end;
  if not exists (select 1 from organisation_body where id = v_body and municipality_id = v_from.municipality_id
                 union all select 1 from organisation_unit where id = v_unit and municipality_id = v_from.municipality_id)
     or not exists (select 1 from organisation_unit where id = coalesce(p_unit, v_unit) and municipality_id = v_from.municipality_id
                    union all select 1 where p_unit is null and v_unit is null) then
    perform refuse_access();
  end if;
  insert into circles_circle (key, municipality_id, kind, controller_id, basis, named, purpose, title, category_id, body_id, unit_id, opened_at)
  select new_act_key(), v_from.municipality_id, p_kind, a.controller_id, v_route.basis, v_route.basis <> 'open', p_purpose, p_title,
         v_route.category_id, v_body, coalesce(v_unit, p_unit), samspil_now()
    from organisation_tenure t join organisation_seat s on s.id = t.seat_id join organisation_agency a on a.id = s.agency_id where t.id = v_tenure
  returning id into v_id;
  insert into circles_member (municipality_id, circle_id, kind, basis, body_id, unit_id, part, starts_at, reason, act_key)
  values (v_from.municipality_id, v_id, p_kind, v_route.basis, v_body, v_unit, 'keeper', samspil_now(), '', '');
  if p_own_part in ('follower', 'party') then
    insert into circles_member (municipality_id, circle_id, kind, basis, tenure_id, part, starts_at, reason, act_key)
    values (v_from.municipality_id, v_id, p_kind, v_route.basis, v_tenure, p_own_part, samspil_now(), '', '');
  end if;
  -- Whoever is kept out of the matter that this comes from is kept out of this too (A7).
  perform keep_out(v_id, e.person_id, e.reason, e.ends_at) from circles_exclusion e
   where v_from.named and e.circle_id = p_from and e.starts_at <= samspil_now() and (e.ends_at is null or e.ends_at > samspil_now());
  return v_id;
end $$;

-- Lets a body, a unit or a tenure into a circle. Where that brings in an agency that was not there, it is a disclosure of
-- everything in it: basis and necessity are demanded, and rows that carried no act carry this one from now on (A8).
-- Along a routing row a body or a unit takes the matter over: as keeper, for good. Nobody lets in a seat of their own.
create or replace function admit(p_circle bigint, p_body bigint, p_unit bigint, p_tenure bigint, p_part text, p_ends_at timestamptz, p_basis text, p_necessity text)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare v_circle circles_circle; v_acting bigint; v_before bigint[]; v_after bigint[]; v_act text := new_act_key(); v_disclosure bigint; v_member bigint; r record;
begin
  select * into v_circle from circles_circle where id = p_circle;
  v_acting := acting_tenure('circle.admit', p_circle);
  if v_acting is null and p_part = 'keeper' and p_ends_at is null then
    select acting_tenure(x.capability, p_circle) into v_acting from organisation_routing x
     where x.act = 'admit' and x.municipality_id = v_circle.municipality_id and x.from_kind = v_circle.kind
       and (x.for_unit_id is null or x.for_unit_id = v_circle.unit_id)
       and x.keeper_unit_id is not distinct from p_unit and x.keeper_body_id is not distinct from p_body and p_tenure is null
       and acting_tenure(x.capability, p_circle) is not null order by x.id limit 1;
  end if;
  if v_acting is null or exists (select 1 from organisation_tenure x where x.id = p_tenure and x.person_id = current_actor()) or not exists (select 1 from organisation_body x where x.id = p_body and x.municipality_id = v_circle.municipality_id
                                     union all select 1 from organisation_unit x where x.id = p_unit and x.municipality_id = v_circle.municipality_id
                                     union all select 1 from organisation_tenure x where x.id = p_tenure and x.municipality_id = v_circle.municipality_id) then
    perform refuse_access();
  end if;
  if v_circle.named and not exists (
    select 1 from organisation_seat s join organisation_lawful l on l.municipality_id = v_circle.municipality_id and l.legal_kind = s.legal_kind and l.basis = v_circle.basis and l.row_class = 'named'
     where s.holder = p_body * 4 or s.holder = p_unit * 4 + 1 or s.id = (select t.seat_id from organisation_tenure t where t.id = p_tenure)) then
    raise exception 'no agency of this member may lawfully be in a circle about a named person' using errcode = '23514', constraint = 'member_lawful';
  end if;
  v_before := circle_agencies(p_circle);
  insert into circles_member (municipality_id, circle_id, kind, basis, body_id, unit_id, tenure_id, part, starts_at, ends_at, reason, act_key)
  values (v_circle.municipality_id, p_circle, v_circle.kind, v_circle.basis, p_body, p_unit, p_tenure, p_part, samspil_now(), p_ends_at, coalesce(p_necessity, ''), v_act)
  returning id into v_member;
  v_after := circle_agencies(p_circle);
  if v_circle.named and not v_after <@ v_before then
    if coalesce(btrim(p_necessity), '') = '' or coalesce(p_basis, '') = '' then
      raise exception 'admission of a new agency says basis and necessity' using errcode = '23502';
    end if;
    perform hold_to_basis(p_basis, array[p_circle]);
    v_disclosure := write_disclosure(v_act, p_circle, 'both', p_basis, p_necessity, v_acting, v_after);
    for r in select c.oid::regclass as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'act_id' and not a.attisdropped
              where c.relkind = 'r' and c.relforcerowsecurity and c.relnamespace = 'public'::regnamespace loop
      execute format('update %s set act_id = $1 where circle_id = $2 and act_id is null', r.name) using v_disclosure, p_circle;
    end loop;
  end if;
  return v_act;
end $$;

create or replace function release(p_circle bigint, p_member bigint) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if acting_tenure('circle.release', p_circle) is null then perform refuse_access(); end if;
  update circles_member set ends_at = greatest(starts_at, samspil_now()) where id = p_member and circle_id = p_circle and (ends_at is null or ends_at > samspil_now());
  if not found then perform refuse_access(); end if;
  if not exists (select 1 from circles_member m where m.circle_id = p_circle and m.part in ('keeper', 'custodian') and m.ends_at is null) then
    raise exception 'a circle always has a keeper' using errcode = '23514', constraint = 'circle_keeper';
  end if;
end $$;

-- Sharing into another circle along a routing row: one act, two rows, each in its own circle. Membership at the target is not needed (A9).
create or replace function deliver(p_from bigint, p_to bigint, p_basis text, p_necessity text, p_text text default null) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_tenure bigint := acting_tenure('circle.share', p_from); v_act text := new_act_key(); v_received bigint; v_from circles_circle; v_to circles_circle;
begin
  select * into v_from from circles_circle where id = p_from;
  select * into v_to from circles_circle where id = p_to;
  if v_tenure is null or v_to.municipality_id is distinct from v_from.municipality_id
     or not exists (select 1 from organisation_routing r where r.act = 'deliver' and r.municipality_id = v_from.municipality_id
                                       and r.from_kind = v_from.kind and r.to_kind = v_to.kind) then
    perform refuse_access();
  end if;
  perform hold_to_basis(p_basis, array[p_from, p_to]);
  perform write_disclosure(v_act, p_from, 'sent', p_basis, p_necessity, v_tenure, circle_agencies(p_to));
  v_received := write_disclosure(v_act, p_to, 'received', p_basis, p_necessity, v_tenure, circle_agencies(p_to));
  if p_text is not null then
    insert into circles_delivery (circle_id, act_id, text, written_by_id) values (p_to, v_received, p_text, v_tenure);
  end if;
  perform keep_out(p_to, e.person_id, e.reason, e.ends_at) from circles_exclusion e
    where v_from.named and (e.circle_id = p_from or e.circle_id <> p_to and e.circle_id in (select circles_beside(p_to))) and e.starts_at <= samspil_now() and (e.ends_at is null or e.ends_at > samspil_now());
  return v_received;
end $$;

-- The matter has ended: everybody stops reading after the days the municipality gives, the keeper's people too (A13). From then
-- the keeper is custodian: duties, by the functions whose mandate says circle.keep, and no content. Who had an end of their own
-- leaves a microsecond sooner, so that `reopen_circle` knows whom this closing alone would send out.
create or replace function close_circle(p_circle bigint, p_capability text, p_reading_days integer) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare v_end timestamptz := samspil_now() + make_interval(days => greatest(p_reading_days, 0));
begin
  if p_capability not in ('case.close', 'concern.triage', 'item.write') or acting_tenure(p_capability, p_circle) is null then perform refuse_access(); end if;
  update circles_circle set closed_at = samspil_now() where id = p_circle and closed_at is null;
  if not found then perform refuse_access(); end if;
  insert into circles_member (municipality_id, circle_id, kind, basis, body_id, unit_id, tenure_id, part, starts_at, reason, act_key)
  select m.municipality_id, m.circle_id, m.kind, m.basis, m.body_id, m.unit_id, m.tenure_id, 'custodian', v_end, '', ''
    from circles_member m where m.circle_id = p_circle and m.part = 'keeper' and m.ends_at is null;
  update circles_member set ends_at = greatest(starts_at, v_end - case when ends_at is null then interval '0' else interval '1 microsecond' end)
   where circle_id = p_circle and part <> 'custodian' and (ends_at is null or ends_at > v_end);
end $$;

-- The category decides how long a circle is kept; only a capability that decides the matter may change it.
create or replace function set_category(p_circle bigint, p_capability text, p_category bigint) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if p_capability not in ('case.close', 'concern.triage', 'circle.keep') or acting_tenure(p_capability, p_circle) is null then perform refuse_access(); end if;
  update circles_circle c set category_id = p_category from organisation_retentioncategory r
   where c.id = p_circle and r.id = p_category and r.municipality_id = c.municipality_id;
  if not found then perform refuse_access(); end if;
end $$;

-- Appoints somebody to a seat. Nobody appoints themselves. The person's visits end: the new seat may demand a second factor (A18).
create or replace function appoint(p_office bigint, p_seat bigint, p_person bigint, p_from date, p_until date, p_kind text) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare v_id bigint; v_office circles_circle;
begin
  select * into v_office from circles_circle where id = p_office and kind = 'office';
  if acting_tenure('organisation.edit', p_office) is null or p_person = current_actor() then perform refuse_access(); end if;
  insert into organisation_tenure (key, municipality_id, seat_id, person_id, kind, valid_from, valid_until, registered_from)
  select new_act_key(), s.municipality_id, s.id, p_person, p_kind, p_from, p_until, samspil_now() from organisation_seat s
   where s.id = p_seat and s.municipality_id = v_office.municipality_id
  returning id into v_id;
  if v_id is null then perform refuse_access(); end if;
  update authority_visit set ends_at = samspil_now() where person_id = p_person and ends_at > samspil_now();
  return v_id;
end $$;

-- Ends a tenure sooner than it would have; prolonging is appointing, and nobody appoints themselves.
create or replace function end_tenure(p_office bigint, p_tenure bigint, p_until date) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if acting_tenure('organisation.edit', p_office) is null then perform refuse_access(); end if;
  update organisation_tenure t set valid_until = p_until from circles_circle c
   where t.id = p_tenure and c.id = p_office and c.kind = 'office' and t.municipality_id = c.municipality_id
     and p_until >= t.valid_from and (t.valid_until is null or p_until <= t.valid_until);
  if not found then perform refuse_access(); end if;
end $$;

