-- owner: only the owner of a table may let others destroy in it.
-- Mails that wait or have gone are no named rows; they go with the matters that they speak of.
grant select, delete on post_outgoing to samspil_rule;
