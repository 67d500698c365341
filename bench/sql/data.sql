-- A country of work, made inside the database; the numbers of municipalities and circles are parameters.
-- The first municipality is a real organisation file, applied by the loader; its law, functions and mandates are copied to the others.
-- Municipality 1: nine tenths of the matters have ended, so that the coordinator of eight bodies has 3,400 of which some 340 are live.
-- Municipality 2: the same with every matter live; there a member of two bodies has some 280.
set session_replication_role = replica;
select setseed(0.42);

create temporary table place as
  select row_number() over (order by code)::bigint as n, code, name from bench_municipality order by code limit :municipalities;
create temporary table model as select id from organisation_municipality where slug = 'frederiksberg';

insert into organisation_municipality (key, slug, name, colours, settings)
select bench_key(), 'bench-' || p.n, p.name, m.colours, m.settings from place p, organisation_municipality m where m.slug = 'frederiksberg';
create temporary table made as select p.n, m.id from place p join organisation_municipality m on m.slug = 'bench-' || p.n;

insert into organisation_controller (key, municipality_id, slug, name)
select bench_key(), made.id, o.slug, o.name from made, organisation_controller o where o.municipality_id = (select id from model);
insert into organisation_agency (key, municipality_id, slug, name, controller_id, legal_kind, side)
select bench_key(), made.id, o.slug, o.name, n.id, o.legal_kind, o.side
  from made, organisation_agency o join organisation_controller c on c.id = o.controller_id, lateral (
       select id from organisation_controller where municipality_id = made.id and slug = c.slug) n where o.municipality_id = (select id from model);
insert into organisation_function (key, municipality_id, slug, name, duties, convenes)
select bench_key(), made.id, o.slug, o.name, o.duties, o.convenes from made, organisation_function o where o.municipality_id = (select id from model);
insert into organisation_retentioncategory (key, municipality_id, slug, name, days, starts, outcome, warn_days)
select bench_key(), made.id, o.slug, o.name, o.days, o.starts, o.outcome, o.warn_days from made, organisation_retentioncategory o where o.municipality_id = (select id from model);
insert into organisation_lawful (municipality_id, basis, legal_kind, row_class)
select made.id, o.basis, o.legal_kind, o.row_class from made, organisation_lawful o where o.municipality_id = (select id from model);
insert into organisation_mandate (municipality_id, valid_from, registered_from, function_id, circle_kind, part, capability, row_class)
select made.id, o.valid_from, o.registered_from, n.id, o.circle_kind, o.part, o.capability, o.row_class
  from made, organisation_mandate o join organisation_function f on f.id = o.function_id, lateral (
       select id from organisation_function where municipality_id = made.id and slug = f.slug) n where o.municipality_id = (select id from model);
insert into organisation_unit (key, municipality_id, slug, name, agency_id, kind, phone, email, hours, public, sort_key)
select bench_key(), made.id, 'arkiv', 'Arkiv', a.id, 'afdeling', '', '', '', false, 'arkiv'
  from made join lateral (select id from organisation_agency where municipality_id = made.id order by id limit 1) a on true;
insert into organisation_body (key, municipality_id, slug, name, definition, agency_id, task, level, level_name, words, closed_matters, outside, public, standing_items, sort_key, valid_from, registered_from)
select bench_key(), made.id, 'b' || i, 'Netværk ' || i, 'netvaerk', a.id, '', 1, '', '{}', true, false, true, '[]', 'netvaerk ' || lpad(i::text, 3, '0'), '2020-01-01', now()
  from made join lateral (select id from organisation_agency where municipality_id = made.id order by id limit 1) a on true, generate_series(1, 20) i;
create temporary table body as select m.n, m.id as municipality_id, substr(b.slug, 2)::int as i, b.id, b.agency_id from made m join organisation_body b on b.municipality_id = m.id;
create index on body (n, i);

