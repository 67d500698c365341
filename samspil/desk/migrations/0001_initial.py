import django.db.models.deletion
import samspil.lib.public_key
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisation', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='SpotCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('month', models.DateField(verbose_name='måned')),
                ('number', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('room', models.BigIntegerField(verbose_name='rummets nummer')),
                ('door', models.TextField(verbose_name='dør')),
                ('at', models.DateTimeField(verbose_name='tidspunkt')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.person', verbose_name='fagperson')),
            ],
            options={
                'verbose_name': 'stikprøve',
                'verbose_name_plural': 'stikprøver',
            },
        ),
        migrations.CreateModel(
            name='SpotAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('was_work', models.BooleanField(verbose_name='var det arbejde')),
                ('text', models.TextField(verbose_name='svar')),
                ('answered_at', models.DateTimeField(verbose_name='tidspunkt')),
                ('answered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.person', verbose_name='besvaret af')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('spot_check', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='desk.spotcheck', verbose_name='stikprøve')),
            ],
            options={
                'verbose_name': 'svar på en stikprøve',
                'verbose_name_plural': 'svar på stikprøver',
            },
        ),
        migrations.CreateModel(
            name='FirstStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(verbose_name='skridt')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.person', verbose_name='fagperson')),
            ],
            options={
                'verbose_name': 'første skridt',
                'verbose_name_plural': 'første skridt',
                'constraints': [models.UniqueConstraint(fields=('person', 'slug'), name='firststep_once')],
            },
        ),
        migrations.CreateModel(
            name='Judgement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pattern', models.TextField(verbose_name='mønster')),
                ('month', models.DateField(verbose_name='måned')),
                ('verdict', models.TextField(verbose_name='vurdering')),
                ('text', models.TextField(verbose_name='begrundelse')),
                ('judged_at', models.DateTimeField(verbose_name='tidspunkt')),
                ('judged_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.person', verbose_name='vurderet af')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.person', verbose_name='fagperson')),
            ],
            options={
                'verbose_name': 'vurdering af et mønster',
                'verbose_name_plural': 'vurderinger af mønstre',
                'indexes': [models.Index(fields=['municipality', 'month'], name='judgement_month')],
            },
        ),
        migrations.CreateModel(
            name='LogLookup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('reason', models.TextField(verbose_name='begrundelse')),
                ('asked_at', models.DateTimeField(verbose_name='tidspunkt')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.person', verbose_name='set af')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.person', verbose_name='fagperson')),
            ],
            options={
                'verbose_name': 'opslag i loggen',
                'verbose_name_plural': 'opslag i loggen',
                'indexes': [models.Index(fields=['municipality', 'asked_at'], name='loglookup_asked')],
            },
        ),
        migrations.AddConstraint(
            model_name='spotcheck',
            constraint=models.UniqueConstraint(fields=('municipality', 'month', 'number'), name='spotcheck_once'),
        ),
    ]
