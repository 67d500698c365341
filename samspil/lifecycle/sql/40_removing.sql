-- What is left of a municipality when it is empty: every table that says which municipality a row is of, but what is kept of the log.
create or replace function removed_tables() returns text[] language sql stable set search_path = public, pg_temp as $$
  select array(select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'municipality_id' and not a.attisdropped
                where c.relkind = 'r' and not c.relispartition and c.relnamespace = 'public'::regnamespace and c.relname !~ '^(audit|lifecycle)_' order by 1);
$$;

-- Destroys the rows of one table and adds their numbers to what has gone; a table without numbers adds how many there were.
create or replace function destroy_rows(p_table text, p_where text, p_value bigint, p_gone jsonb) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare v_ids jsonb;
begin
  execute format('with gone as (delete from %I x where %s returning to_jsonb(x) -> ''id'' as id) select coalesce(jsonb_agg(id order by id), ''[]'') from gone', p_table, p_where)
     into v_ids using p_value;
  if v_ids = '[]' then return p_gone; end if;
  return p_gone || jsonb_build_object(p_table, v_ids);
end $$;

-- Removes a municipality: its matters, its practice, its organisation, whoever served there alone, and their accounts. Whoever serves elsewhere too
-- stays, and is of that municipality from now on. Whoever once did is a name in what was written there: the name stays, and no account.
-- The log stays, with numbers that lead to nobody. For the operator's own connection alone.
create or replace function remove_municipality(p_municipality bigint, p_because text) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare v_slug text; v_receipt bigint; v_table text; v_gone jsonb := '{}'; v_accounts bigint[]; v_people bigint[];
begin
  select m.slug into v_slug from organisation_municipality m where m.id = p_municipality for update;
  if v_slug is null then perform refuse_access(); end if;
  perform remove_municipality(t.id, p_because) from organisation_municipality t where (to_jsonb(t) ->> 'practice_of_id')::bigint = p_municipality;
  perform empty_municipality(p_municipality, p_because);
  v_receipt := begin_emptying('removed', p_municipality);
  select coalesce(array_agg(p.id), '{}'), coalesce(array_agg(p.account_id) filter (where p.account_id is not null), '{}') into v_people, v_accounts
    from organisation_person p
   where p.municipality_id = p_municipality
     and not exists (select 1 from organisation_tenure t where t.person_id = p.id and t.municipality_id <> p_municipality
                        and t.registered_until is null and (t.valid_until is null or t.valid_until > samspil_today()));
  update organisation_person p
     set account_id = case when p.id = any(v_people) then null else p.account_id end,
         municipality_id = (select t.municipality_id from organisation_tenure t where t.person_id = p.id and t.municipality_id <> p_municipality
                             order by t.registered_until is null and (t.valid_until is null or t.valid_until > samspil_today()) desc, t.id desc limit 1)
   where p.municipality_id = p_municipality and exists (select 1 from organisation_tenure t where t.person_id = p.id and t.municipality_id <> p_municipality);
  foreach v_table in array array['authority_visit', 'authority_formkey', 'desk_firststep'] loop
    execute format('delete from %I where person_id = any($1)', v_table) using v_people;
  end loop;
  foreach v_table in array emptying_order(removed_tables()) loop
    v_gone := destroy_rows(v_table, 'municipality_id = $1', p_municipality, v_gone);
  end loop;
  delete from mfa_authenticator where user_id = any(v_accounts);
  delete from account_emailaddress where user_id = any(v_accounts);
  delete from accounts_account where id = any(v_accounts);
  v_gone := destroy_rows('organisation_municipality', 'id = $1', p_municipality, v_gone) || jsonb_build_object('accounts_account', to_jsonb(v_accounts));
  perform finish_emptying(v_receipt, 'removed', p_municipality, v_slug, p_because, v_gone);
  set constraints all immediate;
  return v_receipt;
end $$;

-- Whether the log has grown or shrunk since the moment that the export with this digest shows; null where there was none.
create or replace function acted_since_export(p_municipality bigint, p_digest text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select m.entries <> acts_in(p_municipality) from lifecycle_municipalact m
   where m.kind = 'exported' and m.municipality_id = p_municipality and m.digest = p_digest order by m.id desc limit 1;
$$;
