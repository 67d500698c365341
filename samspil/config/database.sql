-- The rights of one database; needs roles.sql to have run. `__DATABASE__` is replaced by the database's name.
grant connect, create, temporary on database __DATABASE__ to samspil_owner;
revoke all on database __DATABASE__ from public;
grant connect on database __DATABASE__ to samspil_web, samspil_worker, samspil_queue, samspil_insight, samspil_backup, samspil_bench;
revoke create on schema public from public;
grant usage on schema public to public;
grant usage, create on schema public to samspil_owner, samspil_rule;
alter default privileges for role samspil_owner revoke execute on functions from public;
alter default privileges for role samspil_rule revoke execute on functions from public;
alter default privileges for role samspil_owner grant select on tables to samspil_backup;
alter default privileges for role samspil_owner grant select on sequences to samspil_backup;
alter default privileges for role samspil_rule grant select on tables to samspil_backup;
-- Large objects have no policies: bytes lie in tables. Only a superuser may say so; elsewhere the notice is for the database people.
do $$
declare f regprocedure;
begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    for f in select p.oid from pg_proc p where p.pronamespace = 'pg_catalog'::regnamespace and p.proname ~ '^(lo_|loread$|lowrite$)' loop
      execute format('revoke execute on function %s from public', f);
    end loop;
  else
    raise notice 'large objects stay callable: a superuser should revoke execute on the lo_ functions from public';
  end if;
end $$;
