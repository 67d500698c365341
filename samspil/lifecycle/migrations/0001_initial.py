import samspil.lib.public_key
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='MunicipalAct',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('kind', models.TextField(verbose_name='art')),
                ('municipality_id', models.BigIntegerField(verbose_name='kommune')),
                ('slug', models.TextField(verbose_name='kommunens kortnavn')),
                ('at', models.DateTimeField(verbose_name='tidspunkt')),
                ('because', models.TextField(verbose_name='begrundelse')),
                ('rows', models.BigIntegerField(verbose_name='rækker')),
                ('entries', models.BigIntegerField(verbose_name='handlinger i loggen til da')),
                ('digest', models.CharField(max_length=64, verbose_name='fingeraftryk')),
            ],
            options={
                'verbose_name': 'handling med en hel kommune',
                'verbose_name_plural': 'handlinger med hele kommuner',
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['emptied', 'exported', 'removed'])), name='municipalact_kind_known'), models.CheckConstraint(condition=models.Q(('because', ''), _negated=True), name='municipalact_says_why')],
            },
        ),
    ]
