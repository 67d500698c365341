-- Said once: who holds which seat today, and which visit this transaction is. All else asks these two.
-- Columns are named, so that the view stays as it is when the table grows.
create or replace view tenure_today as
select t.id, t.municipality_id, t.seat_id, t.person_id, t.kind, t.valid_from, t.valid_until
  from organisation_tenure t
 where t.registered_until is null and t.valid_from <= samspil_today() and (t.valid_until is null or t.valid_until > samspil_today());

-- The open visit whose ticket this transaction holds, or no row. Plain SQL, so that it is planned as part of what asks.
create or replace function visit_in_hand() returns setof authority_visit language sql stable parallel safe as $$
  select v.* from authority_visit v
   where v.digest = sha256(convert_to(nullif(current_setting('samspil.ticket', true), ''), 'UTF8')) and v.ends_at > samspil_now();
$$;
