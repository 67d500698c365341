-- Concerns and meetings beside the cases: each of the eight heavy bodies has five concerns that wait and twenty that were answered,
-- every body has six meetings, and the agenda of the next one holds four matters of children and three open items.
set session_replication_role = replica;
create temporary table office as
  select m.n, m.id as municipality_id, u.id as unit_id, (select id from organisation_controller where municipality_id = m.id order by id limit 1) as controller_id
    from made m join organisation_unit u on u.municipality_id = m.id and u.slug = 'arkiv';

create temporary table room as
  select b.n, b.municipality_id, b.id as body_id, 'concern' as kind, 'ssp115' as basis, 'bekymring' as category, 'Bekymring fra Arkiv' as title, j from body b, generate_series(1, case when b.i <= 8 then 25 else 3 end) j
  union all
  select b.n, b.municipality_id, b.id, 'item', 'ssp115', 'punkt', 'Punkt i Netværk ' || b.i, j from body b, generate_series(1, 4) j
  union all
  select b.n, b.municipality_id, b.id, 'body_open', 'open', 'aabent', 'Netværk ' || b.i, 1 from body b;
create temporary table numbered as select room.*, (select max(id) from circles_circle) + row_number() over () as circle_id from room;
insert into circles_circle (id, key, municipality_id, kind, controller_id, basis, named, purpose, title, category_id, body_id, unit_id, opened_at)
overriding system value
select x.circle_id, bench_key(), x.municipality_id, x.kind, o.controller_id, x.basis, x.basis <> 'open', 'forebygge', x.title, c.id, x.body_id, o.unit_id, now() - interval '100 days'
  from numbered x join office o on o.municipality_id = x.municipality_id join organisation_retentioncategory c on c.municipality_id = x.municipality_id and c.slug = x.category;
select setval(pg_get_serial_sequence('circles_circle', 'id'), (select max(id) from circles_circle));
insert into circles_member (municipality_id, circle_id, kind, basis, body_id, part, starts_at, reason, act_key)
select municipality_id, circle_id, kind, basis, body_id, 'keeper', now() - interval '100 days', '', '' from numbered;

create temporary table paper as select x.*, w.tenure_id, w.agency_id from numbered x join writer w on w.body_id = x.body_id;
insert into circles_youngperson (circle_id, municipality_id, written_at, written_by_id, key, name, sort_key, birth_date, school_class, protected_address)
select circle_id, municipality_id, now(), tenure_id, bench_key(), 'Barn ' || circle_id, lpad(circle_id::text, 8, '0'), '2012-01-01'::date + (random() * 1500)::int, '8.b', false
  from paper where kind in ('concern', 'item');
insert into concerns_concern (circle_id, municipality_id, written_at, written_by_id, key, version, kinds, urgency, asks_only_for_sparring, about, place, told, reachable, notified, notice_in_doubt, young_person_id)
select p.circle_id, p.municipality_id, now() - (p.j % 5) * interval '7 hours', p.tenure_id, bench_key(), 1, '[]', 'days', false, '', '', '[]', '', '', false, y.id
  from paper p join circles_youngperson y on y.circle_id = p.circle_id where p.kind = 'concern';
create temporary table told as select c.id as concern_id, c.written_at, p.* from concerns_concern c join paper p on p.circle_id = c.circle_id;
insert into concerns_sending (circle_id, municipality_id, written_at, written_by_id, concern_id, body_id)
select circle_id, municipality_id, written_at, tenure_id, concern_id, body_id from told;
insert into concerns_concerntext (circle_id, municipality_id, written_at, written_by_id, thread, version, replaced, text, slot, concern_id)
select circle_id, municipality_id, written_at, tenure_id, bench_key(), 1, false, repeat('Han er begyndt at blive væk fra de første timer. ', 5), slot, concern_id
  from told, unnest(array['observation', 'child_words', 'interpretation']) slot;
insert into concerns_triage (circle_id, municipality_id, written_at, written_by_id, concern_id, outcome, reason, necessity, opened_key)
select circle_id, municipality_id, written_at, tenure_id, concern_id, 'advice', '', '', '' from told where j > 5 or j = 3;
insert into concerns_answer (circle_id, municipality_id, written_at, written_by_id, concern_id, text)
select circle_id, municipality_id, written_at, tenure_id, concern_id, 'Tal med ham i morgen.' from told where j > 5 or j = 3;

insert into meetings_meeting (circle_id, municipality_id, written_at, written_by_id, key, body_id, occasion, subject, starts_at, ends_at, place)
select p.circle_id, p.municipality_id, now(), p.tenure_id, bench_key(), p.body_id, 'ordinary', '', day, day + interval '2 hours', 'Rådhuset'
  from paper p, lateral (select date_trunc('hour', now()) + interval '3 days' + k * interval '30 days' as day from generate_series(-2, 3) k) d where p.kind = 'body_open';
insert into meetings_convening (circle_id, municipality_id, written_at, written_by_id, meeting_id)
select circle_id, municipality_id, now(), written_by_id, id from meetings_meeting;
insert into meetings_attendance (circle_id, municipality_id, written_at, written_by_id, meeting_id, tenure_id, answer, is_guest)
select m.circle_id, m.municipality_id, now(), m.written_by_id, m.id, t.id, case when t.id % 3 = 0 then '' else 'yes' end, false
  from meetings_meeting m join organisation_seat s on s.body_id = m.body_id join organisation_tenure t on t.seat_id = s.id;
create temporary table coming as select distinct on (body_id) body_id, key from meetings_meeting where starts_at > now() order by body_id, starts_at;
insert into circles_disclosure (act_key, municipality_id, circle_id, direction, nature, basis, necessity, sender_id, sender_tenure_id, receivers, at)
select bench_key(), municipality_id, circle_id, 'both', 'internal', 'ssp115', 'Nødvendigt for at aftale, hvem der gør hvad.', agency_id, tenure_id, '[]', now() from paper where kind = 'item';
insert into decisions_submission (circle_id, municipality_id, written_at, written_by_id, key, body_id, title, reason, subject_kind, subject_key, excerpts)
select circle_id, municipality_id, now(), tenure_id, bench_key(), body_id, '', 'Ny bekymring', 'concern', '', '[]' from paper where kind = 'item';
insert into meetings_agendaitem (circle_id, municipality_id, written_at, written_by_id, key, meeting_key, position, title, form, reason, standing, submission_id)
select p.circle_id, p.municipality_id, now(), p.tenure_id, bench_key(), c.key, p.j, '', 'discussion', 'Ny bekymring', '', s.id
  from paper p join coming c on c.body_id = p.body_id join decisions_submission s on s.circle_id = p.circle_id where p.kind = 'item'
union all
select p.circle_id, p.municipality_id, now(), p.tenure_id, bench_key(), c.key, 4 + i, 'Åbent punkt ' || i, 'discussion', '', '', null
  from paper p join coming c on c.body_id = p.body_id, generate_series(1, 3) i where p.kind = 'body_open';
insert into meetings_sharednote (circle_id, municipality_id, act_id, written_at, written_by_id, thread, version, replaced, text, item_id, on_behalf_of_id)
select i.circle_id, i.municipality_id, d.id, now(), i.written_by_id, bench_key(), 1, false, 'Han har fået en kontaktperson i klubben.', i.id, i.written_by_id
  from meetings_agendaitem i join circles_disclosure d on d.circle_id = i.circle_id where i.submission_id is not null;

set session_replication_role = origin;
