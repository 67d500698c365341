-- What an administrator of accounts sees and does, in the one office circle of the municipality in hand. Nothing here
-- knows of a named circle.
create or replace function office_in_hand() returns table (circle_id bigint, key text, municipality text) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select c.id, c.key::text, m.name from visit_in_hand() v join circles_circle c on c.municipality_id = v.municipality_id and c.kind = 'office'
    join organisation_municipality m on m.id = v.municipality_id
   where may('account.manage', c.id)
   order by c.id limit 1;
end $$;

-- The municipality of an office that the actor manages accounts for; refuses everybody else.
create or replace function managed_municipality(p_office bigint) returns bigint language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_id bigint;
begin
  select c.municipality_id into v_id from circles_circle c where c.id = p_office and c.kind = 'office' and may('account.manage', c.id);
  if v_id is null then raise exception 'not allowed' using errcode = '42501'; end if;
  return v_id;
end $$;

-- A page of the people: by a part of the name or mail, by the first letter, or only those whom one can invite.
drop function if exists people_of_office(bigint, text, text, integer);
create or replace function people_of_office(p_office bigint, p_search text, p_key text, p_letter text, p_uninvited boolean, p_offset integer, p_limit integer)
returns table (key text, name text, email text, seats text[], ours boolean, me boolean, has_account boolean, active boolean, factors integer,
               needs_factor boolean, last_login timestamptz, invited_until timestamptz, recovery_key text, recovery_reason text, recovery_by text, recovery_mine boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_municipality bigint := managed_municipality(p_office);
begin
  return query
  select p.key::text, p.name, coalesce(a.email, p.work_email)::text,
         array(select f.name || ', ' || coalesce(b.name, u.name) from tenure_today t join organisation_seat s on s.id = t.seat_id
                 join organisation_function f on f.id = s.function_id left join organisation_body b on b.id = s.body_id left join organisation_unit u on u.id = s.unit_id
                where t.person_id = p.id and t.municipality_id = v_municipality
                order by s.body_id is not null, 1),
         p.municipality_id = v_municipality, p.id = current_actor(), a.id is not null, coalesce(a.is_active, false),
         (select count(*)::integer from mfa_authenticator x where x.user_id = a.id and x.type <> 'recovery_codes'),
         coalesce(needs_second_factor(a.id), false), a.last_login,
         (select max(k.ends_at) from accounts_link k where k.person_id = p.id and k.used_at is null and k.ends_at > samspil_now()),
         r.key::text, r.reason, asker.name, coalesce(r.asked_by = current_actor(), false)
    from organisation_person p
    left join accounts_account a on a.id = p.account_id
    left join lateral (select * from accounts_recovery o where o.person_id = p.id and o.municipality_id = v_municipality and o.settled_at is null
                          and o.asked_at > samspil_now() - interval '7 days' order by o.id desc limit 1) r on true
    left join organisation_person asker on asker.id = r.asked_by
   where (p.municipality_id = v_municipality or exists (select 1 from tenure_today t where t.person_id = p.id and t.municipality_id = v_municipality))
     and (p_key = '' or p.key = p_key)
     and (p_search = '' or position(lower(p_search) in lower(p.name)) > 0 or position(lower(p_search) in lower(p.work_email)) > 0)
     and (p_letter = '' or upper(left(p.name, 1)) = p_letter)
     and (not p_uninvited or (p.account_id is null and p.municipality_id = v_municipality))
   order by r.id is null, p.sort_key, p.id limit p_limit offset p_offset;
end $$;

-- The letters that somebody's name begins with, of all or of those without an account, for the row of letters above the list.
create or replace function letters_of_office(p_office bigint, p_uninvited boolean) returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_municipality bigint := managed_municipality(p_office);
begin
  return (select coalesce(array_agg(distinct upper(left(p.name, 1))), '{}') from organisation_person p
           where (p.municipality_id = v_municipality or exists (select 1 from tenure_today t where t.person_id = p.id and t.municipality_id = v_municipality))
             and (not p_uninvited or (p.account_id is null and p.municipality_id = v_municipality)));
end $$;

-- The person, employed here, whose account the office keeps.
create or replace function account_in_office(p_office bigint, p_person_key text) returns table (person_id bigint, account_id bigint, email text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_municipality bigint := managed_municipality(p_office);
begin
  return query select p.id, a.id, coalesce(a.email, lower(p.work_email))::text from organisation_person p left join accounts_account a on a.id = p.account_id
                where p.key = p_person_key and p.municipality_id = v_municipality and p.id is distinct from current_actor();
end $$;

create or replace function invite_person(p_office bigint, p_person_key text, p_digest text, p_days integer) returns table (email text, municipality text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_municipality bigint := managed_municipality(p_office); v_person organisation_person;
begin
  select * into v_person from organisation_person p where p.key = p_person_key and p.municipality_id = v_municipality and p.account_id is null and p.work_email <> '';
  if v_person.id is null or exists (select 1 from accounts_account a where a.email = lower(v_person.work_email)) then
    raise exception 'not allowed' using errcode = '42501';
  end if;
  update accounts_link k set ends_at = samspil_now() where k.person_id = v_person.id and k.used_at is null and k.ends_at > samspil_now();
  insert into accounts_link (digest, purpose, person_id, municipality_id, made_at, made_by, ends_at)
  values (p_digest, 'invitation', v_person.id, v_municipality, samspil_now(), current_actor(), samspil_now() + make_interval(days => least(p_days, 7)));
  return query select lower(v_person.work_email)::text, m.name from organisation_municipality m where m.id = v_municipality;
end $$;

create or replace function ask_recovery(p_office bigint, p_person_key text, p_reason text) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare v_municipality bigint := managed_municipality(p_office); v_key text := new_act_key(); v_person bigint;
begin
  select x.person_id into v_person from account_in_office(p_office, p_person_key) x where x.account_id is not null;
  if v_person is null or coalesce(btrim(p_reason), '') = '' then raise exception 'not allowed' using errcode = '42501'; end if;
  insert into accounts_recovery (key, person_id, municipality_id, reason, asked_by, asked_at)
  values (v_key, v_person, v_municipality, btrim(p_reason), current_actor(), samspil_now());
  return v_key;
end $$;

-- Another administrator than the one who asked, and never the person concerned. Refusing is open to the one who asked too.
create or replace function settle_recovery(p_office bigint, p_key text, p_approve boolean, p_digest text, p_days integer)
returns table (person_id bigint, account_id bigint, email text, municipality text) language plpgsql security definer set search_path = public, pg_temp as $$
declare v_municipality bigint := managed_municipality(p_office); v_recovery accounts_recovery;
begin
  select * into v_recovery from accounts_recovery r where r.key = p_key and r.municipality_id = v_municipality and r.settled_at is null
     and r.asked_at > samspil_now() - interval '7 days' for update;
  if v_recovery.id is null or v_recovery.person_id = current_actor() or (p_approve and v_recovery.asked_by = current_actor()) then
    raise exception 'not allowed' using errcode = '42501';
  end if;
  update accounts_recovery r set settled_by = current_actor(), settled_at = samspil_now(), approved = p_approve where r.id = v_recovery.id;
  if p_approve then
    update accounts_link k set ends_at = samspil_now() where k.person_id = v_recovery.person_id and k.used_at is null and k.ends_at > samspil_now();
    insert into accounts_link (digest, purpose, person_id, municipality_id, made_at, made_by, ends_at)
    values (p_digest, 'recovery', v_recovery.person_id, v_municipality, samspil_now(), current_actor(), samspil_now() + make_interval(days => least(p_days, 7)));
  end if;
  return query select p.id, p.account_id, a.email::text, m.name from organisation_person p join accounts_account a on a.id = p.account_id
                 join organisation_municipality m on m.id = v_municipality where p.id = v_recovery.person_id;
end $$;
