-- One page shows one matter. `narrow_to_matter` lets this transaction ask about its circles alone: the one in which the row with
-- this key lies, and those that deliveries tie to it, both ways; of them the ones where the actor has any part. It answers nothing,
-- and what it leaves in the setting says no more than the relation does. An unknown key and a foreign one both leave nothing to see.
create or replace function circles_of_matter(p_circle bigint) returns setof bigint language sql stable security definer set search_path = public, pg_temp as $$
  with recursive matter (circle_id) as (
    select p_circle
    union
    select b.circle_id from matter x
      join circles_disclosure a on a.circle_id = x.circle_id and a.direction in ('sent', 'received')
      join circles_disclosure b on b.act_key = a.act_key and b.direction in ('sent', 'received'))
  select circle_id from matter;
$$;

create or replace function narrow_to_matter(p_table text, p_key text) returns void language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare v_circle bigint; v_matter bigint[];
begin
  if not exists (select 1 from pg_class c where c.oid = to_regclass(format('public.%I', p_table)) and c.relforcerowsecurity) then
    perform refuse_access();
  end if;
  execute format('select circle_id from %I where key = $1', p_table) into v_circle using p_key;
  v_matter := array(select circles_of_matter(v_circle));
  perform set_config('samspil.within', array(select distinct g.circle_id from access_grant g
                                              where g.person_id = current_actor() and g.circle_id = any(v_matter))::text, true);
end $$;
