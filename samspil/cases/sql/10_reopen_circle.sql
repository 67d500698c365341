-- A closed case is taken up again: its retention clock stops. Whoever may close it may open it; nobody comes back in by this.
create or replace function reopen_circle(p_circle bigint) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if acting_tenure('case.close', p_circle) is null then perform refuse_access(); end if;
  update circles_circle set closed_at = null where id = p_circle and kind = 'case' and closed_at is not null;
  if not found then perform refuse_access(); end if;
end $$;
