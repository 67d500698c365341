import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigIntegerField(primary_key=True, serialize=False)),
                ('at', models.DateTimeField(verbose_name='tidspunkt')),
                ('chain', models.BigIntegerField(verbose_name='kæde')),
                ('xact', models.BigIntegerField(verbose_name='transaktion')),
                ('municipality_id', models.BigIntegerField(null=True, verbose_name='kommune')),
                ('person_id', models.BigIntegerField(null=True, verbose_name='fagperson')),
                ('tenure_id', models.BigIntegerField(null=True, verbose_name='udpegning')),
                ('circle_id', models.BigIntegerField(null=True, verbose_name='rum')),
                ('verb', models.TextField(verbose_name='handling')),
                ('subject', models.TextField(help_text='art og offentlig nøgle, aldrig et navn', verbose_name='om hvad')),
                ('refused', models.BooleanField(verbose_name='afvist')),
            ],
            options={
                'verbose_name': 'hændelse',
                'verbose_name_plural': 'hændelser',
                'db_table': 'audit_entry',
                'managed': False,
            },
        ),
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.BigIntegerField(primary_key=True, serialize=False)),
                ('at', models.DateTimeField(verbose_name='tidspunkt')),
                ('chain', models.BigIntegerField(verbose_name='kæde')),
                ('xact', models.BigIntegerField(verbose_name='transaktion')),
                ('municipality_id', models.BigIntegerField(null=True, verbose_name='kommune')),
                ('person_id', models.BigIntegerField(verbose_name='fagperson')),
                ('door', models.TextField(verbose_name='dør')),
                ('circles', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None, verbose_name='rum')),
                ('subjects', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None, verbose_name='personer')),
            ],
            options={
                'verbose_name': 'visning',
                'verbose_name_plural': 'visninger',
                'db_table': 'audit_reading',
                'managed': False,
            },
        ),
        migrations.CreateModel(
            name='Chain',
            fields=[
                ('id', models.BigIntegerField(primary_key=True, serialize=False)),
                ('at', models.DateTimeField(verbose_name='tidspunkt')),
                ('cluster', models.TextField(verbose_name='databaseserver')),
                ('kept_seal', models.BigIntegerField(verbose_name='sidste segl i sikkerhedskopien')),
                ('told_seal', models.BigIntegerField(verbose_name='sidste segl uden for databasen')),
                ('told_digest', models.CharField(max_length=64, verbose_name='dets segl')),
                ('rows', models.PositiveIntegerField(verbose_name='rækker uden segl')),
                ('digest', models.CharField(max_length=64, verbose_name='segl')),
            ],
            options={
                'verbose_name': 'kæde af segl',
                'verbose_name_plural': 'kæder af segl',
            },
        ),
        migrations.CreateModel(
            name='Discard',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('at', models.DateTimeField(verbose_name='tidspunkt')),
                ('month', models.DateField(verbose_name='måned')),
                ('basis', models.TextField(verbose_name='grundlag')),
                ('rows', models.BigIntegerField(verbose_name='slettede rækker')),
                ('chain', models.BigIntegerField(verbose_name='kæde')),
                ('upto_xact', models.BigIntegerField(verbose_name='til transaktion')),
                ('seal_digest', models.CharField(max_length=64, verbose_name='sidste segl')),
                ('left_rows', models.BigIntegerField(verbose_name='rækker tilbage')),
                ('left_digest', models.CharField(max_length=64, verbose_name='rækker tilbage, segl')),
                ('digest', models.CharField(max_length=64, verbose_name='segl')),
            ],
            options={
                'verbose_name': 'slettet måned',
                'verbose_name_plural': 'slettede måneder',
            },
        ),
        migrations.CreateModel(
            name='Receipt',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('xact', models.BigIntegerField(verbose_name='transaktion')),
                ('act', models.TextField(verbose_name='hvad')),
                ('place', models.TextField(verbose_name='tabel')),
                ('row', models.BigIntegerField(verbose_name='række')),
                ('facts', models.JSONField(verbose_name='værdier')),
            ],
            options={
                'verbose_name': 'kvittering',
                'verbose_name_plural': 'kvitteringer',
            },
        ),
        migrations.CreateModel(
            name='Seal',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('at', models.DateTimeField(verbose_name='tidspunkt')),
                ('chain', models.BigIntegerField(verbose_name='kæde')),
                ('from_xact', models.BigIntegerField(verbose_name='fra transaktion')),
                ('upto_xact', models.BigIntegerField(verbose_name='til transaktion')),
                ('rows', models.PositiveIntegerField(verbose_name='rækker')),
                ('digest', models.CharField(max_length=64, verbose_name='segl')),
            ],
            options={
                'verbose_name': 'segl',
                'verbose_name_plural': 'segl',
            },
        ),
    ]
