import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisation', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Outgoing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.TextField(verbose_name='art')),
                ('payload', models.JSONField(default=dict, verbose_name='numre')),
                ('dedupe', models.TextField(unique=True, verbose_name='kun én gang')),
                ('due', models.DateTimeField(verbose_name='sendes')),
                ('tries', models.PositiveSmallIntegerField(default=0, verbose_name='forsøg')),
                ('sent_at', models.DateTimeField(null=True, verbose_name='sendt')),
                ('refused_at', models.DateTimeField(null=True, verbose_name='opgivet')),
                ('refused', models.TextField(blank=True, verbose_name='hvorfor ikke')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.person', verbose_name='modtager')),
            ],
            options={
                'verbose_name': 'udgående mail',
                'verbose_name_plural': 'udgående mails',
                'indexes': [models.Index(condition=models.Q(('refused_at__isnull', True), ('sent_at__isnull', True)), fields=['due'], name='outgoing_waiting')],
            },
        ),
    ]
