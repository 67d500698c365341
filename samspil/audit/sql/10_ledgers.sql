-- owner: partitioned by month so that a term of keeping ends by dropping a month.
create table if not exists audit_reading (
  id bigint generated always as identity, at timestamptz not null, xact bigint not null, municipality_id bigint, person_id bigint not null,
  door text not null, circles bigint[] not null, subjects bigint[] not null, primary key (id, at)) partition by range (at);
create table if not exists audit_entry (
  id bigint generated always as identity, at timestamptz not null, xact bigint not null, municipality_id bigint, person_id bigint, tenure_id bigint,
  circle_id bigint, verb text not null, subject text not null, refused boolean not null, primary key (id, at)) partition by range (at);
create table if not exists audit_reading_rest partition of audit_reading default;
create table if not exists audit_entry_rest partition of audit_entry default;
create index if not exists audit_reading_subjects on audit_reading using gin (subjects);
create index if not exists audit_reading_person on audit_reading (person_id, at);
create index if not exists audit_reading_xact on audit_reading (xact);
create index if not exists audit_entry_xact on audit_entry (xact);
create index if not exists audit_entry_circle on audit_entry (circle_id, at);

-- Makes the partitions of this month and the months ahead; called at migration and by a daily job.
create or replace function ensure_log_months(p_ahead integer) returns void language plpgsql as $$
declare v_month date; v_table text;
begin
  for i in 0..p_ahead loop
    v_month := (date_trunc('month', samspil_today()) + make_interval(months => i))::date;
    foreach v_table in array array['audit_reading', 'audit_entry'] loop
      if to_regclass(format('%s_%s', v_table, to_char(v_month, 'YYYY_MM'))) is null then
        execute format('create table %s_%s partition of %s for values from (%L) to (%L)', v_table, to_char(v_month, 'YYYY_MM'), v_table,
                       v_month::timestamptz, (v_month + interval '1 month')::timestamptz);
      end if;
    end loop;
  end loop;
end $$;
