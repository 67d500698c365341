import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisation', '0001_initial'),
    ]

    operations = [
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
    ]
