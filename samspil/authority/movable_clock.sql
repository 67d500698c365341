-- In the place of sql/10_clock.sql where SAMSPIL_MOVABLE_CLOCK is on: demo, tests and pictures set the day.
-- It lies beside sql/ so that nothing runs it by itself.
create or replace function samspil_now() returns timestamptz language sql stable parallel safe
as $$ select coalesce((select instant from authority_clock limit 1), statement_timestamp()) $$;
