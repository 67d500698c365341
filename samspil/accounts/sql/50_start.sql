-- The first administrator of a municipality, from the operator's terminal; the app role may not call it. It answers once:
-- when an administrator has an account the next ones are invited by people.
create or replace function first_administrator(p_slug text, p_name text, p_sort_key text, p_email text, p_digest text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_municipality bigint; v_seat bigint; v_person bigint;
begin
  select m.id into v_municipality from organisation_municipality m where m.slug = p_slug;
  if v_municipality is null then return 'unknown municipality'; end if;
  select s.id into v_seat from organisation_seat s join organisation_mandate d on d.function_id = s.function_id
     and d.capability = 'account.manage' and d.circle_kind = 'office' and d.registered_until is null
   where s.municipality_id = v_municipality and s.closed_on is null order by s.id limit 1;
  if v_seat is null then return 'no seat'; end if;
  if exists (select 1 from organisation_tenure t join organisation_person p on p.id = t.person_id and p.account_id is not null
               join organisation_seat s on s.id = t.seat_id
               join organisation_mandate d on d.function_id = s.function_id and d.capability = 'account.manage' and d.registered_until is null
              where t.municipality_id = v_municipality and t.registered_until is null and (t.valid_until is null or t.valid_until > samspil_today())) then
    return 'already started';
  end if;
  if exists (select 1 from accounts_account a where a.email = lower(p_email)) then return 'mail taken'; end if;
  select p.id into v_person from organisation_person p where p.municipality_id = v_municipality and lower(p.work_email) = lower(p_email) and p.account_id is null;
  if v_person is null then
    insert into organisation_person (key, municipality_id, name, sort_key, work_email, work_phone)
    values (new_act_key(), v_municipality, p_name, p_sort_key, lower(p_email), '') returning id into v_person;
  end if;
  if not exists (select 1 from tenure_today t where t.person_id = v_person and t.seat_id = v_seat) then
    insert into organisation_tenure (key, municipality_id, seat_id, person_id, kind, valid_from, registered_from)
    values (new_act_key(), v_municipality, v_seat, v_person, 'ordinary', samspil_today(), samspil_now());
  end if;
  update accounts_link k set ends_at = samspil_now() where k.municipality_id = v_municipality and k.purpose = 'start' and k.used_at is null and k.ends_at > samspil_now();
  insert into accounts_link (digest, purpose, person_id, municipality_id, made_at, ends_at)
  values (p_digest, 'start', v_person, v_municipality, samspil_now(), samspil_now() + interval '1 day');
  return '';
end $$;
