-- Which tables are emptied: all whose rows lie in a circle, and what holds circles together. All else is kept; `lifecycle/rules.py` says why.
create or replace function emptied_tables() returns text[] language sql stable set search_path = public, pg_temp as $$
  select array(select c.relname::text from pg_class c where c.relkind = 'r' and c.relforcerowsecurity and c.relnamespace = 'public'::regnamespace
               union select unnest(array['circles_circle', 'circles_disclosure', 'circles_exclusion', 'circles_member', 'post_outgoing']) order by 1);
$$;

-- Each table before what it refers to. Asked of the catalogue, so that a new table takes its place by itself.
drop function if exists emptying_order();
create or replace function emptying_order(p_tables text[]) returns text[] language plpgsql stable set search_path = public, pg_temp as $$
declare v_left text[] := p_tables; v_order text[] := '{}'; v_next text[];
begin
  while cardinality(v_left) > 0 loop
    v_next := array(select t from unnest(v_left) t where not exists (
                      select 1 from pg_constraint k where k.contype = 'f' and k.confrelid = t::regclass and k.conrelid <> k.confrelid
                         and k.conrelid::regclass::text = any(v_left)) order by t);
    if cardinality(v_next) = 0 then raise exception 'tables refer to each other in a ring: %', v_left; end if;
    v_order := v_order || v_next;
    v_left := array(select t from unnest(v_left) t where t <> all(v_next));
  end loop;
  return v_order;
end $$;

-- The receipt is written first and filled last, because what is destroyed meanwhile leaves none of its own when it finds this one (audit, `leave_receipt`).
drop function if exists begin_emptying(bigint);
create or replace function begin_emptying(p_act text, p_municipality bigint) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare v_receipt bigint;
begin
  insert into audit_receipt (xact, act, place, row, facts) values (pg_current_xact_id()::text::bigint, p_act, 'organisation_municipality', p_municipality, '{}')
  returning id into v_receipt;
  perform set_config('samspil.emptying', v_receipt::text, true);
  return v_receipt;
end $$;

-- How many acts the log holds of a municipality; an export compares by it, since it sees one moment and ends at another.
create or replace function acts_in(p_municipality bigint) returns bigint language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(*) from audit_entry e where e.municipality_id = p_municipality and not e.refused and e.verb not like 'lifecycle.%')
       + (select count(*) from organisation_organisationedition e where e.municipality_id = p_municipality);
$$;

create or replace function record_municipal_act(p_kind text, p_municipality bigint, p_slug text, p_because text, p_rows bigint, p_digest text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_key text := new_act_key();
begin
  insert into lifecycle_municipalact (key, kind, municipality_id, slug, at, because, rows, entries, digest)
  values (v_key, p_kind, p_municipality, p_slug, samspil_now(), btrim(p_because), p_rows, acts_in(p_municipality), p_digest);
  insert into audit_entry (at, chain, xact, municipality_id, verb, subject, refused)
  values (samspil_now(), chain_in_hand(), pg_current_xact_id()::text::bigint, p_municipality, 'lifecycle.' || p_kind, 'municipalact:' || v_key, false);
  return v_key;
end $$;

-- Destroys all named and working rows of one municipality. Organisation, people, accounts, log and receipts stay, and so do the rooms that stand as
-- long as a body or a workplace does, without what lay in them. Answers how many rows went from which table. The worker empties practice alone.
drop function if exists empty_municipality(bigint, text);
create or replace function empty_municipality(p_municipality bigint, p_because text) returns table (place text, rows bigint) language plpgsql security definer set search_path = public, pg_temp as $$
declare v_slug text; v_practice boolean; v_receipt bigint; v_table text; v_which text; v_ids jsonb; v_gone jsonb := '{}';
begin
  select m.slug, to_jsonb(m) ->> 'practice_of_id' is not null into v_slug, v_practice from organisation_municipality m where m.id = p_municipality for no key update;
  if v_slug is null or session_user = 'samspil_worker' and not v_practice then perform refuse_access(); end if;
  -- A restore checks each receipt at once, and a room stands without its keeper for a moment here.
  set constraints all deferred;
  -- Whoever is writing in one of the rooms is waited for; whoever comes later finds them gone.
  perform 1 from circles_circle c where c.municipality_id = p_municipality for update;
  v_receipt := begin_emptying('emptied', p_municipality);
  foreach v_table in array emptying_order(emptied_tables()) loop
    v_which := case v_table when 'circles_circle' then 'and kind <> all(standing_kinds())'
                            when 'circles_member' then 'and (kind <> all(standing_kinds()) or tenure_id is not null)' else '' end;
    execute format('with gone as (delete from %I where municipality_id = $1 %s returning id) select coalesce(jsonb_agg(id order by id), ''[]'') from gone', v_table, v_which)
       into v_ids using p_municipality;
    place := v_table; rows := jsonb_array_length(v_ids);
    if rows > 0 then v_gone := v_gone || jsonb_build_object(v_table, v_ids); return next; end if;
  end loop;
  perform finish_emptying(v_receipt, 'emptied', p_municipality, v_slug, p_because, v_gone);
end $$;

-- The rooms that stand as long as their body, workplace or municipality does (`stand_circles`).
create or replace function standing_kinds() returns text[] language sql immutable set search_path = public, pg_temp as $$
  select array['office', 'unit', 'body_open', 'body_closed'];
$$;

drop function if exists finish_emptying(bigint, bigint, text, text, jsonb);
create or replace function finish_emptying(p_receipt bigint, p_act text, p_municipality bigint, p_slug text, p_because text, p_gone jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_rows bigint := (select coalesce(sum(jsonb_array_length(value)), 0) from jsonb_each(p_gone)); v_digest text := encode(sha256(convert_to(p_gone::text, 'UTF8')), 'hex');
begin
  update audit_receipt set facts = jsonb_build_object('rows', v_rows, 'digest', v_digest, 'gone', p_gone) where id = p_receipt;
  perform set_config('samspil.emptying', '', true);
  perform record_municipal_act(p_act, p_municipality, p_slug, p_because, v_rows, v_digest);
end $$;
