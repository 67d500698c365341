-- THE relation: who may do what in which circle, and by which seat. Policies, may(), "Hvem kan se dette" and
-- "Du kan se dette, fordi ..." are all read from here and stated nowhere else. `authority` leans on the six columns
-- person_id, circle_id, capability, reason, member_id, tenure_id (see samspil/authority/relation.py).
-- The order of the joins is that of `circle_array`, from one person to many circles: what is lawful is found once a seat, not once a circle.
drop view if exists access_grant;
create view access_grant as
select t.person_id, m.circle_id, d.capability, m.part as reason, m.id as member_id, t.id as tenure_id
  from tenure_today t
  join organisation_seat s on s.id = t.seat_id
  join organisation_mandate d on d.function_id = s.function_id and d.registered_until is null
  join organisation_lawful l on l.municipality_id = d.municipality_id and l.legal_kind = s.legal_kind and l.row_class = d.row_class
  join circles_member m on m.holder = s.holder and m.kind = d.circle_kind and m.part = d.part and m.basis = l.basis and m.municipality_id = l.municipality_id
 where m.starts_at <= samspil_now() and coalesce(m.ends_at, 'infinity') > samspil_now()
   and not exists (select 1 from circles_exclusion e where e.circle_id = m.circle_id and e.person_id = t.person_id
                      and e.starts_at <= samspil_now() and (e.ends_at is null or e.ends_at > samspil_now()))
union all
select t.person_id, m.circle_id, d.capability, m.part as reason, m.id as member_id, t.id as tenure_id
  from tenure_today t
  join organisation_seat s on s.id = t.seat_id
  join organisation_mandate d on d.function_id = s.function_id and d.registered_until is null
  join organisation_lawful l on l.municipality_id = d.municipality_id and l.legal_kind = s.legal_kind and l.row_class = d.row_class
  join circles_member m on m.tenure_id = t.id and m.kind = d.circle_kind and m.part = d.part and m.basis = l.basis and m.municipality_id = l.municipality_id
 where m.starts_at <= samspil_now() and coalesce(m.ends_at, 'infinity') > samspil_now()
   and not exists (select 1 from circles_exclusion e where e.circle_id = m.circle_id and e.person_id = t.person_id
                      and e.starts_at <= samspil_now() and (e.ends_at is null or e.ends_at > samspil_now()));
