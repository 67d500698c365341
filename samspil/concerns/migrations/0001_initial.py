import django.db.models.deletion
import samspil.lib.public_key
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('circles', '0001_initial'),
        ('organisation', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Concern',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                ('saved_at', models.DateTimeField(null=True, verbose_name='gemt')),
                ('kinds', models.JSONField(default=list, verbose_name='arter')),
                ('urgency', models.TextField(default='days', verbose_name='hvor meget det haster')),
                ('asks_only_for_sparring', models.BooleanField(default=False, verbose_name='vil kun have råd')),
                ('about', models.TextField(blank=True, verbose_name='uden navn, om')),
                ('happened_on', models.DateField(null=True, verbose_name='dag')),
                ('happened_at', models.TimeField(null=True, verbose_name='klokkeslæt')),
                ('place', models.TextField(blank=True, verbose_name='sted')),
                ('told', models.JSONField(default=list, verbose_name='hvem der ved det')),
                ('reachable', models.TextField(blank=True, verbose_name='træffes')),
                ('notified', models.TextField(blank=True, verbose_name='har den, der skriver, underrettet')),
                ('notified_at', models.DateTimeField(null=True, verbose_name='svaret på det')),
                ('notice_in_doubt', models.BooleanField(default=False, verbose_name='underretning skal afklares')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('notified_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='svaret af')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
                ('young_person', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='concerns', to='circles.youngperson', verbose_name='den unge')),
            ],
            options={
                'verbose_name': 'bekymring',
                'verbose_name_plural': 'bekymringer',
            },
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('text', models.TextField(verbose_name='svar')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
                ('concern', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_rows', to='concerns.concern', verbose_name='bekymring')),
            ],
            options={
                'verbose_name': 'svar',
                'verbose_name_plural': 'svar',
            },
        ),
        migrations.CreateModel(
            name='ConcernText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('thread', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, verbose_name='tekst')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                ('replaced', models.BooleanField(default=False, verbose_name='erstattet')),
                ('text', models.TextField(verbose_name='ordlyd')),
                ('slot', models.TextField(verbose_name='felt')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('concern', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='texts', to='concerns.concern', verbose_name='bekymring')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'tekst i en bekymring',
                'verbose_name_plural': 'tekster i bekymringer',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Likeness',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('other_key', models.CharField(max_length=10, verbose_name='den anden bekymring')),
                ('same', models.BooleanField(verbose_name='den samme')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('concern', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_rows', to='concerns.concern', verbose_name='bekymring')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'sammenligning',
                'verbose_name_plural': 'sammenligninger',
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('outcome', models.TextField(verbose_name='udfald')),
                ('reason', models.TextField(blank=True, verbose_name='begrundelse')),
                ('receiver', models.TextField(blank=True, verbose_name='sendt til')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('concern', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_rows', to='concerns.concern', verbose_name='bekymring')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'underretning',
                'verbose_name_plural': 'underretninger',
            },
        ),
        migrations.CreateModel(
            name='Sending',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('body', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.body', verbose_name='organ')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('concern', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_rows', to='concerns.concern', verbose_name='bekymring')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit', verbose_name='enhed')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'afsendelse',
                'verbose_name_plural': 'afsendelser',
            },
        ),
        migrations.CreateModel(
            name='Triage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('outcome', models.TextField(verbose_name='valg')),
                ('reason', models.TextField(blank=True, verbose_name='begrundelse')),
                ('necessity', models.TextField(blank=True, verbose_name='hvorfor det er nødvendigt at dele')),
                ('opened_key', models.CharField(blank=True, max_length=10, verbose_name='åbnet rum')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('body', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.body', verbose_name='organ')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('concern', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_rows', to='concerns.concern', verbose_name='bekymring')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'vurdering',
                'verbose_name_plural': 'vurderinger',
            },
        ),
        migrations.AddConstraint(
            model_name='concern',
            constraint=models.UniqueConstraint(fields=('circle', 'id'), name='concern_circle_id'),
        ),
        migrations.AddConstraint(
            model_name='concerntext',
            constraint=models.UniqueConstraint(fields=('circle', 'thread', 'version'), name='concerntext_version'),
        ),
        migrations.AddConstraint(
            model_name='sending',
            constraint=models.UniqueConstraint(fields=('circle', 'concern'), name='sending_once'),
        ),
        migrations.AddIndex(
            model_name='triage',
            index=models.Index(fields=['circle', 'written_at'], name='triage_circle_written'),
        ),
    ]
