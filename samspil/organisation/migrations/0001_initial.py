import django.db.models.deletion
import samspil.lib.public_key
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Agency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('slug', models.TextField(verbose_name='kortnavn i filen')),
                ('name', models.TextField(verbose_name='navn')),
                ('legal_kind', models.TextField(verbose_name='retlig art')),
                ('side', models.TextField(default='other', verbose_name='side')),
            ],
            options={
                'verbose_name': 'part',
                'verbose_name_plural': 'parter',
            },
        ),
        migrations.CreateModel(
            name='Controller',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('slug', models.TextField(verbose_name='kortnavn i filen')),
                ('name', models.TextField(verbose_name='navn')),
            ],
            options={
                'verbose_name': 'dataansvarlig',
                'verbose_name_plural': 'dataansvarlige',
            },
        ),
        migrations.CreateModel(
            name='Body',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('slug', models.TextField(verbose_name='kortnavn i filen')),
                ('name', models.TextField(verbose_name='navn')),
                ('valid_from', models.DateField(verbose_name='gælder fra')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='gælder til')),
                ('registered_from', models.DateTimeField(verbose_name='registreret fra')),
                ('registered_until', models.DateTimeField(blank=True, null=True, verbose_name='registreret til')),
                ('definition', models.TextField(verbose_name='fra definition')),
                ('task', models.TextField(blank=True, verbose_name='opgave')),
                ('level', models.PositiveSmallIntegerField(default=0, verbose_name='niveau')),
                ('level_name', models.TextField(blank=True, verbose_name='niveauets navn')),
                ('words', models.JSONField(default=dict, verbose_name='ord')),
                ('closed_matters', models.BooleanField(default=False, verbose_name='har fortrolig del')),
                ('outside', models.BooleanField(default=False, verbose_name='uden for samarbejdet')),
                ('public', models.BooleanField(default=True, verbose_name='vises offentligt')),
                ('standing_items', models.JSONField(default=list, verbose_name='faste punkter')),
                ('sort_key', models.TextField(editable=False, verbose_name='sorteringsnøgle')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.agency', verbose_name='part')),
            ],
            options={
                'verbose_name': 'organ',
                'verbose_name_plural': 'organer',
            },
        ),
        migrations.AddField(
            model_name='agency',
            name='controller',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agencies', to='organisation.controller', verbose_name='dataansvarlig'),
        ),
        migrations.CreateModel(
            name='Municipality',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('slug', models.SlugField(unique=True, verbose_name='kortnavn')),
                ('name', models.TextField(verbose_name='navn')),
                ('colours', models.JSONField(default=dict, verbose_name='farver')),
                ('settings', models.JSONField(default=dict, verbose_name='indstillinger')),
                ('practice_of', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='practice', to='organisation.municipality', verbose_name='øvelse for')),
            ],
            options={
                'verbose_name': 'kommune',
                'verbose_name_plural': 'kommuner',
            },
        ),
        migrations.CreateModel(
            name='Function',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('slug', models.TextField(verbose_name='kortnavn i filen')),
                ('name', models.TextField(verbose_name='navn')),
                ('duties', models.JSONField(default=list, verbose_name='pligter')),
                ('convenes', models.BooleanField(default=False, verbose_name='indkalder')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'funktion',
                'verbose_name_plural': 'funktioner',
            },
        ),
        migrations.AddField(
            model_name='controller',
            name='municipality',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune'),
        ),
        migrations.CreateModel(
            name='ConcernKind',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('slug', models.TextField(verbose_name='kortnavn i filen')),
                ('name', models.TextField(verbose_name='navn')),
                ('hint', models.TextField(blank=True, verbose_name='vejledning')),
                ('notify_hint', models.BooleanField(default=False, verbose_name='minder om underretning')),
                ('acute_hint', models.BooleanField(default=False, verbose_name='minder om akut hjælp')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='rækkefølge')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'art af bekymring',
                'verbose_name_plural': 'arter af bekymring',
            },
        ),
        migrations.CreateModel(
            name='BodyTie',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField(verbose_name='gælder fra')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='gælder til')),
                ('registered_from', models.DateTimeField(verbose_name='registreret fra')),
                ('registered_until', models.DateTimeField(blank=True, null=True, verbose_name='registreret til')),
                ('kind', models.TextField(verbose_name='art')),
                ('lower', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ties_up', to='organisation.body', verbose_name='under')),
                ('upper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ties_down', to='organisation.body', verbose_name='over')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'forbindelse',
                'verbose_name_plural': 'forbindelser',
            },
        ),
        migrations.AddField(
            model_name='body',
            name='municipality',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune'),
        ),
        migrations.AddField(
            model_name='agency',
            name='municipality',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune'),
        ),
        migrations.CreateModel(
            name='MunicipalText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(verbose_name='kortnavn')),
                ('language', models.CharField(default='da', max_length=5, verbose_name='sprog')),
                ('version', models.PositiveIntegerField(verbose_name='version')),
                ('title', models.TextField(verbose_name='overskrift')),
                ('text', models.TextField(verbose_name='tekst')),
                ('valid_from', models.DateField(verbose_name='gælder fra')),
                ('responsible', models.TextField(verbose_name='ansvarlig')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'kommunens tekst',
                'verbose_name_plural': 'kommunens tekster',
            },
        ),
        migrations.CreateModel(
            name='OrganisationEdition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('applied_at', models.DateTimeField(verbose_name='indlæst')),
                ('applied_by', models.TextField(verbose_name='indlæst af')),
                ('digest', models.CharField(max_length=64, verbose_name='fingeraftryk')),
                ('content', models.JSONField(verbose_name='indhold')),
                ('difference', models.JSONField(default=list, verbose_name='ændringer')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'udgave af organisationen',
                'verbose_name_plural': 'udgaver af organisationen',
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('name', models.TextField(verbose_name='navn')),
                ('sort_key', models.TextField(editable=False, verbose_name='sorteringsnøgle')),
                ('work_email', models.EmailField(blank=True, max_length=254, verbose_name='arbejdsmail')),
                ('work_phone', models.TextField(blank=True, verbose_name='arbejdstelefon')),
                ('account', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='person', to=settings.AUTH_USER_MODEL, verbose_name='konto')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('practice_of', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='practises', to='organisation.person', verbose_name='øver sig for')),
            ],
            options={
                'verbose_name': 'fagperson',
                'verbose_name_plural': 'fagpersoner',
            },
        ),
        migrations.CreateModel(
            name='RetentionCategory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('slug', models.TextField(verbose_name='kortnavn i filen')),
                ('name', models.TextField(verbose_name='navn')),
                ('days', models.PositiveIntegerField(verbose_name='dage')),
                ('starts', models.TextField(verbose_name='regnes fra')),
                ('outcome', models.TextField(verbose_name='udfald')),
                ('warn_days', models.PositiveIntegerField(default=30, verbose_name='varsel i dage')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'opbevaringskategori',
                'verbose_name_plural': 'opbevaringskategorier',
            },
        ),
        migrations.CreateModel(
            name='Rhythm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rule', models.JSONField(default=dict, verbose_name='regel')),
                ('words', models.TextField(blank=True, verbose_name='med kildens ord')),
                ('status', models.TextField(default='stated', verbose_name='status')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rhythms', to='organisation.body', verbose_name='organ')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'rytme',
                'verbose_name_plural': 'rytmer',
            },
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('slug', models.TextField(verbose_name='kortnavn i filen')),
                ('legal_kind', models.TextField(verbose_name='retlig art')),
                ('many', models.BooleanField(default=False, verbose_name='flere på samme plads')),
                ('optional', models.BooleanField(default=False, verbose_name='valgfri')),
                ('public', models.BooleanField(default=False, verbose_name='vises offentligt')),
                ('voting', models.BooleanField(default=True, verbose_name='stemmeret')),
                ('appointed_by', models.TextField(blank=True, verbose_name='udpeges af')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='nedlagt')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='organisation.agency', verbose_name='part')),
                ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='organisation.body', verbose_name='organ')),
                ('function', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='organisation.function', verbose_name='funktion')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'plads',
                'verbose_name_plural': 'pladser',
            },
        ),
        migrations.CreateModel(
            name='Tenure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField(verbose_name='gælder fra')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='gælder til')),
                ('registered_from', models.DateTimeField(verbose_name='registreret fra')),
                ('registered_until', models.DateTimeField(blank=True, null=True, verbose_name='registreret til')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('kind', models.TextField(default='ordinary', verbose_name='art')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tenures', to='organisation.person', verbose_name='fagperson')),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tenures', to='organisation.seat', verbose_name='plads')),
            ],
            options={
                'verbose_name': 'udpegning',
                'verbose_name_plural': 'udpegninger',
            },
        ),
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('slug', models.TextField(verbose_name='kortnavn i filen')),
                ('name', models.TextField(verbose_name='navn')),
                ('kind', models.TextField(blank=True, verbose_name='art')),
                ('phone', models.TextField(blank=True, verbose_name='telefon')),
                ('hours', models.TextField(blank=True, verbose_name='åbningstid')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='mail')),
                ('public', models.BooleanField(default=False, verbose_name='vises offentligt')),
                ('sort_key', models.TextField(editable=False, verbose_name='sorteringsnøgle')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='units', to='organisation.agency', verbose_name='part')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='organisation.unit', verbose_name='del af')),
            ],
            options={
                'verbose_name': 'enhed',
                'verbose_name_plural': 'enheder',
            },
        ),
        migrations.AddField(
            model_name='seat',
            name='from_unit',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit', verbose_name='fra enhed'),
        ),
        migrations.AddField(
            model_name='seat',
            name='unit',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='organisation.unit', verbose_name='enhed'),
        ),
        migrations.CreateModel(
            name='Routing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('act', models.TextField(verbose_name='handling')),
                ('from_kind', models.TextField(verbose_name='fra art af rum')),
                ('to_kind', models.TextField(verbose_name='til art af rum')),
                ('capability', models.TextField(verbose_name='beføjelse')),
                ('basis', models.TextField(verbose_name='grundlag')),
                ('category', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.retentioncategory', verbose_name='opbevaringskategori')),
                ('keeper_body', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.body', verbose_name='organ med ansvar')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
                ('for_unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit', verbose_name='for enhed')),
                ('keeper_unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit', verbose_name='enhed med ansvar')),
            ],
            options={
                'verbose_name': 'vej',
                'verbose_name_plural': 'veje',
            },
        ),
        migrations.AddField(
            model_name='body',
            name='unit',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='bodies', to='organisation.unit', verbose_name='enhed'),
        ),
        migrations.CreateModel(
            name='Mandate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField(verbose_name='gælder fra')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='gælder til')),
                ('registered_from', models.DateTimeField(verbose_name='registreret fra')),
                ('registered_until', models.DateTimeField(blank=True, null=True, verbose_name='registreret til')),
                ('circle_kind', models.TextField(verbose_name='art af rum')),
                ('part', models.TextField(verbose_name='del')),
                ('capability', models.TextField(verbose_name='beføjelse')),
                ('row_class', models.TextField(verbose_name='klasse')),
                ('function', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mandates', to='organisation.function', verbose_name='funktion')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'mandat',
                'verbose_name_plural': 'mandater',
                'indexes': [models.Index(fields=['function', 'capability'], name='mandate_lookup')],
            },
        ),
        migrations.CreateModel(
            name='LegalBasis',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=samspil.lib.public_key.new_key, editable=False, max_length=10, unique=True, verbose_name='nøgle')),
                ('slug', models.TextField(verbose_name='kortnavn i filen')),
                ('name', models.TextField(verbose_name='navn')),
                ('paragraph', models.TextField(verbose_name='paragraf')),
                ('text', models.TextField(verbose_name='tekst')),
                ('version', models.TextField(verbose_name='version')),
                ('valid_from', models.DateField(verbose_name='gælder fra')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='gælder til')),
                ('cooperation', models.TextField(blank=True, verbose_name='samarbejde')),
                ('source', models.TextField(blank=True, verbose_name='kilde')),
                ('status', models.TextField(default='stated', verbose_name='status')),
                ('choosable', models.BooleanField(default=True, verbose_name='kan vælges ved deling')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'retligt grundlag',
                'verbose_name_plural': 'retlige grundlag',
                'constraints': [models.UniqueConstraint(fields=('municipality', 'slug', 'version'), name='legal_basis_version')],
            },
        ),
        migrations.CreateModel(
            name='Lawful',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('basis', models.TextField(verbose_name='grundlag')),
                ('legal_kind', models.TextField(verbose_name='retlig art')),
                ('row_class', models.TextField(verbose_name='klasse')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'lovlighed',
                'verbose_name_plural': 'lovligheder',
                'constraints': [models.UniqueConstraint(fields=('municipality', 'basis', 'legal_kind', 'row_class'), name='lawful_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='function',
            constraint=models.UniqueConstraint(fields=('municipality', 'slug'), name='function_slug'),
        ),
        migrations.AddConstraint(
            model_name='controller',
            constraint=models.UniqueConstraint(fields=('municipality', 'slug'), name='controller_slug'),
        ),
        migrations.AddConstraint(
            model_name='concernkind',
            constraint=models.UniqueConstraint(fields=('municipality', 'slug'), name='concern_kind_slug'),
        ),
        migrations.AddConstraint(
            model_name='agency',
            constraint=models.UniqueConstraint(fields=('municipality', 'slug'), name='agency_slug'),
        ),
        migrations.AddConstraint(
            model_name='municipaltext',
            constraint=models.UniqueConstraint(fields=('municipality', 'slug', 'language', 'version'), name='municipal_text_version'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.UniqueConstraint(fields=('municipality', 'practice_of'), name='person_practises_once'),
        ),
        migrations.AddConstraint(
            model_name='retentioncategory',
            constraint=models.UniqueConstraint(fields=('municipality', 'slug'), name='retention_category_slug'),
        ),
        migrations.AddIndex(
            model_name='tenure',
            index=models.Index(fields=['person', 'seat'], name='tenure_person'),
        ),
        migrations.AddConstraint(
            model_name='unit',
            constraint=models.UniqueConstraint(fields=('municipality', 'slug'), name='unit_slug'),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('body__isnull', False), ('unit__isnull', True)), models.Q(('body__isnull', True), ('unit__isnull', False)), _connector='OR'), name='seat_in_body_or_unit'),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.UniqueConstraint(fields=('municipality', 'slug'), name='seat_slug'),
        ),
        migrations.AddConstraint(
            model_name='body',
            constraint=models.UniqueConstraint(fields=('municipality', 'slug'), name='body_slug'),
        ),
    ]
