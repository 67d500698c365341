-- Plain inserts without a lock between requests; the transaction's number lets a job seal what no running transaction can still add to.
-- Chains only ever grow by one at a restore, while nobody writes.
create or replace function chain_in_hand() returns bigint language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(max(c.id), 0) from audit_chain c;
$$;

create or replace function record_reading(p_door text, p_circles bigint[], p_subjects bigint[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare v_visit authority_visit;
begin
  select * into v_visit from visit_in_hand();
  if v_visit.person_id is null then raise exception 'no actor to record' using errcode = '42501'; end if;
  insert into audit_reading (at, chain, xact, municipality_id, person_id, door, circles, subjects)
  values (samspil_now(), chain_in_hand(), pg_current_xact_id()::text::bigint, v_visit.municipality_id, v_visit.person_id, p_door, p_circles, p_subjects);
end $$;

create or replace function record_entry(p_verb text, p_circle bigint, p_subject text, p_refused boolean) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare v_actor bigint := current_actor();
begin
  insert into audit_entry (at, chain, xact, municipality_id, person_id, tenure_id, circle_id, verb, subject, refused)
  select samspil_now(), chain_in_hand(), pg_current_xact_id()::text::bigint,
         coalesce((select c.municipality_id from circles_circle c where c.id = p_circle), 
                  (select v.municipality_id from visit_in_hand() v)),
         v_actor, (select min(g.tenure_id) from access_grant g where g.person_id = v_actor and g.circle_id = p_circle), p_circle, p_verb, p_subject, p_refused;
end $$;

-- A refused page: the attempt is put to the room where the row with the asked key lies, if there is one, so that its keeper sees it (A24). It answers
-- nothing, and asks as much of a key that nothing has.
create or replace function record_refusal(p_verb text, p_key text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare v_table text; v_circle bigint; v_found bigint;
begin
  for v_table in select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'key' and not a.attisdropped
                  where c.relkind = 'r' and c.relforcerowsecurity and c.relnamespace = 'public'::regnamespace order by 1 loop
    execute format('select circle_id from %s where key = $1', v_table) into v_found using p_key;
    v_circle := coalesce(v_circle, v_found);
  end loop;
  select coalesce(v_circle, (select c.id from circles_circle c where c.key = p_key)) into v_circle;
  perform record_entry(p_verb, v_circle, '', true);
end $$;
