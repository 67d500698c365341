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
            name='Circle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('kind', models.TextField(verbose_name='art')),
                ('basis', models.TextField(verbose_name='grundlag')),
                ('named', models.BooleanField(verbose_name='med navne')),
                ('purpose', models.TextField(verbose_name='formål')),
                ('title', models.TextField(verbose_name='rummets navn')),
                ('opened_at', models.DateTimeField(verbose_name='åbnet')),
                ('closed_at', models.DateTimeField(null=True, verbose_name='lukket')),
                ('body', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='circles', to='organisation.body', verbose_name='organ')),
                ('category', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.retentioncategory', verbose_name='opbevaringskategori')),
                ('controller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.controller', verbose_name='dataansvarlig')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='circles', to='organisation.unit', verbose_name='enhed')),
            ],
            options={
                'verbose_name': 'fortroligt rum',
                'verbose_name_plural': 'fortrolige rum',
            },
        ),
        migrations.CreateModel(
            name='Disclosure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('act_key', models.CharField(max_length=10, verbose_name='handling')),
                ('direction', models.TextField(verbose_name='retning')),
                ('nature', models.TextField(verbose_name='art')),
                ('basis', models.TextField(verbose_name='grundlag')),
                ('necessity', models.TextField(verbose_name='hvorfor det er nødvendigt')),
                ('receivers', models.JSONField(verbose_name='modtagere')),
                ('at', models.DateTimeField(verbose_name='tidspunkt')),
                ('circle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='disclosures', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('sender', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.agency', verbose_name='afsender')),
                ('sender_tenure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='afsenders udpegning')),
            ],
            options={
                'verbose_name': 'videregivelse',
                'verbose_name_plural': 'videregivelser',
            },
        ),
        migrations.CreateModel(
            name='Delivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('text', models.TextField(verbose_name='tekst')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
            ],
            options={
                'verbose_name': 'levering',
                'verbose_name_plural': 'leveringer',
            },
        ),
        migrations.CreateModel(
            name='Exclusion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField(verbose_name='begrundelse')),
                ('starts_at', models.DateTimeField(verbose_name='fra')),
                ('ends_at', models.DateTimeField(null=True, verbose_name='til')),
                ('circle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.person', verbose_name='fagperson')),
            ],
            options={
                'verbose_name': 'udelukkelse',
                'verbose_name_plural': 'udelukkelser',
            },
        ),
        migrations.CreateModel(
            name='Member',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.TextField(verbose_name='rummets art')),
                ('basis', models.TextField(verbose_name='rummets grundlag')),
                ('part', models.TextField(verbose_name='del')),
                ('starts_at', models.DateTimeField(verbose_name='fra')),
                ('ends_at', models.DateTimeField(null=True, verbose_name='til')),
                ('reason', models.TextField(blank=True, verbose_name='begrundelse')),
                ('act_key', models.CharField(blank=True, max_length=10, verbose_name='handling')),
                ('about', models.CharField(blank=True, db_default='', max_length=10, verbose_name='om')),
                ('body', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.body', verbose_name='organ')),
                ('circle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('tenure', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='udpegning')),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit', verbose_name='enhed')),
            ],
            options={
                'verbose_name': 'medlem',
                'verbose_name_plural': 'medlemmer',
            },
        ),
        migrations.CreateModel(
            name='YoungPerson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, verbose_name='nøgle')),
                ('name', models.TextField(verbose_name='navn')),
                ('sort_key', models.TextField(editable=False, verbose_name='sorteringsnøgle')),
                ('birth_date', models.DateField(blank=True, null=True, verbose_name='fødselsdato')),
                ('school_class', models.TextField(blank=True, verbose_name='klasse')),
                ('protected_address', models.BooleanField(default=False, verbose_name='beskyttet adresse')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('school', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit', verbose_name='skole')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
            ],
            options={
                'verbose_name': 'den unge',
                'verbose_name_plural': 'de unge',
            },
        ),
        migrations.CreateModel(
            name='Identity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(editable=False, verbose_name='skrevet')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                ('replaced', models.BooleanField(default=False, verbose_name='erstattet')),
                ('cpr_sealed', models.BinaryField(verbose_name='CPR, krypteret')),
                ('cpr_index', models.BinaryField(verbose_name='CPR, nøglet aftryk')),
                ('verified', models.BooleanField(default=False, verbose_name='kontrolleret')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.disclosure', verbose_name='videregivelse')),
                ('circle', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='circles.circle', verbose_name='fortroligt rum')),
                ('municipality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.tenure', verbose_name='skrevet af')),
                ('young_person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='identities', to='circles.youngperson', verbose_name='den unge')),
            ],
            options={
                'verbose_name': 'identitet',
                'verbose_name_plural': 'identiteter',
            },
        ),
        migrations.AddIndex(
            model_name='circle',
            index=models.Index(fields=['body', 'kind'], name='circle_body_kind'),
        ),
        migrations.AddIndex(
            model_name='circle',
            index=models.Index(fields=['unit', 'kind'], name='circle_unit_kind'),
        ),
        migrations.AddConstraint(
            model_name='circle',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('basis', 'open'), ('named', False)), models.Q(models.Q(('basis', 'open'), _negated=True), ('named', True)), _connector='OR'), name='circle_open_or_named'),
        ),
        migrations.AddConstraint(
            model_name='circle',
            constraint=models.UniqueConstraint(fields=('id', 'named'), name='circle_id_named'),
        ),
        migrations.AddConstraint(
            model_name='circle',
            constraint=models.UniqueConstraint(fields=('id', 'municipality'), name='circle_id_municipality'),
        ),
        migrations.AddConstraint(
            model_name='circle',
            constraint=models.UniqueConstraint(fields=('id', 'kind', 'basis'), name='circle_id_kind_basis'),
        ),
        migrations.AddIndex(
            model_name='disclosure',
            index=models.Index(fields=['circle', 'at'], name='disclosure_circle_at'),
        ),
        migrations.AddIndex(
            model_name='disclosure',
            index=models.Index(fields=['act_key'], name='disclosure_act'),
        ),
        migrations.AddConstraint(
            model_name='disclosure',
            constraint=models.UniqueConstraint(fields=('circle', 'id'), name='disclosure_circle_id'),
        ),
        migrations.AddConstraint(
            model_name='disclosure',
            constraint=models.CheckConstraint(condition=models.Q(('necessity', ''), _negated=True), name='disclosure_says_why'),
        ),
        migrations.AddConstraint(
            model_name='disclosure',
            constraint=models.CheckConstraint(condition=models.Q(('basis', ''), _negated=True), name='disclosure_has_basis'),
        ),
        migrations.AddIndex(
            model_name='exclusion',
            index=models.Index(fields=['circle', 'person'], name='exclusion_circle_person'),
        ),
        migrations.AddIndex(
            model_name='member',
            index=models.Index(fields=['circle', 'ends_at'], name='member_circle_ends'),
        ),
        migrations.AddConstraint(
            model_name='member',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('body__isnull', False), ('tenure__isnull', True), ('unit__isnull', True)), models.Q(('body__isnull', True), ('tenure__isnull', True), ('unit__isnull', False)), models.Q(('body__isnull', True), ('tenure__isnull', False), ('unit__isnull', True)), _connector='OR'), name='member_is_one_thing'),
        ),
        migrations.AddConstraint(
            model_name='member',
            constraint=models.CheckConstraint(condition=models.Q(('part__in', ['keeper', 'custodian', 'party', 'follower', 'guest', 'officer'])), name='member_part_known'),
        ),
        migrations.AddConstraint(
            model_name='member',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__isnull', True), ('ends_at__gte', models.F('starts_at')), _connector='OR'), name='member_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='youngperson',
            constraint=models.UniqueConstraint(fields=('circle', 'id'), name='youngperson_circle_id'),
        ),
        migrations.AddConstraint(
            model_name='youngperson',
            constraint=models.UniqueConstraint(fields=('circle', 'key'), name='youngperson_circle_key'),
        ),
        migrations.AddConstraint(
            model_name='identity',
            constraint=models.UniqueConstraint(fields=('circle', 'young_person', 'version'), name='identity_version'),
        ),
        migrations.AddConstraint(
            model_name='identity',
            constraint=models.UniqueConstraint(condition=models.Q(('replaced', False)), fields=('circle', 'young_person'), name='identity_once'),
        ),
        migrations.AddConstraint(
            model_name='identity',
            constraint=models.UniqueConstraint(condition=models.Q(('replaced', False)), fields=('circle', 'cpr_index'), name='identity_number_once'),
        ),
    ]
