-- The one clock (architecture 7). Demo and tests replace samspil_now() by one that reads authority_clock;
-- the server refuses to start so anywhere else.
create or replace function samspil_now() returns timestamptz language sql stable parallel safe
as $$ select statement_timestamp() $$;

-- Days are those of Copenhagen; the connection's own zone is UTC (A14).
create or replace function samspil_today() returns date language sql stable parallel safe
as $$ select (samspil_now() at time zone 'Europe/Copenhagen')::date $$;
