-- The export begins: said before the first file is written, in a transaction of its own, so that one that is broken off stands in the log too.
create or replace function record_export_begun(p_municipality bigint) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into audit_entry (at, chain, xact, municipality_id, verb, subject, refused)
  values (samspil_now(), chain_in_hand(), pg_current_xact_id()::text::bigint, p_municipality, 'lifecycle.export_begun', '', false);
end $$;

-- A whole municipality was handed out: one record of the act, and one entry for each room, since everything in it was shown. Nobody of the
-- organisation saw it; the system did it for the operator, whose reason stands in the record. For the operator's own connection alone.
create or replace function record_export(p_municipality bigint, p_because text, p_rows bigint, p_digest text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform record_municipal_act('exported', m.id, m.slug, p_because, p_rows, p_digest) from organisation_municipality m where m.id = p_municipality;
  insert into audit_entry (at, chain, xact, municipality_id, circle_id, verb, subject, refused)
  select samspil_now(), chain_in_hand(), pg_current_xact_id()::text::bigint, p_municipality, c.id, 'lifecycle.exported', 'circle:' || c.key, false
    from circles_circle c where c.municipality_id = p_municipality order by c.id;
end $$;
