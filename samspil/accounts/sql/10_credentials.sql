-- owner: what one logs in with is written only in a transaction for which the server has proved that it means to (A18).
-- The proof holds for one account and one transaction; a stray statement of the app role cannot make it.
grant select on accounts_account, mfa_authenticator to samspil_rule;
create or replace function guard_credential() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_account bigint; v_key bytea; v_old jsonb; v_new jsonb;
begin
  if session_user not in ('samspil_web', 'samspil_worker') then return coalesce(new, old); end if;
  v_old := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
  v_new := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
  if tg_table_name = 'accounts_account' then
    v_account := case when tg_op = 'INSERT' then 0 else (v_old ->> 'id')::bigint end;
  else
    v_account := coalesce(v_old, v_new) ->> 'user_id';
  end if;
  if tg_op = 'UPDATE' and v_old - 'last_login' - 'last_used_at' = v_new - 'last_login' - 'last_used_at' then return new; end if;
  v_key := (select key from authority_visitkey limit 1);
  if v_key is null or nullif(current_setting('samspil.credential', true), '') is distinct from
     encode(sha256(v_key || convert_to(concat_ws('|', 'credential', v_account, pg_current_xact_id()), 'UTF8') || v_key), 'hex') then
    raise exception 'credentials are changed by the server alone' using errcode = '42501';
  end if;
  if tg_op = 'UPDATE' and tg_table_name = 'mfa_authenticator' and v_old ->> 'user_id' <> v_new ->> 'user_id' then
    raise exception 'a factor stays with its account' using errcode = '42501';
  end if;
  return coalesce(new, old);
end $$;
create or replace trigger credential before insert or update or delete on accounts_account for each row execute function guard_credential();
create or replace trigger credential before insert or update or delete on mfa_authenticator for each row execute function guard_credential();
