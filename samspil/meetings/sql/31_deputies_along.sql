-- owner: whoever stands in at a meeting comes along to a closed item that is put on its agenda later.
create or replace trigger deputies after insert or update of removed_at on meetings_agendaitem for each row execute function take_deputies_along();
