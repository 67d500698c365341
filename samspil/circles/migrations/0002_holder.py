from django.db import migrations

# See organisation/migrations/0002_holder.py.
FORWARD = """
alter table circles_member add column holder bigint generated always as (coalesce(body_id * 4, unit_id * 4 + 1, tenure_id * 4 + 2)) stored;
create index member_holder on circles_member (holder, kind, part, basis, coalesce(ends_at, 'infinity'));
create index member_circle on circles_member (circle_id, holder);
"""


class Migration(migrations.Migration):
    dependencies = [("circles", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, "alter table circles_member drop column holder")]
