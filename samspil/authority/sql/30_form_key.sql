-- Takes a form's one-time key: null when it is new (and now taken), else where the first answer lies.
-- A second send waits for the first one's transaction, by the unique index.
create or replace function take_form_key(p_key text) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare v_answer text;
begin
  insert into authority_formkey (key, person_id, answer, at) values (p_key, current_actor(), '', samspil_now()) on conflict (person_id, key) do nothing;
  if found then return null; end if;
  select answer into v_answer from authority_formkey where person_id = current_actor() and key = p_key;
  return v_answer;
end $$;

create or replace function answer_form_key(p_key text, p_answer text) returns void language sql security definer set search_path = public, pg_temp as $$
  update authority_formkey set answer = p_answer where person_id = current_actor() and key = p_key;
$$;
