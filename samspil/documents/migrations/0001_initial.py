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
            name='ReportedFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('about', models.CharField(blank=True, max_length=10, verbose_name='hører til')),
                ('given_name', models.TextField(verbose_name='navn')),
                ('file_type', models.TextField(verbose_name='filtype')),
                ('size', models.PositiveIntegerField(verbose_name='bytes')),
                ('sealed', models.BinaryField(verbose_name='indhold, krypteret')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'fil i en bekymring',
                'verbose_name_plural': 'filer i bekymringer',
            },
        ),
        migrations.CreateModel(
            name='ReportedWithdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='withdrawals', to='documents.reportedfile', verbose_name='fil')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'fjernelse af en fil i en bekymring',
                'verbose_name_plural': 'fjernelser af filer i bekymringer',
            },
        ),
        migrations.CreateModel(
            name='StoredFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('about', models.CharField(blank=True, max_length=10, verbose_name='hører til')),
                ('given_name', models.TextField(verbose_name='navn')),
                ('file_type', models.TextField(verbose_name='filtype')),
                ('size', models.PositiveIntegerField(verbose_name='bytes')),
                ('sealed', models.BinaryField(verbose_name='indhold, krypteret')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'fil',
                'verbose_name_plural': 'filer',
            },
        ),
        migrations.CreateModel(
            name='Withdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='withdrawals', to='documents.storedfile', verbose_name='fil')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'fjernelse af en fil',
                'verbose_name_plural': 'fjernelser af filer',
            },
        ),
        migrations.AddConstraint(
            model_name='reportedfile',
            constraint=models.UniqueConstraint(fields=('circle', 'id'), name='reportedfile_circle_id'),
        ),
        migrations.AddConstraint(
            model_name='reportedwithdrawal',
            constraint=models.UniqueConstraint(fields=('circle', 'file'), name='reportedwithdrawal_once'),
        ),
        migrations.AddIndex(
            model_name='storedfile',
            index=models.Index(fields=['circle', 'about'], name='storedfile_about'),
        ),
        migrations.AddConstraint(
            model_name='storedfile',
            constraint=models.UniqueConstraint(fields=('circle', 'id'), name='storedfile_circle_id'),
        ),
        migrations.AddConstraint(
            model_name='withdrawal',
            constraint=models.UniqueConstraint(fields=('circle', 'file'), name='withdrawal_once'),
        ),
    ]