-- 500 people a municipality, one seat each in a body; the first sits as convener in bodies 1 to 8, the ninth as a member in 9 and 10.
insert into organisation_person (key, municipality_id, name, sort_key, work_email, work_phone)
select bench_key(), made.id, 'Fagperson ' || i, lpad(i::text, 4, '0'), '', '' from made, generate_series(1, 500) i;
create temporary table person as
  select m.n, p.id, p.municipality_id, row_number() over (partition by m.n order by p.id)::int as i from made m join organisation_person p on p.municipality_id = m.id;
create temporary table place_at as
  select p.n, p.municipality_id, p.id as person_id, p.i, b.id as body_id, b.i as body_i, b.agency_id,
         case when p.i = 1 then 'ssp-konsulent' when p.i % 25 = 2 then 'politibetjent' when p.i % 25 = 3 then 'socialraadgiver' else 'kontaktlaerer' end as function
    from person p join body b on b.n = p.n and (case when p.i = 1 then b.i <= 8 when p.i = 9 then b.i in (9, 10) else b.i = 1 + p.i % 20 end);
insert into organisation_seat (key, municipality_id, slug, body_id, function_id, agency_id, legal_kind, optional, many, public, voting, appointed_by)
select bench_key(), x.municipality_id, 's' || x.person_id || '-' || x.body_i, x.body_id, f.id, a.id, a.legal_kind, false, false, false, true, ''
  from place_at x
  join organisation_function f on f.municipality_id = x.municipality_id and f.slug = x.function
  join lateral (select g.id, g.legal_kind from organisation_agency g where g.municipality_id = x.municipality_id
                   and g.legal_kind = case when x.function = 'politibetjent' then 'police' else 'municipal' end order by g.id limit 1) a on true;
insert into organisation_tenure (key, municipality_id, seat_id, person_id, kind, valid_from, registered_from)
select bench_key(), s.municipality_id, s.id, x.person_id, 'ordinary', '2020-01-01', now()
  from place_at x join organisation_seat s on s.municipality_id = x.municipality_id and s.slug = 's' || x.person_id || '-' || x.body_i;

-- Circles with a case each: bodies 1 to 8 have 425 a body, the other twelve share the rest.
create temporary table matter as
  select b.n, b.municipality_id, b.id as body_id, b.i as body_i, j,
         (b.n = 2 or j % 10 = 0) as live, row_number() over () as m
    from body b, generate_series(1, case when b.i <= 8 then 425 else :elsewhere end) j;
create temporary table base as select coalesce(max(id), 0) as c from circles_circle;
insert into circles_circle (id, key, municipality_id, kind, controller_id, basis, named, purpose, title, category_id, body_id, unit_id, opened_at, closed_at)
overriding system value
select base.c + x.m, bench_key(), x.municipality_id, 'case', o.controller_id, 'ssp115', true, 'forebygge', 'Sag i Netværk ' || x.body_i, o.category_id, x.body_id, null,
       now() - random() * interval '900 days', case when not x.live then now() - interval '60 days' end
  from matter x cross join base join lateral (
       select (select id from organisation_controller where municipality_id = x.municipality_id order by id limit 1) as controller_id,
              (select id from organisation_retentioncategory where municipality_id = x.municipality_id and slug = 'sag') as category_id) o on true;
select setval(pg_get_serial_sequence('circles_circle', 'id'), (select max(id) from circles_circle));
insert into circles_member (municipality_id, circle_id, kind, basis, body_id, unit_id, part, starts_at, ends_at, reason, act_key)
select x.municipality_id, base.c + x.m, 'case', 'ssp115', x.body_id, null, 'party', now() - interval '901 days', case when not x.live then now() - interval '30 days' end, '', '' from matter x cross join base
union all
select x.municipality_id, base.c + x.m, 'case', 'ssp115', null, u.id, 'keeper', now() - interval '901 days', null, '', '' from matter x cross join base join organisation_unit u on u.municipality_id = x.municipality_id and u.slug = 'arkiv';

create temporary table convener as
  select x.n, x.body_id, t.id as tenure_id, s.agency_id from place_at x join organisation_seat s on s.municipality_id = x.municipality_id and s.slug = 's' || x.person_id || '-' || x.body_i
    join organisation_tenure t on t.seat_id = s.id where x.i = 1 or (x.i > 9 and x.i <= 29 and x.body_i > 8);
