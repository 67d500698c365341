-- Whom a one-time link is for; no row when it is unknown, used or too old.
create or replace function link_holder(p_digest text)
returns table (purpose text, person_id bigint, name text, email text, municipality text, account_id bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select k.purpose, p.id, p.name, coalesce(a.email, lower(p.work_email))::text, m.name, p.account_id
    from accounts_link k join organisation_person p on p.id = k.person_id join organisation_municipality m on m.id = k.municipality_id
    left join accounts_account a on a.id = p.account_id
   where k.digest = p_digest and k.used_at is null and k.ends_at > samspil_now()
     and (k.purpose = 'recovery') = (p.account_id is not null);
end $$;

-- Uses a link up. An invitation ties the account to the person; nothing else ever does.
create or replace function use_link(p_digest text, p_account bigint) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare v_link accounts_link;
begin
  update accounts_link set used_at = samspil_now() where digest = p_digest and used_at is null and ends_at > samspil_now() returning * into v_link;
  if v_link.id is null then raise exception 'the link is not open' using errcode = '42501'; end if;
  if v_link.purpose = 'recovery' then
    perform 1 from organisation_person p where p.id = v_link.person_id and p.account_id = p_account;
  else
    update organisation_person set account_id = p_account where id = v_link.person_id and account_id is null;
  end if;
  if not found then raise exception 'the link is for another' using errcode = '42501'; end if;
  update accounts_link set ends_at = samspil_now() where person_id = v_link.person_id and used_at is null and ends_at > samspil_now();
end $$;
