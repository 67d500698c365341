import django.db.models.functions.text
import samspil.lib.public_key
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Account',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='arbejdsmail')),
                ('is_active', models.BooleanField(default=True, verbose_name='aktiv')),
            ],
            options={
                'verbose_name': 'konto',
                'verbose_name_plural': 'konti',
                'constraints': [models.CheckConstraint(condition=models.Q(('email', django.db.models.functions.text.Lower('email'))), name='account_email_lower')],
            },
        ),
        migrations.CreateModel(
            name='Attempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(max_length=64, verbose_name='hvem, som fingeraftryk')),
                ('address', models.CharField(max_length=64, verbose_name='hvorfra, som fingeraftryk')),
                ('kind', models.TextField(verbose_name='art')),
                ('at', models.DateTimeField(verbose_name='tidspunkt')),
                ('passed', models.BooleanField(verbose_name='lykkedes')),
            ],
            options={
                'verbose_name': 'forsøg på at logge ind',
                'verbose_name_plural': 'forsøg på at logge ind',
                'indexes': [models.Index(fields=['subject', 'kind', 'at'], name='attempt_subject'), models.Index(fields=['at'], name='attempt_at')],
            },
        ),
        migrations.CreateModel(
            name='Link',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True, verbose_name='fingeraftryk')),
                ('purpose', models.TextField(verbose_name='formål')),
                ('person_id', models.BigIntegerField(verbose_name='fagperson')),
                ('municipality_id', models.BigIntegerField(verbose_name='kommune')),
                ('made_at', models.DateTimeField(verbose_name='lavet')),
                ('made_by', models.BigIntegerField(null=True, verbose_name='lavet af')),
                ('ends_at', models.DateTimeField(verbose_name='gælder til')),
                ('used_at', models.DateTimeField(null=True, verbose_name='brugt')),
            ],
            options={
                'verbose_name': 'engangslink',
                'verbose_name_plural': 'engangslinks',
                'indexes': [models.Index(fields=['person_id', 'ends_at'], name='link_person')],
                'constraints': [models.CheckConstraint(condition=models.Q(('purpose__in', ['invitation', 'recovery', 'start'])), name='link_purpose_known')],
            },
        ),
        migrations.CreateModel(
            name='Recovery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('person_id', models.BigIntegerField(verbose_name='fagperson')),
                ('municipality_id', models.BigIntegerField(verbose_name='kommune')),
                ('reason', models.TextField(verbose_name='begrundelse')),
                ('asked_by', models.BigIntegerField(verbose_name='bedt om af')),
                ('asked_at', models.DateTimeField(verbose_name='bedt om')),
                ('settled_by', models.BigIntegerField(null=True, verbose_name='besvaret af')),
                ('settled_at', models.DateTimeField(null=True, verbose_name='besvaret')),
                ('approved', models.BooleanField(null=True, verbose_name='godkendt')),
            ],
            options={
                'verbose_name': 'genopretning af konto',
                'verbose_name_plural': 'genopretninger af konti',
                'indexes': [models.Index(fields=['person_id', 'settled_at'], name='recovery_person')],
                'constraints': [models.CheckConstraint(condition=models.Q(('asked_by', models.F('person_id')), _negated=True), name='recovery_not_for_oneself'), models.CheckConstraint(condition=models.Q(('settled_by__isnull', True), ('approved', False), models.Q(models.Q(('settled_by', models.F('asked_by')), _negated=True), models.Q(('settled_by', models.F('person_id')), _negated=True)), _connector='OR'), name='recovery_by_two')],
            },
        ),
    ]