create temporary table writer as select distinct on (body_id) body_id, tenure_id, agency_id from convener order by body_id, tenure_id;
create index on writer (body_id);
insert into circles_disclosure (act_key, municipality_id, circle_id, direction, nature, basis, necessity, sender_id, sender_tenure_id, receivers, at)
select bench_key(), x.municipality_id, base.c + x.m, 'both', 'internal', 'ssp115', 'Nødvendigt for at aftale, hvem der gør hvad.', w.agency_id, w.tenure_id, '[]', now() - interval '300 days'
  from matter x cross join base join writer w on w.body_id = x.body_id;
create temporary table act as select circle_id, min(id) as id from circles_disclosure group by circle_id;
create index on act (circle_id);

create temporary table line as
  select x.*, base.c + x.m as circle_id, w.tenure_id, act.id as act_id from matter x cross join base join writer w on w.body_id = x.body_id join act on act.circle_id = base.c + x.m;
insert into circles_youngperson (circle_id, municipality_id, act_id, written_at, written_by_id, key, name, sort_key, birth_date, school_class, protected_address)
select circle_id, municipality_id, act_id, now(), tenure_id, bench_key(), 'Barn ' || m, lpad(m::text, 8, '0'), '2012-01-01'::date + (random() * 1500)::int, '8.b', false from line;
insert into cases_case (circle_id, municipality_id, act_id, written_at, written_by_id, key, problem, level, reason, young_person_id, sort_key, lead_id, due, ended_at)
select l.circle_id, l.municipality_id, l.act_id, now() - random() * interval '900 days', l.tenure_id, bench_key(), 'Fravær og ældre kammerater', 'niveau-1', 'Bekymring fra skolen', y.id,
       y.sort_key, l.tenure_id, case when l.live then (now() + (l.m % 90) * interval '1 day')::date end, case when not l.live then now() - interval '60 days' end
  from line l join circles_youngperson y on y.circle_id = l.circle_id;
create temporary table made_case as select c.id, c.circle_id, l.municipality_id, l.act_id, l.tenure_id, l.live, l.m from cases_case c join line l on l.circle_id = c.circle_id;
insert into cases_leadperson (circle_id, municipality_id, act_id, written_at, written_by_id, case_id, tenure_id, starts_on)
select circle_id, municipality_id, act_id, now(), tenure_id, id, tenure_id, '2026-01-01' from made_case;
insert into cases_followup (circle_id, municipality_id, act_id, written_at, written_by_id, case_id, due)
select circle_id, municipality_id, act_id, now(), tenure_id, id, (now() + (m % 90) * interval '1 day')::date from made_case where live;
insert into cases_closure (circle_id, municipality_id, act_id, written_at, written_by_id, case_id, reason, words)
select circle_id, municipality_id, act_id, now() - interval '60 days', tenure_id, id, 'hjulpet', 'Det gik.' from made_case where not live;
insert into cases_casenote (circle_id, municipality_id, act_id, written_at, written_by_id, thread, version, replaced, text, case_id, slot, happened_on, listener)
select c.circle_id, c.municipality_id, c.act_id, now() - j * interval '20 days', c.tenure_id, bench_key(), 1, false, repeat('Det har han fortalt om skolen. ', 6), c.id,
       case when j = 4 then 'child_words' else 'entry' end, (now() - j * interval '20 days')::date, case when j = 4 then 'en lærer' else '' end
  from made_case c, generate_series(1, 4) j;
insert into decisions_commitment (circle_id, municipality_id, act_id, written_at, written_by_id, key, tenure_id, what, due, ended_at)
select circle_id, municipality_id, act_id, now(), tenure_id, bench_key(), tenure_id, 'Ringer til klubben', (now() + (m % 40 - 5) * interval '1 day')::date,
       case when not live or m % 3 > 0 then now() - interval '30 days' end from made_case;

set session_replication_role = origin;
