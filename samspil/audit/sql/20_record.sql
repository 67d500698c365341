-- Plain inserts without a lock between requests; the transaction's number lets a job seal what no running transaction can still add to.
create or replace function record_reading(p_door text, p_circles bigint[], p_subjects bigint[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare v_visit authority_visit;
begin
  select * into v_visit from authority_visit v where v.digest = sha256(convert_to(nullif(current_setting('samspil.ticket', true), ''), 'UTF8')) and v.ends_at > samspil_now();
  if v_visit.person_id is null then raise exception 'no actor to record' using errcode = '42501'; end if;
  insert into audit_reading (at, xact, municipality_id, person_id, door, circles, subjects)
  values (samspil_now(), pg_current_xact_id()::text::bigint, v_visit.municipality_id, v_visit.person_id, p_door, p_circles, p_subjects);
end $$;

create or replace function record_entry(p_verb text, p_circle bigint, p_subject text, p_refused boolean) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare v_actor bigint := current_actor();
begin
  insert into audit_entry (at, xact, municipality_id, person_id, tenure_id, circle_id, verb, subject, refused)
  select samspil_now(), pg_current_xact_id()::text::bigint,
         coalesce((select c.municipality_id from circles_circle c where c.id = p_circle), 
                  (select v.municipality_id from authority_visit v
                    where v.digest = sha256(convert_to(nullif(current_setting('samspil.ticket', true), ''), 'UTF8')) and v.ends_at > samspil_now())),
         v_actor, (select min(g.tenure_id) from access_grant g where g.person_id = v_actor and g.circle_id = p_circle), p_circle, p_verb, p_subject, p_refused;
end $$;


-- Every row with v_from <= xact < v_upto, ordered, as text that any later reader makes again the same way.
create or replace function ledger_lines(p_from bigint, p_upto bigint) returns table (xact bigint, line text) language sql stable security definer set search_path = public, pg_temp as $$
  select x.xact, x.line from (
    select r.xact, 1 as ledger, r.id, json_build_array('r', r.id, extract(epoch from r.at), r.xact, r.municipality_id, r.person_id, r.door, r.circles, r.subjects)::text as line
      from audit_reading r where r.xact >= p_from and r.xact < p_upto
    union all
    select e.xact, 2, e.id, json_build_array('e', e.id, extract(epoch from e.at), e.xact, e.municipality_id, e.person_id, e.tenure_id, e.circle_id, e.verb, e.subject, e.refused)::text
      from audit_entry e where e.xact >= p_from and e.xact < p_upto) x
   order by x.xact, x.ledger, x.id;
$$;

create or replace function seal_horizon() returns table (from_xact bigint, upto_xact bigint, previous text) language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select max(s.upto_xact) from audit_seal s), 0), pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
         coalesce((select s.digest::text from audit_seal s order by s.id desc limit 1), '');
$$;

create or replace function write_seal(p_from bigint, p_upto bigint, p_rows integer, p_digest text) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare v_id bigint;
begin
  lock table audit_seal in exclusive mode;
  if p_from <> coalesce((select max(upto_xact) from audit_seal), 0) or p_upto <= p_from then return null; end if;
  insert into audit_seal (at, from_xact, upto_xact, rows, digest) values (samspil_now(), p_from, p_upto, p_rows, p_digest) returning id into v_id;
  return v_id;
end $$;

create or replace function all_seals() returns table (id bigint, from_xact bigint, upto_xact bigint, rows integer, digest text) language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.from_xact, s.upto_xact, s.rows, s.digest::text from audit_seal s order by s.id;
$$;
