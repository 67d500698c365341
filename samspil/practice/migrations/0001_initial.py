import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisation', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Night',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(verbose_name='dag')),
                ('renewed_at', models.DateTimeField(verbose_name='tømt')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'nat i øvelsen',
                'verbose_name_plural': 'nætter i øvelsen',
                'constraints': [models.UniqueConstraint(fields=('municipality', 'day'), name='practice_night_once')],
            },
        ),
    ]
