-- The roles of the database (A11). Run by `samspil database prepare`, or by the municipality's own database people.
-- owner: tables, migrations; rule: the access relation and its functions; app: what web and worker may do; the others as named.
do $$
declare r text;
begin
  foreach r in array array['samspil_owner', 'samspil_rule', 'samspil_app'] loop
    if not exists (select 1 from pg_roles where rolname = r) then execute format('create role %I nologin noinherit', r); end if;
  end loop;
  foreach r in array array['samspil_web', 'samspil_worker', 'samspil_queue', 'samspil_insight', 'samspil_bench'] loop
    if not exists (select 1 from pg_roles where rolname = r) then execute format('create role %I login', r); end if;
  end loop;
  if not exists (select 1 from pg_roles where rolname = 'samspil_backup') then create role samspil_backup login bypassrls; end if;
end $$;
grant samspil_app to samspil_web, samspil_worker;
alter role samspil_web set statement_timeout = '10s';
alter role samspil_web set idle_in_transaction_session_timeout = '15s';
alter role samspil_worker set statement_timeout = '60s';
alter role samspil_worker set idle_in_transaction_session_timeout = '60s';
do $$ begin
  if current_setting('server_version_num')::int >= 170000 then
    alter role samspil_web set transaction_timeout = '30s';
  end if;
end $$;
