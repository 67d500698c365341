-- What may be asked of the relation. plpgsql keeps the plan between calls; the actor is asked inside (A12). The generic plan
-- is forced where a policy asks: planning anew costs more than the answer, and the actor is not known to a plan anyway.
-- `circle_array` keeps to the order in which the relation's joins are written: a third of the time for somebody in 3,400 circles.
-- A transaction may narrow itself to some circles (`samspil.within`); then they answer for those alone. Each circle still has to be granted,
-- so narrowing only takes away: whoever sets it by an own statement sees less, and never more.
create or replace function circle_array_within(wanted text[], p_within bigint[]) returns bigint[] language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin return array(select circle_id from access_grant where person_id = current_actor() and capability = any(wanted) and circle_id = any(p_within)); end $$;

create or replace function circle_array(wanted text) returns bigint[] language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan set join_collapse_limit = 1 as $$
declare v_within bigint[] := nullif(current_setting('samspil.within', true), '');
begin
  if v_within is not null then return circle_array_within(array[wanted], v_within); end if;
  return array(select circle_id from access_grant where person_id = current_actor() and capability = wanted);
end $$;

create or replace function circle_array(wanted text, or_wanted text) returns bigint[] language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan set join_collapse_limit = 1 as $$
declare v_within bigint[] := nullif(current_setting('samspil.within', true), '');
begin
  if v_within is not null then return circle_array_within(array[wanted, or_wanted], v_within); end if;
  return array(select circle_id from access_grant where person_id = current_actor() and capability in (wanted, or_wanted));
end $$;

create or replace function circle_array(wanted text, or_wanted text, or_third text) returns bigint[] language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan set join_collapse_limit = 1 as $$
declare v_within bigint[] := nullif(current_setting('samspil.within', true), '');
begin
  if v_within is not null then return circle_array_within(array[wanted, or_wanted, or_third], v_within); end if;
  return array(select circle_id from access_grant where person_id = current_actor() and capability in (wanted, or_wanted, or_third));
end $$;

create or replace function may(p_capability text, p_circle bigint) returns boolean language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin return exists (select 1 from access_grant where person_id = current_actor() and circle_id = p_circle and capability = p_capability); end $$;

-- The open circles in which the actor is a guest and nothing else, and the keys of what the actor is asked to there. The policies
-- of what may be shown to a guest ask these two; each guest's row of member is about one thing, with an end of its own.
create or replace function guest_circles() returns bigint[] language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return array(select unnest(circle_array('meeting.read')) except select unnest(circle_array('open.read')));
end $$;

create or replace function asked_about() returns text[] language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return array(select m.about from access_grant g join circles_member m on m.id = g.member_id
                where g.person_id = current_actor() and g.capability = 'meeting.read' and m.about <> '');
end $$;

create or replace function capabilities_in(p_circle bigint) returns setof text language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin return query select distinct capability from access_grant where person_id = current_actor() and circle_id = p_circle; end $$;

-- Who can see what lies in a circle, and by which seat; empty unless the actor reads the circle.
create or replace function who_may(p_circle bigint)
returns table (person_id bigint, name text, side text, agency text, function_name text, place text, part text, tenure_kind text,
               tenure_id bigint, until timestamptz, reads boolean, capabilities text[], mine boolean)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare v_actor bigint := current_actor(); v_as_guest boolean := p_circle = any(guest_circles());
begin
  if not may('circle.read', p_circle) then return; end if;
  return query
  with held as materialized (
    select g.person_id, g.tenure_id, g.reason, max(m.ends_at) as ends_at,
           bool_or(g.capability like '%.read' and g.capability not in ('circle.read', 'open.read')) as reads,
           array_agg(distinct g.capability) as capabilities
      from access_grant g join circles_member m on m.id = g.member_id
     where g.circle_id = p_circle
       and (g.reason <> 'guest' or not v_as_guest or m.about = any(asked_about()))
     group by g.person_id, g.tenure_id, g.reason)
  select h.person_id, p.name, a.side, a.name, f.name, coalesce(b.name, u.name), h.reason, t.kind, h.tenure_id,
         least(h.ends_at, (t.valid_until::timestamp at time zone 'Europe/Copenhagen')),
         h.reads, h.capabilities, h.person_id = v_actor
    from held h
    join organisation_person p on p.id = h.person_id
    join organisation_tenure t on t.id = h.tenure_id
    join organisation_seat s on s.id = t.seat_id
    join organisation_function f on f.id = s.function_id
    join organisation_agency a on a.id = s.agency_id
    left join organisation_body b on b.id = s.body_id
    left join organisation_unit u on u.id = s.unit_id
   order by p.sort_key, h.tenure_id;
end $$;

-- The agencies that can read named rows of a circle now, vacant seats included: who would receive what is written.
create or replace function circle_agencies(p_circle bigint) returns bigint[] language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return array(
    select distinct x.agency_id
      from circles_member m
      join lateral (select s.agency_id, s.function_id, s.legal_kind, s.closed_on from organisation_seat s where s.holder = m.holder
                    union all
                    select s.agency_id, s.function_id, s.legal_kind, s.closed_on from organisation_tenure t join organisation_seat s on s.id = t.seat_id where t.holder = m.holder) x on true
      join organisation_mandate d on d.function_id = x.function_id and d.circle_kind = m.kind and d.part = m.part and d.registered_until is null
      join organisation_lawful l on l.municipality_id = m.municipality_id and l.basis = m.basis and l.legal_kind = x.legal_kind and l.row_class = d.row_class
     where m.circle_id = p_circle and d.row_class <> 'open' and x.closed_on is null
       and m.starts_at <= samspil_now() and (m.ends_at is null or m.ends_at > samspil_now())
     order by x.agency_id);
end $$;
