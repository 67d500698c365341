-- owner: partitioned by month so that a term of keeping ends by dropping a month.
create table if not exists audit_reading (
  id bigint generated always as identity, at timestamptz not null, chain bigint not null, xact bigint not null, municipality_id bigint, person_id bigint not null,
  door text not null, circles bigint[] not null, subjects bigint[] not null, primary key (id, at)) partition by range (at);
create table if not exists audit_entry (
  id bigint generated always as identity, at timestamptz not null, chain bigint not null, xact bigint not null, municipality_id bigint, person_id bigint, tenure_id bigint,
  circle_id bigint, verb text not null, subject text not null, refused boolean not null, primary key (id, at)) partition by range (at);
create table if not exists audit_reading_rest partition of audit_reading default;
create table if not exists audit_entry_rest partition of audit_entry default;
create index if not exists audit_reading_subjects on audit_reading using gin (subjects);
create index if not exists audit_reading_circles on audit_reading using gin (circles);
create index if not exists audit_reading_person on audit_reading (person_id, at);
create index if not exists audit_reading_xact on audit_reading (chain, xact);
create index if not exists audit_entry_xact on audit_entry (chain, xact);
create index if not exists audit_entry_person on audit_entry (person_id, at);
create index if not exists audit_entry_circle on audit_entry (circle_id, at);

-- Makes the partitions of this month and the months ahead; called at migration and by a daily job. Rows that came
-- while a month was missing lie in the rest, and move: else the month could never be made.
drop function if exists ensure_log_months(integer);
create or replace function ensure_log_months(p_ahead integer) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare v_month date; v_table text; v_made integer := 0;
begin
  for i in 0..p_ahead loop
    v_month := (date_trunc('month', samspil_today()) + make_interval(months => i))::date;
    foreach v_table in array array['audit_reading', 'audit_entry'] loop
      if to_regclass(format('%s_%s', v_table, to_char(v_month, 'YYYY_MM'))) is null then
        perform make_log_month(v_table, v_month);
        v_made := v_made + 1;
      end if;
    end loop;
  end loop;
  return v_made;
end $$;

create or replace function make_log_month(p_table text, p_month date) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare v_from timestamptz := p_month::timestamp at time zone 'UTC'; v_upto timestamptz := (p_month + interval '1 month')::timestamp at time zone 'UTC'; v_strays boolean;
begin
  execute format('select exists (select 1 from %s_rest where at >= %L and at < %L)', p_table, v_from, v_upto) into v_strays;
  if v_strays then execute format('alter table %1$s detach partition %1$s_rest', p_table); end if;
  execute format('create table %1$s_%2$s partition of %1$s for values from (%3$L) to (%4$L)', p_table, to_char(p_month, 'YYYY_MM'), v_from, v_upto);
  if v_strays then
    execute format('insert into %1$s overriding system value select * from %1$s_rest where at >= %2$L and at < %3$L', p_table, v_from, v_upto);
    execute format('delete from %s_rest where at >= %L and at < %L', p_table, v_from, v_upto);
    execute format('alter table %1$s attach partition %1$s_rest default', p_table);
  end if;
end $$;
