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
            name='Commitment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('what', models.TextField(verbose_name='gør hvad')),
                ('due', models.DateField(verbose_name='senest')),
                ('ended_at', models.DateTimeField(null=True, verbose_name='afsluttet')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('tenure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='hvem')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'aftale',
                'verbose_name_plural': 'aftaler',
            },
        ),
        migrations.CreateModel(
            name='CommitmentReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('outcome', models.TextField(verbose_name='udfald')),
                ('text', models.TextField(blank=True, verbose_name='hvordan gik det')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('commitment', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='decisions.commitment', verbose_name='aftale')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'melding om en aftale',
                'verbose_name_plural': 'meldinger om aftaler',
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('meeting_key', models.CharField(blank=True, max_length=10, verbose_name='møde')),
                ('outcome', models.TextField(verbose_name='udfald')),
                ('text', models.TextField(blank=True, verbose_name='beslutning')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'beslutning',
                'verbose_name_plural': 'beslutninger',
            },
        ),
        migrations.AddField(
            model_name='commitment',
            name='decision',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='commitments', to='decisions.decision', verbose_name='beslutning'),
        ),
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('title', models.TextField(verbose_name='overskrift')),
                ('reason', models.TextField(verbose_name='hvorfor på dagsordenen')),
                ('subject_kind', models.TextField(blank=True, verbose_name='art')),
                ('subject_key', models.CharField(blank=True, max_length=10, verbose_name='om')),
                ('excerpts', models.JSONField(default=list, verbose_name='taget med')),
                ('settled_at', models.DateTimeField(null=True, verbose_name='afsluttet')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.body', verbose_name='organ')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'forslag til punkt',
                'verbose_name_plural': 'forslag til punkter',
            },
        ),
        migrations.AddField(
            model_name='decision',
            name='submission',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='decisions.submission', verbose_name='forslag'),
        ),
        migrations.AddField(
            model_name='commitment',
            name='submission',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='commitments', to='decisions.submission', verbose_name='forslag'),
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(condition=models.Q(('settled_at__isnull', True)), fields=['circle', 'body'], name='submission_waiting'),
        ),
        migrations.AddConstraint(
            model_name='submission',
            constraint=models.UniqueConstraint(fields=('circle', 'id'), name='submission_circle_id'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.UniqueConstraint(fields=('circle', 'id'), name='decision_circle_id'),
        ),
        migrations.AddIndex(
            model_name='commitment',
            index=models.Index(condition=models.Q(('ended_at__isnull', True)), fields=['circle', 'due'], name='commitment_running'),
        ),
        migrations.AddIndex(
            model_name='commitment',
            index=models.Index(condition=models.Q(('ended_at__isnull', True)), fields=['tenure', 'due'], name='commitment_tenure'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.UniqueConstraint(fields=('circle', 'id'), name='commitment_circle_id'),
        ),
    ]
