-- A closed case is taken up again: its retention clock stops. Whoever may close it may open it, also where reading it has ended.
-- Those whom only that closing would have sent out stay, and the keeper's people read again; whoever has left, or had an end
-- of their own, does not come back by this.
create or replace function reopen_circle(p_circle bigint) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare v_end timestamptz;
begin
  if acting_tenure('case.close', p_circle) is null and not exists (
    select 1 from organisation_tenure t join organisation_seat s on s.id = t.seat_id
      join organisation_mandate d on d.function_id = s.function_id and d.circle_kind = 'case' and d.part = 'keeper'
       and d.capability = 'case.close' and d.registered_until is null
     where t.id = acting_tenure('circle.keep', p_circle)) then
    perform refuse_access();
  end if;
  update circles_circle set closed_at = null where id = p_circle and kind = 'case' and closed_at is not null;
  if not found then perform refuse_access(); end if;
  select max(m.starts_at) into v_end from circles_member m where m.circle_id = p_circle and m.part = 'custodian' and m.ends_at is null;
  if v_end > samspil_now() then
    update circles_member set ends_at = null where circle_id = p_circle and part <> 'custodian' and ends_at = v_end;
  else
    insert into circles_member (municipality_id, circle_id, kind, basis, body_id, unit_id, tenure_id, part, starts_at, reason, act_key)
    select m.municipality_id, m.circle_id, m.kind, m.basis, m.body_id, m.unit_id, m.tenure_id, 'keeper', samspil_now(), '', ''
      from circles_member m where m.circle_id = p_circle and m.part = 'custodian' and m.ends_at is null;
  end if;
  update circles_member set ends_at = greatest(starts_at, samspil_now()) where circle_id = p_circle and part = 'custodian' and ends_at is null;
end $$;
