-- What holds for every protected row, whatever wrote it (A8, A10).
create or replace function guard_row() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_circle circles_circle; v_actor bigint := current_actor();
begin
  if tg_op = 'UPDATE' then
    if new.circle_id <> old.circle_id or new.municipality_id <> old.municipality_id then
      raise exception 'a row never leaves its circle' using errcode = '23514';
    end if;
    if new.written_at <> old.written_at or new.written_by_id is distinct from old.written_by_id then
      raise exception 'who wrote a row, and when, never changes' using errcode = '23514';
    end if;
    if old.act_id is not null and new.act_id is distinct from old.act_id then
      raise exception 'the act that brought a row never changes' using errcode = '23514';
    end if;
    -- A row gets its act later from an admission, or from the one who wrote it.
    if v_actor is not null and old.act_id is null and new.act_id is not null and not exists (
      select 1 from circles_disclosure d join organisation_tenure t on t.id = d.sender_tenure_id
       where d.id = new.act_id and d.circle_id = new.circle_id and t.person_id = v_actor
         and (exists (select 1 from organisation_tenure w where w.id = new.written_by_id and w.person_id = v_actor)
              or exists (select 1 from circles_member m where m.circle_id = d.circle_id and m.act_key = d.act_key))) then
      raise exception 'a row is brought by an act of the one who writes it' using errcode = '23514';
    end if;
    return new;
  end if;
  select * into v_circle from circles_circle where id = new.circle_id;
  new.municipality_id := v_circle.municipality_id;
  new.written_at := samspil_now();
  if v_actor is not null then
    new.written_by_id := coalesce(new.written_by_id, (select g.tenure_id from access_grant g where g.person_id = v_actor and g.circle_id = new.circle_id order by g.tenure_id limit 1));
    if not exists (select 1 from organisation_tenure t where t.id = new.written_by_id and t.person_id = v_actor) then
      raise exception 'a row is written by a seat of the one who writes' using errcode = '23514';
    end if;
  end if;
  -- Who is not in the circle is told nothing of it, not even by an error of its own: the policy refuses after this.
  if v_actor is not null and not exists (select 1 from access_grant g where g.person_id = v_actor and g.circle_id = new.circle_id) then
    return new;
  end if;
  if v_actor is not null and new.act_id is not null and not exists (
    select 1 from circles_disclosure d join organisation_tenure t on t.id = d.sender_tenure_id
     where d.id = new.act_id and d.circle_id = new.circle_id and t.person_id = v_actor) then
    raise exception 'a row is brought by an act of the one who writes it' using errcode = '23514';
  end if;
  if v_circle.named and new.act_id is null and cardinality(circle_agencies(new.circle_id)) > 1 then
    raise exception 'a row in a circle of several agencies carries the act that brought it' using errcode = '23502';
  end if;
  return new;
end $$;

-- A circle always has an open-ended keeper (scenario 43), or, when reading it has ended, a custodian; one that was destroyed with its matter needs none.
create or replace function guard_keeper() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_circle bigint;
begin
  if tg_table_name = 'circles_circle' then v_circle := new.id; elsif tg_op = 'DELETE' then v_circle := old.circle_id; else v_circle := new.circle_id; end if;
  if exists (select 1 from circles_circle where id = v_circle)
     and not exists (select 1 from circles_member where circle_id = v_circle and part in ('keeper', 'custodian') and ends_at is null) then
    raise exception 'a circle always has a keeper' using errcode = '23514';
  end if;
  return null;
end $$;

-- One holder of a seat at a time among ordinary tenures; the seat is locked so that two at once cannot both pass.
create or replace function guard_tenure() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from organisation_seat where id = new.seat_id for update;
  if new.kind = 'ordinary' and not (select s.many from organisation_seat s where s.id = new.seat_id) and new.registered_until is null and exists (
    select 1 from organisation_tenure t where t.seat_id = new.seat_id and t.id <> new.id and t.kind = 'ordinary' and t.registered_until is null
       and daterange(t.valid_from, t.valid_until) && daterange(new.valid_from, new.valid_until)) then
    raise exception 'the seat is held by somebody else on those days' using errcode = '23P01';
  end if;
  return null;
end $$;
