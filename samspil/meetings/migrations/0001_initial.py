import django.db.models.deletion
import samspil.lib.public_key
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('circles', '0001_initial'),
        ('decisions', '0001_initial'),
        ('organisation', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='AgendaItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('meeting_key', models.CharField(max_length=10, verbose_name='møde')),
                ('position', models.PositiveIntegerField(verbose_name='rækkefølge')),
                ('title', models.TextField(blank=True, verbose_name='overskrift')),
                ('form', models.TextField(default='discussion', verbose_name='form')),
                ('reason', models.TextField(blank=True, verbose_name='hvorfor på dagsordenen')),
                ('standing', models.TextField(blank=True, verbose_name='fast punkt')),
                ('discussed_at', models.DateTimeField(null=True, verbose_name='drøftet')),
                ('removed_at', models.DateTimeField(null=True, verbose_name='taget af')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('submission', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='items', to='decisions.submission', verbose_name='forslag')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'punkt',
                'verbose_name_plural': 'punkter',
            },
        ),
        migrations.CreateModel(
            name='CalendarAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.BinaryField(unique=True, verbose_name='adressens fingeraftryk')),
                ('opened_at', models.DateTimeField(verbose_name='åbnet')),
                ('ended_at', models.DateTimeField(null=True, verbose_name='lukket')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.person', verbose_name='fagperson')),
            ],
            options={
                'verbose_name': 'kalenderlink',
                'verbose_name_plural': 'kalenderlinks',
            },
        ),
        migrations.CreateModel(
            name='Declination',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('item', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='declinations', to='meetings.agendaitem', verbose_name='punkt')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('tenure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='udpegning')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'valg om ikke at dele',
                'verbose_name_plural': 'valg om ikke at dele',
            },
        ),
        migrations.CreateModel(
            name='ItemText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('thread', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, verbose_name='tekst')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                ('replaced', models.BooleanField(default=False, verbose_name='erstattet')),
                ('text', models.TextField(verbose_name='ordlyd')),
                ('slot', models.TextField(default='minutes', verbose_name='hvad')),
                ('revision', models.PositiveIntegerField(default=1, verbose_name='rettelse')),
                ('changed_at', models.DateTimeField(null=True, verbose_name='sidst rettet')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('item', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='texts', to='meetings.agendaitem', verbose_name='punkt')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'tekst til et punkt',
                'verbose_name_plural': 'tekster til punkter',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('occasion', models.TextField(default='ordinary', verbose_name='anledning')),
                ('subject', models.TextField(blank=True, verbose_name='emne')),
                ('starts_at', models.DateTimeField(verbose_name='begynder')),
                ('ends_at', models.DateTimeField(verbose_name='slutter')),
                ('place', models.TextField(blank=True, verbose_name='sted')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.body', verbose_name='organ')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'møde',
                'verbose_name_plural': 'møder',
            },
        ),
        migrations.CreateModel(
            name='Guest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('withdrawn_at', models.DateTimeField(null=True, verbose_name='invitation trukket tilbage')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('item', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='guests', to='meetings.agendaitem', verbose_name='punkt')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('tenure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='udpegning')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
                ('meeting', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='meetings.meeting', verbose_name='møde')),
            ],
            options={
                'verbose_name': 'gæst',
                'verbose_name_plural': 'gæster',
            },
        ),
        migrations.CreateModel(
            name='Ending',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
                ('meeting', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='meetings.meeting', verbose_name='møde')),
            ],
            options={
                'verbose_name': 'mødeafslutning',
                'verbose_name_plural': 'mødeafslutninger',
            },
        ),
        migrations.CreateModel(
            name='Convening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
                ('meeting', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='meetings.meeting', verbose_name='møde')),
            ],
            options={
                'verbose_name': 'indkaldelse',
                'verbose_name_plural': 'indkaldelser',
            },
        ),
        migrations.CreateModel(
            name='Cancellation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('reason', models.TextField(verbose_name='grund')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
                ('meeting', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='meetings.meeting', verbose_name='møde')),
            ],
            options={
                'verbose_name': 'aflysning',
                'verbose_name_plural': 'aflysninger',
            },
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('answer', models.TextField(blank=True, verbose_name='svar')),
                ('answered_at', models.DateTimeField(null=True, verbose_name='svaret')),
                ('present', models.BooleanField(null=True, verbose_name='til stede')),
                ('outside_since', models.DateTimeField(null=True, verbose_name='venter udenfor siden')),
                ('is_guest', models.BooleanField(default=False, verbose_name='gæst')),
                ('withdrawn_at', models.DateTimeField(null=True, verbose_name='invitation trukket tilbage')),
                ('minutes_opened_at', models.DateTimeField(null=True, verbose_name='referatet åbnet')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('in_place_of', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='stedfortræder for')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('tenure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='udpegning')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
                ('meeting', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='meetings.meeting', verbose_name='møde')),
            ],
            options={
                'verbose_name': 'deltagelse',
                'verbose_name_plural': 'deltagelser',
            },
        ),
        migrations.CreateModel(
            name='MinutesSending',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('meeting', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='meetings.meeting', verbose_name='møde')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'udsendelse af referat',
                'verbose_name_plural': 'udsendelser af referat',
            },
        ),
        migrations.CreateModel(
            name='MinuteTaker',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('meeting', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='meetings.meeting', verbose_name='møde')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('tenure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='udpegning')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'afløser for referenten',
                'verbose_name_plural': 'afløsere for referenten',
            },
        ),
        migrations.CreateModel(
            name='Moving',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('starts_at', models.DateTimeField(verbose_name='begyndte før')),
                ('place', models.TextField(blank=True, verbose_name='var før')),
                ('reason', models.TextField(verbose_name='grund')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('meeting', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='meetings.meeting', verbose_name='møde')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'flytning af møde',
                'verbose_name_plural': 'flytninger af møder',
            },
        ),
        migrations.CreateModel(
            name='Opening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('meeting', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='meetings.meeting', verbose_name='møde')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'mødestart',
                'verbose_name_plural': 'mødestarter',
            },
        ),
        migrations.CreateModel(
            name='SharedNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('thread', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, verbose_name='tekst')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                ('replaced', models.BooleanField(default=False, verbose_name='erstattet')),
                ('text', models.TextField(verbose_name='ordlyd')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('item', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='meetings.agendaitem', verbose_name='punkt')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('on_behalf_of', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='på vegne af')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'delt oplysning',
                'verbose_name_plural': 'delte oplysninger',
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='agendaitem',
            index=models.Index(fields=['circle', 'meeting_key'], name='agendaitem_meeting'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.UniqueConstraint(fields=('circle', 'id'), name='agendaitem_circle_id'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.UniqueConstraint(fields=('circle', 'meeting_key', 'submission'), name='agendaitem_once'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.UniqueConstraint(condition=models.Q(('standing', ''), _negated=True), fields=('circle', 'meeting_key', 'standing'), name='agendaitem_standing_once'),
        ),
        migrations.AddConstraint(
            model_name='declination',
            constraint=models.UniqueConstraint(fields=('circle', 'item', 'tenure'), name='declination_once'),
        ),
        migrations.AddConstraint(
            model_name='itemtext',
            constraint=models.UniqueConstraint(fields=('circle', 'item', 'slot', 'version'), name='itemtext_version'),
        ),
        migrations.AddIndex(
            model_name='meeting',
            index=models.Index(fields=['circle', 'starts_at'], name='meeting_circle_starts'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.UniqueConstraint(fields=('circle', 'id'), name='meeting_circle_id'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='meeting_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='guest',
            constraint=models.UniqueConstraint(fields=('circle', 'item', 'tenure'), name='guest_once'),
        ),
        migrations.AddConstraint(
            model_name='ending',
            constraint=models.UniqueConstraint(fields=('circle', 'meeting'), name='ending_once'),
        ),
        migrations.AddConstraint(
            model_name='cancellation',
            constraint=models.UniqueConstraint(fields=('circle', 'meeting'), name='cancellation_once'),
        ),
        migrations.AddIndex(
            model_name='attendance',
            index=models.Index(fields=['circle', 'meeting'], name='attendance_meeting'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.UniqueConstraint(fields=('circle', 'meeting', 'tenure'), name='attendance_once'),
        ),
        migrations.AddConstraint(
            model_name='opening',
            constraint=models.UniqueConstraint(fields=('circle', 'meeting'), name='opening_once'),
        ),
        migrations.AddConstraint(
            model_name='sharednote',
            constraint=models.UniqueConstraint(fields=('circle', 'thread', 'version'), name='sharednote_version'),
        ),
    ]
