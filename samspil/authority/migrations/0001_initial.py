import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisation', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Clock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instant', models.DateTimeField(null=True, verbose_name='tidspunkt')),
            ],
            options={
                'verbose_name': 'ur',
                'verbose_name_plural': 'ure',
            },
        ),
        migrations.CreateModel(
            name='VisitKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.BinaryField(verbose_name='nøgle')),
            ],
            options={
                'verbose_name': 'besøgsnøgle',
                'verbose_name_plural': 'besøgsnøgler',
            },
        ),
        migrations.CreateModel(
            name='FormKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=40, verbose_name='formularens nøgle')),
                ('answer', models.TextField(verbose_name='svarets adresse')),
                ('at', models.DateTimeField(verbose_name='tidspunkt')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.person', verbose_name='fagperson')),
            ],
            options={
                'verbose_name': 'sendt formular',
                'verbose_name_plural': 'sendte formularer',
                'constraints': [models.UniqueConstraint(fields=('person', 'key'), name='formkey_once')],
            },
        ),
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('digest', models.BinaryField(primary_key=True, serialize=False, verbose_name='billettens fingeraftryk')),
                ('on_behalf', models.BooleanField(verbose_name='på en andens vegne')),
                ('opened_at', models.DateTimeField(verbose_name='åbnet')),
                ('ends_at', models.DateTimeField(verbose_name='slutter')),
                ('real', models.BinaryField(null=True, verbose_name='det rigtige besøgs fingeraftryk')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.person', verbose_name='fagperson')),
            ],
            options={
                'verbose_name': 'besøg',
                'verbose_name_plural': 'besøg',
                'indexes': [models.Index(fields=['person', 'ends_at'], name='visit_person')],
            },
        ),
    ]
