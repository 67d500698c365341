-- The rights of one database; needs roles.sql to have run. `__DATABASE__` is replaced by the database's name.
grant connect, create, temporary on database __DATABASE__ to samspil_owner;
revoke all on database __DATABASE__ from public;
grant connect on database __DATABASE__ to samspil_web, samspil_worker, samspil_queue, samspil_insight, samspil_backup, samspil_bench;
revoke create on schema public from public;
grant usage on schema public to public;
grant usage, create on schema public to samspil_owner, samspil_rule;
alter default privileges for role samspil_owner revoke execute on functions from public;
alter default privileges for role samspil_rule revoke execute on functions from public;
