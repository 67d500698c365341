-- Whether a second factor is demanded: whoever can read named rows by a seat, held now or from tomorrow, and whoever
-- manages accounts. A municipality may say `optional`; silence means required.
create or replace function needs_second_factor(p_account bigint) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (
    select 1 from organisation_person p
      join organisation_tenure t on t.person_id = p.id and t.registered_until is null
       and t.valid_from <= samspil_today() + 1 and (t.valid_until is null or t.valid_until > samspil_today())
      join organisation_seat s on s.id = t.seat_id
      join organisation_mandate d on d.function_id = s.function_id and d.registered_until is null
      join organisation_municipality m on m.id = t.municipality_id and coalesce(m.settings ->> 'second_factor', 'required') <> 'optional'
     where p.account_id = p_account
       and (d.capability = 'account.manage'
            or (d.row_class <> 'open' and exists (select 1 from organisation_lawful l where l.municipality_id = t.municipality_id
                                                     and l.legal_kind = s.legal_kind and l.row_class = d.row_class))));
end $$;

-- Seconds before the next try. Tries from one address at one account double the wait; tries from everywhere at one
-- account make at most half a minute, and not for an address that account has come from before. No wait is the
-- address's own, so that a thousand people behind one address never wait for each other.
create or replace function attempt_wait(p_subject text, p_address text, p_kind text) returns integer language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_here integer; v_last_here timestamptz; v_all integer; v_last timestamptz; v_known boolean; v_wait integer := 0;
begin
  select count(*), max(a.at) into v_here, v_last_here from accounts_attempt a
   where a.subject = p_subject and a.kind = p_kind and a.address = p_address and not a.passed and a.at > samspil_now() - interval '1 day'
     and a.at > coalesce((select max(b.at) from accounts_attempt b where b.subject = p_subject and b.kind = p_kind and b.address = p_address and b.passed), '-infinity');
  select count(*), max(a.at) into v_all, v_last from accounts_attempt a
   where a.subject = p_subject and a.kind = p_kind and not a.passed and a.at > samspil_now() - interval '1 hour';
  v_known := exists (select 1 from accounts_attempt a where a.subject = p_subject and a.kind = p_kind and a.address = p_address and a.passed);
  if v_here >= 3 then
    v_wait := least(900, 2 ^ least(v_here - 2, 20)) - extract(epoch from samspil_now() - v_last_here);
  end if;
  if v_all >= 10 and not v_known then
    v_wait := greatest(v_wait, least(30, 2 ^ least(v_all / 5, 10)) - extract(epoch from samspil_now() - v_last));
  end if;
  return greatest(v_wait, 0);
end $$;

-- A try counts as failed from its start, so that many at once cannot slip through; the one that passes is marked after.
create or replace function begin_attempt(p_subject text, p_address text, p_kind text) returns table (attempt bigint, wait integer)
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_wait integer; v_id bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('attempt|' || p_subject, 0));
  v_wait := case when p_kind = 'passkey' then 0 else attempt_wait(p_subject, p_address, p_kind) end;
  if v_wait = 0 then
    insert into accounts_attempt (subject, address, kind, at, passed) values (p_subject, p_address, p_kind, samspil_now(), false) returning id into v_id;
  end if;
  return query select v_id, v_wait;
end $$;

create or replace function pass_attempt(p_attempt bigint) returns void language sql security definer set search_path = public, pg_temp as $$
  update accounts_attempt set passed = true where id = p_attempt and at > samspil_now() - interval '10 minutes';
$$;

-- The seats by which the actor is here.
create or replace function my_seats() returns table (municipality text, function_name text, place text, agency text, kind text, valid_from date, valid_until date)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select m.name, f.name, coalesce(b.name, u.name), a.name, t.kind, t.valid_from, t.valid_until
    from tenure_today t join organisation_municipality m on m.id = t.municipality_id
    join organisation_seat s on s.id = t.seat_id join organisation_function f on f.id = s.function_id join organisation_agency a on a.id = s.agency_id
    left join organisation_body b on b.id = s.body_id left join organisation_unit u on u.id = s.unit_id
   where t.person_id = current_actor()
   order by m.name, s.body_id is not null, coalesce(b.name, u.name), f.name;
end $$;

-- The municipalities that the actor may take in hand.
create or replace function my_places() returns table (municipality_id bigint, slug text, name text, in_hand boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select m.id, m.slug::text, m.name, m.id = v.municipality_id
    from visit_in_hand() v join organisation_person p on p.id = v.person_id
    join organisation_municipality m on m.id = v.municipality_id
      or m.id in (select t.municipality_id from tenure_today t where t.person_id = p.id)
   order by m.name;
end $$;
