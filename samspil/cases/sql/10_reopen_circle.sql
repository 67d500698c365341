-- A closed case is taken up again: its retention clock stops. Whoever may close it may open it.
-- Those whom only that closing would have sent out stay; whoever has left, or had an end of their own, does not come back by this.
create or replace function reopen_circle(p_circle bigint) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare v_closed timestamptz := (select closed_at from circles_circle where id = p_circle);
begin
  if acting_tenure('case.close', p_circle) is null then perform refuse_access(); end if;
  update circles_circle set closed_at = null where id = p_circle and kind = 'case' and closed_at is not null;
  if not found then perform refuse_access(); end if;
  update circles_member set ends_at = null
   where circle_id = p_circle and part <> 'keeper' and ends_at > v_closed and ends_at > samspil_now()
     and ends_at = v_closed + make_interval(days => round(extract(epoch from ends_at - v_closed) / 86400)::integer);
end $$;
