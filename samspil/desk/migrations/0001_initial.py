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
            name='AccessRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('journal_number', models.TextField(verbose_name='journalnummer')),
                ('due', models.DateField(verbose_name='svar senest')),
                ('asked_at', models.DateTimeField(verbose_name='tidspunkt')),
                ('ended_at', models.DateTimeField(null=True, verbose_name='afsluttet')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.person', verbose_name='begyndt af')),
                ('body', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.body', verbose_name='organ')),
                ('controller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.controller', verbose_name='dataansvarlig')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit', verbose_name='enhed')),
            ],
            options={
                'verbose_name': 'anmodning om indsigt',
                'verbose_name_plural': 'anmodninger om indsigt',
            },
        ),
        migrations.CreateModel(
            name='AccessAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outcome', models.TextField(verbose_name='svar')),
                ('answered_at', models.DateTimeField(verbose_name='tidspunkt')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.person', verbose_name='fagperson')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='desk.accessrequest', verbose_name='anmodning om indsigt')),
            ],
            options={
                'verbose_name': 'svar på en anmodning om indsigt',
                'verbose_name_plural': 'svar på anmodninger om indsigt',
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
            },
        ),
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
        migrations.AddIndex(
            model_name='accessrequest',
            index=models.Index(fields=['municipality', 'ended_at'], name='accessrequest_running'),
        ),
        migrations.AddConstraint(
            model_name='accessrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('body', None), ('unit__isnull', False)), models.Q(('body__isnull', False), ('unit', None)), _connector='OR'), name='accessrequest_one_place'),
        ),
        migrations.AddConstraint(
            model_name='accessanswer',
            constraint=models.UniqueConstraint(fields=('request', 'person'), name='accessanswer_once'),
        ),
        migrations.AddConstraint(
            model_name='firststep',
            constraint=models.UniqueConstraint(fields=('person', 'slug'), name='firststep_once'),
        ),
        migrations.AddIndex(
            model_name='judgement',
            index=models.Index(fields=['municipality', 'month'], name='judgement_month'),
        ),
        migrations.AddIndex(
            model_name='loglookup',
            index=models.Index(fields=['municipality', 'asked_at'], name='loglookup_asked'),
        ),
        migrations.AddConstraint(
            model_name='spotcheck',
            constraint=models.UniqueConstraint(fields=('municipality', 'month', 'number'), name='spotcheck_once'),
        ),
    ]
