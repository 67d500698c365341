create table if not exists bench_municipality (code text primary key, name text not null);
-- Ten characters of the same alphabet as real keys; random() is enough here, and much faster.
create or replace function bench_key() returns text language sql volatile as $$
  select string_agg(substr('bcdfghjkmnpqrstvwxyz23456789', 1 + (random() * 27)::int, 1), '') from generate_series(1, 10) $$;
