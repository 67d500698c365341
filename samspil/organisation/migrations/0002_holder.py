from django.db import migrations

# One number says whose seat it is, so that the access relation joins on one indexed column (A12):
# body * 4, unit * 4 + 1, tenure * 4 + 2.
FORWARD = """
alter table organisation_seat add column holder bigint generated always as (coalesce(body_id * 4, unit_id * 4 + 1)) stored;
create index seat_holder on organisation_seat (holder);
alter table organisation_tenure add column holder bigint generated always as (id * 4 + 2) stored;
create index tenure_holder on organisation_tenure (holder);
"""
BACKWARD = "alter table organisation_seat drop column holder; alter table organisation_tenure drop column holder;"


class Migration(migrations.Migration):
    dependencies = [("organisation", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
