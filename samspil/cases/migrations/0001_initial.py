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
            name='Case',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('problem', models.TextField(verbose_name='det konkrete problem')),
                ('level', models.TextField(blank=True, verbose_name='niveau')),
                ('reason', models.TextField(verbose_name='hvorfor sagen blev åbnet')),
                ('sort_key', models.TextField(editable=False, verbose_name='sorteringsnøgle')),
                ('due', models.DateField(editable=False, null=True, verbose_name='næste opfølgning')),
                ('ended_at', models.DateTimeField(editable=False, null=True, verbose_name='afsluttet')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('lead', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='tovholder')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
                ('young_person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='circles.youngperson', verbose_name='den unge')),
            ],
            options={
                'verbose_name': 'sag',
                'verbose_name_plural': 'sager',
            },
        ),
        migrations.CreateModel(
            name='CaseConcern',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('concern_key', models.CharField(max_length=10, verbose_name='bekymring')),
                ('child_words_left', models.BooleanField(default=False, verbose_name='barnets egne ord blev i bekymringen')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('case', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case', verbose_name='sag')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'sagens bekymring',
                'verbose_name_plural': 'sagens bekymringer',
            },
        ),
        migrations.CreateModel(
            name='CaseItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('circle_key', models.CharField(max_length=10, verbose_name='punktets rum')),
                ('submission_key', models.CharField(max_length=10, verbose_name='forslag')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('case', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case', verbose_name='sag')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'sag som punkt',
                'verbose_name_plural': 'sager som punkter',
            },
        ),
        migrations.CreateModel(
            name='CaseNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('thread', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, verbose_name='tekst')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                ('replaced', models.BooleanField(default=False, verbose_name='erstattet')),
                ('text', models.TextField(verbose_name='ordlyd')),
                ('slot', models.TextField(verbose_name='plads')),
                ('happened_on', models.DateField(verbose_name='hvornår')),
                ('listener', models.TextField(blank=True, verbose_name='hvem der lyttede')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('case', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='cases.case', verbose_name='sag')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'note i en sag',
                'verbose_name_plural': 'noter i en sag',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Closure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('reason', models.TextField(verbose_name='grund')),
                ('words', models.TextField(verbose_name='hvad der kom ud af det')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('case', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case', verbose_name='sag')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'afslutning',
                'verbose_name_plural': 'afslutninger',
            },
        ),
        migrations.CreateModel(
            name='FollowUp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('due', models.DateField(verbose_name='senest')),
                ('held_on', models.DateField(null=True, verbose_name='holdt')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('case', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case', verbose_name='sag')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'opfølgning',
                'verbose_name_plural': 'opfølgninger',
            },
        ),
        migrations.CreateModel(
            name='LeadPerson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('starts_on', models.DateField(verbose_name='fra')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('case', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case', verbose_name='sag')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('tenure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='hvem')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'tovholder',
                'verbose_name_plural': 'tovholdere',
            },
        ),
        migrations.CreateModel(
            name='Reopening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('words', models.TextField(verbose_name='hvorfor')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('case', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case', verbose_name='sag')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('closure', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='reopenings', to='cases.closure', verbose_name='afslutning')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'genåbning',
                'verbose_name_plural': 'genåbninger',
            },
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(condition=models.Q(('ended_at__isnull', True)), fields=['circle', 'sort_key'], name='case_live'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(condition=models.Q(('ended_at__isnull', True)), fields=['lead', 'due'], name='case_lead_due'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.UniqueConstraint(fields=('circle', 'id'), name='case_circle_id'),
        ),
        migrations.AddConstraint(
            model_name='caseconcern',
            constraint=models.UniqueConstraint(fields=('circle', 'concern_key'), name='caseconcern_once'),
        ),
        migrations.AddConstraint(
            model_name='caseitem',
            constraint=models.UniqueConstraint(fields=('circle', 'submission_key'), name='caseitem_once'),
        ),
        migrations.AddIndex(
            model_name='casenote',
            index=models.Index(fields=['circle', 'case'], name='casenote_case'),
        ),
        migrations.AddConstraint(
            model_name='casenote',
            constraint=models.UniqueConstraint(fields=('circle', 'thread', 'version'), name='casenote_version'),
        ),
        migrations.AddConstraint(
            model_name='closure',
            constraint=models.UniqueConstraint(fields=('circle', 'id'), name='closure_circle_id'),
        ),
        migrations.AddIndex(
            model_name='followup',
            index=models.Index(condition=models.Q(('held_on__isnull', True)), fields=['circle', 'due'], name='followup_waiting'),
        ),
        migrations.AddConstraint(
            model_name='followup',
            constraint=models.UniqueConstraint(fields=('circle', 'id'), name='followup_circle_id'),
        ),
        migrations.AddIndex(
            model_name='leadperson',
            index=models.Index(fields=['circle', 'case'], name='leadperson_case'),
        ),
        migrations.AddConstraint(
            model_name='leadperson',
            constraint=models.UniqueConstraint(fields=('circle', 'id'), name='leadperson_circle_id'),
        ),
        migrations.AddConstraint(
            model_name='reopening',
            constraint=models.UniqueConstraint(fields=('circle', 'closure'), name='reopening_once'),
        ),
    ]
