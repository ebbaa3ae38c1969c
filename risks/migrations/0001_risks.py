import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from core.migrating import AtOnce


class Migration(AtOnce):

    initial = True

    dependencies = [
        ('initiatives', '0002_scenario_history'),
        ('kpis', '0007_digests_in_the_index'),
        ('org', '0002_currency'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('strategy', '0005_history_of_links'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='LossAppetiteEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('loss', models.DecimalField(decimal_places=2, max_digits=16, verbose_name='Loss in a year above')),
                ('probability', models.FloatField(validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(1)], verbose_name='at most with probability')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Mitigation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=300, verbose_name='Action')),
                ('description', models.TextField(blank=True, verbose_name='Description')),
                ('side', models.CharField(choices=[('cause', 'Before the event'), ('consequence', 'After the event')], default='cause', max_length=11, verbose_name='Side')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='Due')),
                ('cost', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name='Cost')),
                ('to_likelihood', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='Likelihood afterwards')),
                ('to_impact', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='Impact afterwards')),
                ('effect', models.TextField(blank=True, verbose_name='Expected effect')),
                ('state', models.CharField(choices=[('planned', 'Planned'), ('under_way', 'Under way'), ('done', 'Done'), ('dropped', 'Dropped')], default='planned', max_length=9, verbose_name='State')),
                ('progress', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='Progress in percent')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='Done')),
                ('position', models.PositiveIntegerField(default=0)),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='MitigationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=300, verbose_name='Action')),
                ('description', models.TextField(blank=True, verbose_name='Description')),
                ('side', models.CharField(choices=[('cause', 'Before the event'), ('consequence', 'After the event')], default='cause', max_length=11, verbose_name='Side')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='Due')),
                ('cost', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name='Cost')),
                ('to_likelihood', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='Likelihood afterwards')),
                ('to_impact', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='Impact afterwards')),
                ('effect', models.TextField(blank=True, verbose_name='Expected effect')),
                ('state', models.CharField(choices=[('planned', 'Planned'), ('under_way', 'Under way'), ('done', 'Done'), ('dropped', 'Dropped')], default='planned', max_length=9, verbose_name='State')),
                ('progress', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='Progress in percent')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='Done')),
                ('position', models.PositiveIntegerField(default=0)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('invited_at', models.DateTimeField(auto_now_add=True)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='ParticipantEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('invited_at', models.DateTimeField(auto_now_add=True)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProposedRisk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('threat', 'Threat'), ('opportunity', 'Opportunity')], default='threat', max_length=11, verbose_name='Kind')),
                ('title', models.CharField(max_length=300, verbose_name='Title')),
                ('cause', models.TextField(blank=True, verbose_name='Because of')),
                ('event', models.TextField(blank=True, verbose_name='this may happen')),
                ('consequence', models.TextField(blank=True, verbose_name='which would lead to')),
                ('likelihood', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='Likelihood agreed')),
                ('impact', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='Impact agreed')),
                ('position', models.PositiveIntegerField(default=0)),
                ('added_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ProposedRiskEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('threat', 'Threat'), ('opportunity', 'Opportunity')], default='threat', max_length=11, verbose_name='Kind')),
                ('title', models.CharField(max_length=300, verbose_name='Title')),
                ('cause', models.TextField(blank=True, verbose_name='Because of')),
                ('event', models.TextField(blank=True, verbose_name='this may happen')),
                ('consequence', models.TextField(blank=True, verbose_name='which would lead to')),
                ('likelihood', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='Likelihood agreed')),
                ('impact', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='Impact agreed')),
                ('position', models.PositiveIntegerField(default=0)),
                ('added_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RatingProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('likelihood', models.PositiveSmallIntegerField(verbose_name='Likelihood')),
                ('impact', models.PositiveSmallIntegerField(verbose_name='Impact')),
                ('state', models.CharField(choices=[('open', 'Waiting'), ('accepted', 'Accepted'), ('declined', 'Declined')], default='open', max_length=8, verbose_name='State')),
                ('reason', models.TextField(blank=True, verbose_name='Reason')),
                ('proposed_at', models.DateTimeField(auto_now_add=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-proposed_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='RatingProposalEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('likelihood', models.PositiveSmallIntegerField(verbose_name='Likelihood')),
                ('impact', models.PositiveSmallIntegerField(verbose_name='Impact')),
                ('state', models.CharField(choices=[('open', 'Waiting'), ('accepted', 'Accepted'), ('declined', 'Declined')], default='open', max_length=8, verbose_name='State')),
                ('reason', models.TextField(blank=True, verbose_name='Reason')),
                ('proposed_at', models.DateTimeField(auto_now_add=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Risk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=40, unique=True, verbose_name='Code')),
                ('kind', models.CharField(choices=[('threat', 'Threat'), ('opportunity', 'Opportunity')], default='threat', max_length=11, verbose_name='Kind')),
                ('title', models.CharField(max_length=300, verbose_name='Title')),
                ('cause', models.TextField(blank=True, verbose_name='Because of')),
                ('event', models.TextField(blank=True, verbose_name='this may happen')),
                ('consequence', models.TextField(blank=True, verbose_name='which would lead to')),
                ('state', models.CharField(choices=[('proposed', 'Proposed'), ('open', 'Open'), ('occurred', 'Has occurred'), ('closed', 'Closed')], default='open', max_length=8, verbose_name='State')),
                ('confidentiality', models.CharField(choices=[('open', 'All who work with risks'), ('restricted', 'Its owner, its head and the leadership')], default='open', max_length=10, verbose_name='Who may see it')),
                ('knowledge', models.CharField(blank=True, choices=[('weak', 'Weak: mostly opinion'), ('moderate', 'Moderate: some evidence'), ('strong', 'Strong: data and experience')], default='', max_length=8, verbose_name='Strength of knowledge')),
                ('response', models.CharField(blank=True, choices=[('avoid', 'Avoid'), ('reduce', 'Reduce'), ('transfer', 'Transfer'), ('accept', 'Accept'), ('exploit', 'Exploit'), ('enhance', 'Enhance'), ('share', 'Share')], default='', max_length=8, verbose_name='Response')),
                ('response_reason', models.TextField(blank=True, verbose_name='Why this response')),
                ('accepted_until', models.DateField(blank=True, null=True, verbose_name='Accepted until')),
                ('reference', models.CharField(blank=True, max_length=100, verbose_name='Reference in another system')),
                ('next_review_on', models.DateField(blank=True, null=True, verbose_name='Next review')),
                ('escalated_at', models.DateTimeField(blank=True, null=True)),
                ('escalation', models.TextField(blank=True, verbose_name='Why it was escalated')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='Closed')),
                ('closing_note', models.TextField(blank=True, verbose_name='What became of it')),
                ('added_at', models.DateTimeField(auto_now_add=True)),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
            ],
            options={
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='RiskCategory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, unique=True, verbose_name='Name')),
                ('description', models.TextField(blank=True, verbose_name='What belongs there')),
                ('appetite', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='Highest score we are willing to bear')),
                ('appetite_words', models.TextField(blank=True, verbose_name='In words')),
                ('position', models.PositiveIntegerField(default=0)),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
            ],
            options={
                'verbose_name_plural': 'risk categories',
                'ordering': ['position', 'name'],
            },
        ),
        migrations.CreateModel(
            name='RiskCategoryEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=100, verbose_name='Name')),
                ('description', models.TextField(blank=True, verbose_name='What belongs there')),
                ('appetite', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='Highest score we are willing to bear')),
                ('appetite_words', models.TextField(blank=True, verbose_name='In words')),
                ('position', models.PositiveIntegerField(default=0)),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RiskControl',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(choices=[('cause', 'Before the event'), ('consequence', 'After the event')], default='cause', max_length=11, verbose_name='Side')),
                ('name', models.CharField(max_length=300, verbose_name='Control')),
                ('strength', models.CharField(blank=True, choices=[('weak', 'Weak: mostly opinion'), ('moderate', 'Moderate: some evidence'), ('strong', 'Strong: data and experience')], default='', max_length=8, verbose_name='How well it works')),
                ('position', models.PositiveIntegerField(default=0)),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='RiskControlEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('side', models.CharField(choices=[('cause', 'Before the event'), ('consequence', 'After the event')], default='cause', max_length=11, verbose_name='Side')),
                ('name', models.CharField(max_length=300, verbose_name='Control')),
                ('strength', models.CharField(blank=True, choices=[('weak', 'Weak: mostly opinion'), ('moderate', 'Moderate: some evidence'), ('strong', 'Strong: data and experience')], default='', max_length=8, verbose_name='How well it works')),
                ('position', models.PositiveIntegerField(default=0)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RiskDepartment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
        ),
        migrations.CreateModel(
            name='RiskDepartmentEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RiskEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('code', models.CharField(max_length=40, verbose_name='Code')),
                ('kind', models.CharField(choices=[('threat', 'Threat'), ('opportunity', 'Opportunity')], default='threat', max_length=11, verbose_name='Kind')),
                ('title', models.CharField(max_length=300, verbose_name='Title')),
                ('cause', models.TextField(blank=True, verbose_name='Because of')),
                ('event', models.TextField(blank=True, verbose_name='this may happen')),
                ('consequence', models.TextField(blank=True, verbose_name='which would lead to')),
                ('state', models.CharField(choices=[('proposed', 'Proposed'), ('open', 'Open'), ('occurred', 'Has occurred'), ('closed', 'Closed')], default='open', max_length=8, verbose_name='State')),
                ('confidentiality', models.CharField(choices=[('open', 'All who work with risks'), ('restricted', 'Its owner, its head and the leadership')], default='open', max_length=10, verbose_name='Who may see it')),
                ('knowledge', models.CharField(blank=True, choices=[('weak', 'Weak: mostly opinion'), ('moderate', 'Moderate: some evidence'), ('strong', 'Strong: data and experience')], default='', max_length=8, verbose_name='Strength of knowledge')),
                ('response', models.CharField(blank=True, choices=[('avoid', 'Avoid'), ('reduce', 'Reduce'), ('transfer', 'Transfer'), ('accept', 'Accept'), ('exploit', 'Exploit'), ('enhance', 'Enhance'), ('share', 'Share')], default='', max_length=8, verbose_name='Response')),
                ('response_reason', models.TextField(blank=True, verbose_name='Why this response')),
                ('accepted_until', models.DateField(blank=True, null=True, verbose_name='Accepted until')),
                ('reference', models.CharField(blank=True, max_length=100, verbose_name='Reference in another system')),
                ('next_review_on', models.DateField(blank=True, null=True, verbose_name='Next review')),
                ('escalated_at', models.DateTimeField(blank=True, null=True)),
                ('escalation', models.TextField(blank=True, verbose_name='Why it was escalated')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='Closed')),
                ('closing_note', models.TextField(blank=True, verbose_name='What became of it')),
                ('added_at', models.DateTimeField(auto_now_add=True)),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RiskFactor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(choices=[('cause', 'Before the event'), ('consequence', 'After the event')], max_length=11, verbose_name='Side')),
                ('text', models.CharField(max_length=300, verbose_name='Words')),
                ('position', models.PositiveIntegerField(default=0)),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='RiskFactorEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('side', models.CharField(choices=[('cause', 'Before the event'), ('consequence', 'After the event')], max_length=11, verbose_name='Side')),
                ('text', models.CharField(max_length=300, verbose_name='Words')),
                ('position', models.PositiveIntegerField(default=0)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RiskIndicator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('crossing', models.CharField(choices=[('above', 'Above is bad'), ('below', 'Below is bad')], default='above', max_length=5, verbose_name='Warns')),
                ('warning', models.FloatField(blank=True, null=True, verbose_name='Warning at')),
                ('trigger', models.FloatField(verbose_name='Trigger at')),
                ('state', models.CharField(choices=[('unknown', 'No value yet'), ('calm', 'Calm'), ('warning', 'Warning'), ('triggered', 'Triggered')], default='unknown', max_length=9, verbose_name='State')),
                ('state_since', models.DateTimeField(blank=True, null=True)),
                ('value', models.FloatField(blank=True, null=True)),
                ('frequency', models.CharField(blank=True, choices=[('day', 'Daily'), ('week', 'Weekly'), ('month', 'Monthly'), ('quarter', 'Quarterly'), ('half', 'Half-yearly'), ('year', 'Yearly')], default='', max_length=8)),
                ('period', models.IntegerField(blank=True, null=True)),
                ('told_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='RiskIndicatorEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('crossing', models.CharField(choices=[('above', 'Above is bad'), ('below', 'Below is bad')], default='above', max_length=5, verbose_name='Warns')),
                ('warning', models.FloatField(blank=True, null=True, verbose_name='Warning at')),
                ('trigger', models.FloatField(verbose_name='Trigger at')),
                ('state', models.CharField(choices=[('unknown', 'No value yet'), ('calm', 'Calm'), ('warning', 'Warning'), ('triggered', 'Triggered')], default='unknown', max_length=9, verbose_name='State')),
                ('state_since', models.DateTimeField(blank=True, null=True)),
                ('value', models.FloatField(blank=True, null=True)),
                ('frequency', models.CharField(blank=True, choices=[('day', 'Daily'), ('week', 'Weekly'), ('month', 'Monthly'), ('quarter', 'Quarterly'), ('half', 'Half-yearly'), ('year', 'Yearly')], default='', max_length=8)),
                ('period', models.IntegerField(blank=True, null=True)),
                ('told_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RiskLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='How it touches it')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='RiskLinkEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='How it touches it')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RiskMatrix',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, verbose_name='Name')),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('likelihoods', models.JSONField(default=list)),
                ('impacts', models.JSONField(default=list)),
                ('scoring', models.CharField(choices=[('product', 'Likelihood × impact'), ('sum', 'Likelihood + impact'), ('table', 'As its table says')], default='product', max_length=7, verbose_name='Score')),
                ('table', models.JSONField(blank=True, default=list)),
                ('bands', models.JSONField(default=list)),
                ('is_current', models.BooleanField(default=False, verbose_name='In use')),
                ('made_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name_plural': 'risk matrices',
                'ordering': ['name', '-version'],
            },
        ),
        migrations.CreateModel(
            name='RiskMatrixEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=100, verbose_name='Name')),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('likelihoods', models.JSONField(default=list)),
                ('impacts', models.JSONField(default=list)),
                ('scoring', models.CharField(choices=[('product', 'Likelihood × impact'), ('sum', 'Likelihood + impact'), ('table', 'As its table says')], default='product', max_length=7, verbose_name='Score')),
                ('table', models.JSONField(blank=True, default=list)),
                ('bands', models.JSONField(default=list)),
                ('is_current', models.BooleanField(default=False, verbose_name='In use')),
                ('made_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RiskQuantity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('probability', models.FloatField(validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(1)], verbose_name='Probability in a year')),
                ('spread', models.CharField(choices=[('three_point', 'Lowest, most likely, highest (PERT)'), ('lognormal', '5 % and 95 % (lognormal)')], default='three_point', max_length=11, verbose_name='Spread of the impact')),
                ('low', models.FloatField(verbose_name='Lowest')),
                ('likely', models.FloatField(blank=True, null=True, verbose_name='Most likely')),
                ('high', models.FloatField(verbose_name='Highest')),
                ('after_probability', models.FloatField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(1)], verbose_name='Probability once the response is done')),
                ('after_factor', models.FloatField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='Share of the impact that remains')),
                ('basis', models.TextField(blank=True, verbose_name='What it rests on')),
                ('estimated_on', models.DateField(blank=True, null=True, verbose_name='As of')),
            ],
            options={
                'verbose_name_plural': 'risk quantities',
            },
        ),
        migrations.CreateModel(
            name='RiskQuantityEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('probability', models.FloatField(validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(1)], verbose_name='Probability in a year')),
                ('spread', models.CharField(choices=[('three_point', 'Lowest, most likely, highest (PERT)'), ('lognormal', '5 % and 95 % (lognormal)')], default='three_point', max_length=11, verbose_name='Spread of the impact')),
                ('low', models.FloatField(verbose_name='Lowest')),
                ('likely', models.FloatField(blank=True, null=True, verbose_name='Most likely')),
                ('high', models.FloatField(verbose_name='Highest')),
                ('after_probability', models.FloatField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(1)], verbose_name='Probability once the response is done')),
                ('after_factor', models.FloatField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='Share of the impact that remains')),
                ('basis', models.TextField(blank=True, verbose_name='What it rests on')),
                ('estimated_on', models.DateField(blank=True, null=True, verbose_name='As of')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RiskRating',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('inherent', 'Inherent: without controls'), ('current', 'Current'), ('target', 'Target: when the response is done')], default='current', max_length=8, verbose_name='Of')),
                ('likelihood', models.PositiveSmallIntegerField(verbose_name='Likelihood')),
                ('impact', models.PositiveSmallIntegerField(verbose_name='Impact')),
                ('score', models.PositiveSmallIntegerField()),
                ('rationale', models.TextField(blank=True, verbose_name='Why')),
                ('rated_on', models.DateField(verbose_name='As of')),
                ('rated_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['-rated_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='RiskRatingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('inherent', 'Inherent: without controls'), ('current', 'Current'), ('target', 'Target: when the response is done')], default='current', max_length=8, verbose_name='Of')),
                ('likelihood', models.PositiveSmallIntegerField(verbose_name='Likelihood')),
                ('impact', models.PositiveSmallIntegerField(verbose_name='Impact')),
                ('score', models.PositiveSmallIntegerField()),
                ('rationale', models.TextField(blank=True, verbose_name='Why')),
                ('rated_on', models.DateField(verbose_name='As of')),
                ('rated_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RiskReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reviewed_on', models.DateField(verbose_name='On')),
                ('outcome', models.CharField(choices=[('kept', 'Kept as it is'), ('changed', 'Changed'), ('escalated', 'Escalated'), ('closed', 'Closed')], default='kept', max_length=9, verbose_name='Outcome')),
                ('note', models.TextField(blank=True, verbose_name='What was found')),
                ('next_review_on', models.DateField(blank=True, null=True, verbose_name='Next review')),
            ],
            options={
                'ordering': ['-reviewed_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='RiskReviewEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('reviewed_on', models.DateField(verbose_name='On')),
                ('outcome', models.CharField(choices=[('kept', 'Kept as it is'), ('changed', 'Changed'), ('escalated', 'Escalated'), ('closed', 'Closed')], default='kept', max_length=9, verbose_name='Outcome')),
                ('note', models.TextField(blank=True, verbose_name='What was found')),
                ('next_review_on', models.DateField(blank=True, null=True, verbose_name='Next review')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SharedCause',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, unique=True, verbose_name='Name')),
                ('strength', models.FloatField(default=0.5, verbose_name='How much it ties risks together')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='SharedCauseEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=200, verbose_name='Name')),
                ('strength', models.FloatField(default=0.5, verbose_name='How much it ties risks together')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Workshop',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='Name')),
                ('question', models.TextField(blank=True, verbose_name='What is asked')),
                ('state', models.CharField(choices=[('proposing', 'Proposing'), ('rating', 'Rating'), ('together', 'Together'), ('closed', 'Closed')], default='proposing', max_length=9, verbose_name='State')),
                ('closes_on', models.DateField(blank=True, null=True, verbose_name='Answers by')),
                ('begun_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['-begun_at'],
            },
        ),
        migrations.CreateModel(
            name='WorkshopEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=200, verbose_name='Name')),
                ('question', models.TextField(blank=True, verbose_name='What is asked')),
                ('state', models.CharField(choices=[('proposing', 'Proposing'), ('rating', 'Rating'), ('together', 'Together'), ('closed', 'Closed')], default='proposing', max_length=9, verbose_name='State')),
                ('closes_on', models.DateField(blank=True, null=True, verbose_name='Answers by')),
                ('begun_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='WorkshopRating',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('likelihood', models.PositiveSmallIntegerField(verbose_name='Likelihood')),
                ('impact', models.PositiveSmallIntegerField(verbose_name='Impact')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='Why')),
            ],
        ),
        migrations.CreateModel(
            name='ContingencyPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=300, verbose_name='Name')),
                ('trigger', models.TextField(blank=True, verbose_name='Called up when')),
                ('resources', models.TextField(blank=True, verbose_name='What it needs')),
                ('cost', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name='Cost')),
                ('tested_on', models.DateField(blank=True, null=True, verbose_name='Tested on')),
                ('test_result', models.TextField(blank=True, verbose_name='What the test showed')),
                ('state', models.CharField(choices=[('ready', 'Ready'), ('called', 'Called up'), ('ended', 'Stood down')], default='ready', max_length=6, verbose_name='State')),
                ('called_at', models.DateTimeField(blank=True, null=True)),
                ('called_why', models.TextField(blank=True, verbose_name='Why it was called up')),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('outcome', models.TextField(blank=True, verbose_name='How it went')),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
                ('called_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contingency_plans', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='ContingencyPlanEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=300, verbose_name='Name')),
                ('trigger', models.TextField(blank=True, verbose_name='Called up when')),
                ('resources', models.TextField(blank=True, verbose_name='What it needs')),
                ('cost', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name='Cost')),
                ('tested_on', models.DateField(blank=True, null=True, verbose_name='Tested on')),
                ('test_result', models.TextField(blank=True, verbose_name='What the test showed')),
                ('state', models.CharField(choices=[('ready', 'Ready'), ('called', 'Called up'), ('ended', 'Stood down')], default='ready', max_length=6, verbose_name='State')),
                ('called_at', models.DateTimeField(blank=True, null=True)),
                ('called_why', models.TextField(blank=True, verbose_name='Why it was called up')),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('outcome', models.TextField(blank=True, verbose_name='How it went')),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
                ('called_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('owner', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='risks.contingencyplan')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ContingencyStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=300, verbose_name='Step')),
                ('within_hours', models.PositiveIntegerField(blank=True, null=True, verbose_name='Within hours')),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('position', models.PositiveIntegerField(default=0)),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='risks.contingencyplan')),
                ('who', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ContingencyStepEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=300, verbose_name='Step')),
                ('within_hours', models.PositiveIntegerField(blank=True, null=True, verbose_name='Within hours')),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('position', models.PositiveIntegerField(default=0)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='risks.contingencystep')),
                ('plan', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.contingencyplan')),
                ('who', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Escalation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField(verbose_name='Why')),
                ('escalated_at', models.DateTimeField(auto_now_add=True)),
                ('answer', models.TextField(blank=True, verbose_name='What is done')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('escalated_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-escalated_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='EscalationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('reason', models.TextField(verbose_name='Why')),
                ('escalated_at', models.DateTimeField(auto_now_add=True)),
                ('answer', models.TextField(blank=True, verbose_name='What is done')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('escalated_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='risks.escalation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ExposureRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='Name')),
                ('seed', models.PositiveBigIntegerField(default=1, verbose_name='Seed')),
                ('years', models.PositiveIntegerField(default=100000, verbose_name='Simulated years')),
                ('inputs', models.JSONField(default=dict)),
                ('result', models.JSONField(default=dict)),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('made_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-made_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ExposureRunEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=200, verbose_name='Name')),
                ('seed', models.PositiveBigIntegerField(default=1, verbose_name='Seed')),
                ('years', models.PositiveIntegerField(default=100000, verbose_name='Simulated years')),
                ('inputs', models.JSONField(default=dict)),
                ('result', models.JSONField(default=dict)),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('made_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='risks.exposurerun')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LossAppetite',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('loss', models.DecimalField(decimal_places=2, max_digits=16, unique=True, verbose_name='Loss in a year above')),
                ('probability', models.FloatField(validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(1)], verbose_name='at most with probability')),
            ],
            options={
                'ordering': ['loss'],
                'constraints': [models.CheckConstraint(condition=models.Q(('probability__range', (0, 1))), name='a_probability_is_0_to_1')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lossappetite',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_lossappetiteevent" ("id", "loss", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "probability") VALUES (NEW."id", NEW."loss", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."probability"); RETURN NULL;', hash='351c7120bdc109cb740df49a5fc3335a5f9e1e2c', operation='INSERT', pgid='pgtrigger_insert_insert_545f6', table='risks_lossappetite', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lossappetite',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "risks_lossappetiteevent" ("id", "loss", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "probability") VALUES (NEW."id", NEW."loss", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."probability"); RETURN NULL;', hash='d92640409aeb05a3ae0efda296712c98c8d011d4', operation='UPDATE', pgid='pgtrigger_update_update_ed90b', table='risks_lossappetite', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lossappetite',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_lossappetiteevent" ("id", "loss", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "probability") VALUES (OLD."id", OLD."loss", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."probability"); RETURN NULL;', hash='2b8b7d42bb199d0572c0e516bcaacbe78b53fad9', operation='DELETE', pgid='pgtrigger_delete_delete_717a7', table='risks_lossappetite', when='AFTER')),
        ),
        migrations.AddField(
            model_name='lossappetiteevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='lossappetiteevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='risks.lossappetite'),
        ),
        migrations.AddField(
            model_name='mitigation',
            name='owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='risk_mitigations', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='mitigationevent',
            name='owner',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='mitigationevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='mitigationevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='risks.mitigation'),
        ),
        migrations.AddField(
            model_name='participant',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='participantevent',
            name='person',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='participantevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='participantevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='risks.participant'),
        ),
        migrations.AddField(
            model_name='proposedrisk',
            name='merged_into',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='risks.proposedrisk'),
        ),
        migrations.AddField(
            model_name='proposedrisk',
            name='proposer',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='proposedriskevent',
            name='merged_into',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.proposedrisk'),
        ),
        migrations.AddField(
            model_name='proposedriskevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='proposedriskevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='risks.proposedrisk'),
        ),
        migrations.AddField(
            model_name='proposedriskevent',
            name='proposer',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='ratingproposal',
            name='decided_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='ratingproposal',
            name='mitigation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposals', to='risks.mitigation'),
        ),
        migrations.AddField(
            model_name='ratingproposalevent',
            name='decided_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='ratingproposalevent',
            name='mitigation',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.mitigation'),
        ),
        migrations.AddField(
            model_name='ratingproposalevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='ratingproposalevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='risks.ratingproposal'),
        ),
        migrations.AddField(
            model_name='risk',
            name='accepted_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='risk',
            name='added_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='risk',
            name='department',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='risks', to='org.department'),
        ),
        migrations.AddField(
            model_name='risk',
            name='item',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='risks', to='strategy.analysisitem'),
        ),
        migrations.AddField(
            model_name='risk',
            name='owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='owned_risks', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='ratingproposalevent',
            name='risk',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='ratingproposal',
            name='risk',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposals', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='proposedriskevent',
            name='risk',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='proposedrisk',
            name='risk',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposed', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='mitigationevent',
            name='risk',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='mitigation',
            name='risk',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mitigations', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='escalationevent',
            name='risk',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='escalation',
            name='risk',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='escalations', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='contingencyplanevent',
            name='risk',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='contingencyplan',
            name='risk',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contingency_plans', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='risk',
            name='category',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='risks', to='risks.riskcategory'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskcategory',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_riskcategoryevent" ("appetite", "appetite_words", "archived_on", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."appetite", NEW."appetite_words", NEW."archived_on", NEW."description", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position"); RETURN NULL;', hash='68072e5ab9281ff206fcc1304aa362137ffa4da9', operation='INSERT', pgid='pgtrigger_insert_insert_36c30', table='risks_riskcategory', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskcategory',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "risks_riskcategoryevent" ("appetite", "appetite_words", "archived_on", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."appetite", NEW."appetite_words", NEW."archived_on", NEW."description", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position"); RETURN NULL;', hash='a66bc0158edbe624484cbf625cdaff9fb0801f4a', operation='UPDATE', pgid='pgtrigger_update_update_3d134', table='risks_riskcategory', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskcategory',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_riskcategoryevent" ("appetite", "appetite_words", "archived_on", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."appetite", OLD."appetite_words", OLD."archived_on", OLD."description", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position"); RETURN NULL;', hash='255d68cbafb9582f54904257fb3f76e3d03542a5', operation='DELETE', pgid='pgtrigger_delete_delete_b9c34', table='risks_riskcategory', when='AFTER')),
        ),
        migrations.AddField(
            model_name='riskcategoryevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='riskcategoryevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='risks.riskcategory'),
        ),
        migrations.AddField(
            model_name='riskcontrol',
            name='owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='riskcontrol',
            name='risk',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='controls', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='riskcontrolevent',
            name='owner',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='riskcontrolevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='riskcontrolevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='risks.riskcontrol'),
        ),
        migrations.AddField(
            model_name='riskcontrolevent',
            name='risk',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='riskdepartment',
            name='department',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.department'),
        ),
        migrations.AddField(
            model_name='riskdepartment',
            name='risk',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='concerned', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='riskdepartmentevent',
            name='department',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='org.department'),
        ),
        migrations.AddField(
            model_name='riskdepartmentevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='riskdepartmentevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='risks.riskdepartment'),
        ),
        migrations.AddField(
            model_name='riskdepartmentevent',
            name='risk',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='riskevent',
            name='accepted_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='riskevent',
            name='added_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='riskevent',
            name='category',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.riskcategory'),
        ),
        migrations.AddField(
            model_name='riskevent',
            name='department',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='org.department'),
        ),
        migrations.AddField(
            model_name='riskevent',
            name='item',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='strategy.analysisitem'),
        ),
        migrations.AddField(
            model_name='riskevent',
            name='owner',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='riskevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='riskevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='riskfactor',
            name='risk',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='factors', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='riskcontrolevent',
            name='factor',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.riskfactor'),
        ),
        migrations.AddField(
            model_name='riskcontrol',
            name='factor',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='controls', to='risks.riskfactor'),
        ),
        migrations.AddField(
            model_name='riskfactorevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='riskfactorevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='risks.riskfactor'),
        ),
        migrations.AddField(
            model_name='riskfactorevent',
            name='risk',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='riskindicator',
            name='department',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.department'),
        ),
        migrations.AddField(
            model_name='riskindicator',
            name='kpi',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='risk_indicators', to='kpis.kpi'),
        ),
        migrations.AddField(
            model_name='riskindicator',
            name='plan',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='indicators', to='risks.contingencyplan'),
        ),
        migrations.AddField(
            model_name='riskindicator',
            name='risk',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='indicators', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='escalationevent',
            name='indicator',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.riskindicator'),
        ),
        migrations.AddField(
            model_name='escalation',
            name='indicator',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='risks.riskindicator'),
        ),
        migrations.AddField(
            model_name='riskindicatorevent',
            name='department',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='org.department'),
        ),
        migrations.AddField(
            model_name='riskindicatorevent',
            name='kpi',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='kpis.kpi'),
        ),
        migrations.AddField(
            model_name='riskindicatorevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='riskindicatorevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='risks.riskindicator'),
        ),
        migrations.AddField(
            model_name='riskindicatorevent',
            name='plan',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.contingencyplan'),
        ),
        migrations.AddField(
            model_name='riskindicatorevent',
            name='risk',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='risklink',
            name='assumption',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='risk_links', to='strategy.assumption'),
        ),
        migrations.AddField(
            model_name='risklink',
            name='initiative',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='risk_links', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='risklink',
            name='kpi',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='risk_links', to='kpis.kpi'),
        ),
        migrations.AddField(
            model_name='risklink',
            name='objective',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='risk_links', to='strategy.objective'),
        ),
        migrations.AddField(
            model_name='risklink',
            name='risk',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='risklinkevent',
            name='assumption',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='strategy.assumption'),
        ),
        migrations.AddField(
            model_name='risklinkevent',
            name='initiative',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='risklinkevent',
            name='kpi',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='kpis.kpi'),
        ),
        migrations.AddField(
            model_name='risklinkevent',
            name='objective',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='strategy.objective'),
        ),
        migrations.AddField(
            model_name='risklinkevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='risklinkevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='risks.risklink'),
        ),
        migrations.AddField(
            model_name='risklinkevent',
            name='risk',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='riskmatrix',
            name='follows',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='risks.riskmatrix'),
        ),
        migrations.AddField(
            model_name='riskmatrixevent',
            name='follows',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.riskmatrix'),
        ),
        migrations.AddField(
            model_name='riskmatrixevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='riskmatrixevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='risks.riskmatrix'),
        ),
        migrations.AddField(
            model_name='riskquantity',
            name='estimated_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='riskquantity',
            name='risk',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='quantity', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='riskquantityevent',
            name='estimated_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='riskquantityevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='riskquantityevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='risks.riskquantity'),
        ),
        migrations.AddField(
            model_name='riskquantityevent',
            name='risk',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='riskrating',
            name='assessor',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='riskrating',
            name='matrix',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ratings', to='risks.riskmatrix'),
        ),
        migrations.AddField(
            model_name='riskrating',
            name='risk',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ratings', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='ratingproposalevent',
            name='rating',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.riskrating'),
        ),
        migrations.AddField(
            model_name='ratingproposal',
            name='rating',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='risks.riskrating'),
        ),
        migrations.AddField(
            model_name='riskratingevent',
            name='assessor',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='riskratingevent',
            name='matrix',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.riskmatrix'),
        ),
        migrations.AddField(
            model_name='riskratingevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='riskratingevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='risks.riskrating'),
        ),
        migrations.AddField(
            model_name='riskratingevent',
            name='risk',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='riskreview',
            name='reviewed_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='riskreview',
            name='risk',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='risks.risk'),
        ),
        migrations.AddField(
            model_name='riskreviewevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='riskreviewevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='risks.riskreview'),
        ),
        migrations.AddField(
            model_name='riskreviewevent',
            name='reviewed_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='riskreviewevent',
            name='risk',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.risk'),
        ),
        migrations.AddConstraint(
            model_name='sharedcause',
            constraint=models.CheckConstraint(condition=models.Q(('strength__range', (0, 1))), name='a_cause_ties_from_0_to_1'),
        ),
        migrations.AddField(
            model_name='riskevent',
            name='shared_cause',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.sharedcause'),
        ),
        migrations.AddField(
            model_name='risk',
            name='shared_cause',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='risks', to='risks.sharedcause'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sharedcause',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_sharedcauseevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strength") VALUES (NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."strength"); RETURN NULL;', hash='55076128a7b92463cd7dcbbc6fff85cac7010f69', operation='INSERT', pgid='pgtrigger_insert_insert_29480', table='risks_sharedcause', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sharedcause',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "risks_sharedcauseevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strength") VALUES (NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."strength"); RETURN NULL;', hash='d13255d0fa3f8e6e06aafb206a5374200828fa3b', operation='UPDATE', pgid='pgtrigger_update_update_56ef9', table='risks_sharedcause', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sharedcause',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_sharedcauseevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strength") VALUES (OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."strength"); RETURN NULL;', hash='affe2cf58e3173d6bd086ca200ac61a558140947', operation='DELETE', pgid='pgtrigger_delete_delete_dc9bc', table='risks_sharedcause', when='AFTER')),
        ),
        migrations.AddField(
            model_name='sharedcauseevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='sharedcauseevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='risks.sharedcause'),
        ),
        migrations.AddField(
            model_name='workshop',
            name='department',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.department'),
        ),
        migrations.AddField(
            model_name='workshop',
            name='led_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='workshop',
            name='matrix',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='workshops', to='risks.riskmatrix'),
        ),
        migrations.AddField(
            model_name='proposedriskevent',
            name='workshop',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.workshop'),
        ),
        migrations.AddField(
            model_name='proposedrisk',
            name='workshop',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposed', to='risks.workshop'),
        ),
        migrations.AddField(
            model_name='participantevent',
            name='workshop',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.workshop'),
        ),
        migrations.AddField(
            model_name='participant',
            name='workshop',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participants', to='risks.workshop'),
        ),
        migrations.AddField(
            model_name='workshopevent',
            name='department',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='org.department'),
        ),
        migrations.AddField(
            model_name='workshopevent',
            name='led_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='workshopevent',
            name='matrix',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='risks.riskmatrix'),
        ),
        migrations.AddField(
            model_name='workshopevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='workshopevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='risks.workshop'),
        ),
        migrations.AddField(
            model_name='workshoprating',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='workshoprating',
            name='proposed',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ratings', to='risks.proposedrisk'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contingencystep',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_contingencystepevent" ("done_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "who_id", "within_hours") VALUES (NEW."done_at", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."position", NEW."who_id", NEW."within_hours"); RETURN NULL;', hash='9c2a985f3fa372492b8cdced7c55e073c3100f9f', operation='INSERT', pgid='pgtrigger_insert_insert_fd723', table='risks_contingencystep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contingencystep',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "risks_contingencystepevent" ("done_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "who_id", "within_hours") VALUES (NEW."done_at", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."position", NEW."who_id", NEW."within_hours"); RETURN NULL;', hash='ee3fe570a28eba1428da6329e0565c3e3c0551f8', operation='UPDATE', pgid='pgtrigger_update_update_f8f72', table='risks_contingencystep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contingencystep',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_contingencystepevent" ("done_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "who_id", "within_hours") VALUES (OLD."done_at", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."position", OLD."who_id", OLD."within_hours"); RETURN NULL;', hash='a145ad9489232c372d53fb25f1c2e3882ec1da55', operation='DELETE', pgid='pgtrigger_delete_delete_a7328', table='risks_contingencystep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contingencystepevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='43b4187e4eb89ed18297db2f8cbd004152ca0766', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bf4a1', table='risks_contingencystepevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exposurerun',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_exposurerunevent" ("id", "inputs", "made_at", "made_by_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "seed", "years") VALUES (NEW."id", NEW."inputs", NEW."made_at", NEW."made_by_id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."result", NEW."seed", NEW."years"); RETURN NULL;', hash='2c221c92f6ec1751c83101c7e0b41e7c5df65e5b', operation='INSERT', pgid='pgtrigger_insert_insert_ea723', table='risks_exposurerun', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exposurerun',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "risks_exposurerunevent" ("id", "inputs", "made_at", "made_by_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "seed", "years") VALUES (NEW."id", NEW."inputs", NEW."made_at", NEW."made_by_id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."result", NEW."seed", NEW."years"); RETURN NULL;', hash='02bf6cd7333af6872af8b594a59dd01938447267', operation='UPDATE', pgid='pgtrigger_update_update_72e22', table='risks_exposurerun', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exposurerun',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_exposurerunevent" ("id", "inputs", "made_at", "made_by_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "seed", "years") VALUES (OLD."id", OLD."inputs", OLD."made_at", OLD."made_by_id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."result", OLD."seed", OLD."years"); RETURN NULL;', hash='789c435a77cbee1d485497eca20770efc3087944', operation='DELETE', pgid='pgtrigger_delete_delete_e7921', table='risks_exposurerun', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exposurerunevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='58f9353a2e1aeb1296350e77150d8ef721a5db46', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_38a5e', table='risks_exposurerunevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lossappetiteevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a7cd2c523e711412d982f7c01de7fc39c3604609', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_66902', table='risks_lossappetiteevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='mitigationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6409aaa8fa92da37e2c0bf7f45d1cf0adb4bea99', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ab52f', table='risks_mitigationevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='mitigation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_mitigationevent" ("cost", "description", "done_on", "due_on", "effect", "id", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "progress", "risk_id", "side", "state", "to_impact", "to_likelihood") VALUES (NEW."cost", NEW."description", NEW."done_on", NEW."due_on", NEW."effect", NEW."id", NEW."name", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."progress", NEW."risk_id", NEW."side", NEW."state", NEW."to_impact", NEW."to_likelihood"); RETURN NULL;', hash='019e0baba1b50316345a11a72f437f45973872e4', operation='INSERT', pgid='pgtrigger_insert_insert_324cd', table='risks_mitigation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='mitigation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "risks_mitigationevent" ("cost", "description", "done_on", "due_on", "effect", "id", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "progress", "risk_id", "side", "state", "to_impact", "to_likelihood") VALUES (NEW."cost", NEW."description", NEW."done_on", NEW."due_on", NEW."effect", NEW."id", NEW."name", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."progress", NEW."risk_id", NEW."side", NEW."state", NEW."to_impact", NEW."to_likelihood"); RETURN NULL;', hash='906a9e5f560363ba10fd3747018ff0a0970323a9', operation='UPDATE', pgid='pgtrigger_update_update_c669f', table='risks_mitigation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='mitigation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_mitigationevent" ("cost", "description", "done_on", "due_on", "effect", "id", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "progress", "risk_id", "side", "state", "to_impact", "to_likelihood") VALUES (OLD."cost", OLD."description", OLD."done_on", OLD."due_on", OLD."effect", OLD."id", OLD."name", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."progress", OLD."risk_id", OLD."side", OLD."state", OLD."to_impact", OLD."to_likelihood"); RETURN NULL;', hash='7ba5fbb0bd1299d44db89f515f96dac8917ddb03', operation='DELETE', pgid='pgtrigger_delete_delete_0239d', table='risks_mitigation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contingencyplanevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f6cbff512165ec3d985d8f5d60df9685458919df', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_cd042', table='risks_contingencyplanevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contingencyplan',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_contingencyplanevent" ("archived_on", "called_at", "called_by_id", "called_why", "cost", "ended_at", "id", "name", "outcome", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resources", "risk_id", "state", "test_result", "tested_on", "trigger") VALUES (NEW."archived_on", NEW."called_at", NEW."called_by_id", NEW."called_why", NEW."cost", NEW."ended_at", NEW."id", NEW."name", NEW."outcome", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."resources", NEW."risk_id", NEW."state", NEW."test_result", NEW."tested_on", NEW."trigger"); RETURN NULL;', hash='35b664c5b95be1048e1748d3954cbd3d258ea95e', operation='INSERT', pgid='pgtrigger_insert_insert_8c748', table='risks_contingencyplan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contingencyplan',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "risks_contingencyplanevent" ("archived_on", "called_at", "called_by_id", "called_why", "cost", "ended_at", "id", "name", "outcome", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resources", "risk_id", "state", "test_result", "tested_on", "trigger") VALUES (NEW."archived_on", NEW."called_at", NEW."called_by_id", NEW."called_why", NEW."cost", NEW."ended_at", NEW."id", NEW."name", NEW."outcome", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."resources", NEW."risk_id", NEW."state", NEW."test_result", NEW."tested_on", NEW."trigger"); RETURN NULL;', hash='1165f5a5d5132260b617801272abc2d0018f2eb0', operation='UPDATE', pgid='pgtrigger_update_update_840c3', table='risks_contingencyplan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contingencyplan',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_contingencyplanevent" ("archived_on", "called_at", "called_by_id", "called_why", "cost", "ended_at", "id", "name", "outcome", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resources", "risk_id", "state", "test_result", "tested_on", "trigger") VALUES (OLD."archived_on", OLD."called_at", OLD."called_by_id", OLD."called_why", OLD."cost", OLD."ended_at", OLD."id", OLD."name", OLD."outcome", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."resources", OLD."risk_id", OLD."state", OLD."test_result", OLD."tested_on", OLD."trigger"); RETURN NULL;', hash='a59c14365005a2639ad36f6aff551f0df01df5c6', operation='DELETE', pgid='pgtrigger_delete_delete_a348b', table='risks_contingencyplan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskcategoryevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='024335307940914171ce9557b3363a259bf7cc1a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8cd10', table='risks_riskcategoryevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='riskdepartment',
            constraint=models.UniqueConstraint(fields=('risk', 'department'), name='a_risk_concerns_a_department_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskdepartment',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_riskdepartmentevent" ("department_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "risk_id") VALUES (NEW."department_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."risk_id"); RETURN NULL;', hash='b1e4d5a6fa7e3057b7bb9a7fcf0de8db9a967281', operation='INSERT', pgid='pgtrigger_insert_insert_da990', table='risks_riskdepartment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskdepartment',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "risks_riskdepartmentevent" ("department_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "risk_id") VALUES (NEW."department_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."risk_id"); RETURN NULL;', hash='42127a4a6c7d8b9adb2f118caa1b7c8f73b895db', operation='UPDATE', pgid='pgtrigger_update_update_b4a4d', table='risks_riskdepartment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskdepartment',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_riskdepartmentevent" ("department_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "risk_id") VALUES (OLD."department_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."risk_id"); RETURN NULL;', hash='1026c569258b083b5e57eced2d726d64e4be818f', operation='DELETE', pgid='pgtrigger_delete_delete_26fd1', table='risks_riskdepartment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskdepartmentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0c71ab02f5b7f01471e836f0d1a44177fdd0c098', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4ae5e', table='risks_riskdepartmentevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskfactor',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_riskfactorevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "risk_id", "side", "text") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."risk_id", NEW."side", NEW."text"); RETURN NULL;', hash='ebc9fda0b7af9974df590b5e64d3530e83405d91', operation='INSERT', pgid='pgtrigger_insert_insert_ae5d5', table='risks_riskfactor', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskfactor',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "risks_riskfactorevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "risk_id", "side", "text") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."risk_id", NEW."side", NEW."text"); RETURN NULL;', hash='2c1083741ff524a72294b66de9e008fdcd3cc8dc', operation='UPDATE', pgid='pgtrigger_update_update_4b632', table='risks_riskfactor', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskfactor',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_riskfactorevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "risk_id", "side", "text") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."risk_id", OLD."side", OLD."text"); RETURN NULL;', hash='f68bc41afc8035474c3038db3998587b9e166b2c', operation='DELETE', pgid='pgtrigger_delete_delete_f5840', table='risks_riskfactor', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskcontrolevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='51fa9481533ca6786687d86044a7b604162712f1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5f4a7', table='risks_riskcontrolevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskcontrol',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_riskcontrolevent" ("factor_id", "id", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "risk_id", "side", "strength") VALUES (NEW."factor_id", NEW."id", NEW."name", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."risk_id", NEW."side", NEW."strength"); RETURN NULL;', hash='c20c615ed08c6d987162ee8872c84394ea3ea267', operation='INSERT', pgid='pgtrigger_insert_insert_64ca6', table='risks_riskcontrol', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskcontrol',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "risks_riskcontrolevent" ("factor_id", "id", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "risk_id", "side", "strength") VALUES (NEW."factor_id", NEW."id", NEW."name", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."risk_id", NEW."side", NEW."strength"); RETURN NULL;', hash='9ab5034fb2dee888c28f67ca344910ded6eaabd8', operation='UPDATE', pgid='pgtrigger_update_update_ac402', table='risks_riskcontrol', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskcontrol',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_riskcontrolevent" ("factor_id", "id", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "risk_id", "side", "strength") VALUES (OLD."factor_id", OLD."id", OLD."name", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."risk_id", OLD."side", OLD."strength"); RETURN NULL;', hash='73c35af7115c569896cf738ac08563cc6bffd0d4', operation='DELETE', pgid='pgtrigger_delete_delete_1afbe', table='risks_riskcontrol', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskfactorevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='03ce8452d934935e815f18892dad051d2acfcd65', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ceed7', table='risks_riskfactorevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='riskindicator',
            constraint=models.UniqueConstraint(fields=('risk', 'kpi', 'department'), name='a_kpi_warns_of_a_risk_once', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='riskindicator',
            constraint=models.CheckConstraint(condition=models.Q(('warning__isnull', True), models.Q(('crossing', 'above'), ('warning__lte', models.F('trigger'))), models.Q(('crossing', 'below'), ('warning__gte', models.F('trigger'))), _connector='OR'), name='an_indicator_warns_before_it_triggers'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskindicator',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_riskindicatorevent" ("crossing", "department_id", "frequency", "id", "kpi_id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "risk_id", "state", "state_since", "told_at", "trigger", "value", "warning") VALUES (NEW."crossing", NEW."department_id", NEW."frequency", NEW."id", NEW."kpi_id", NEW."period", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."risk_id", NEW."state", NEW."state_since", NEW."told_at", NEW."trigger", NEW."value", NEW."warning"); RETURN NULL;', hash='67f3d11c2f72c29de22d8a30b5a7f246279bd9eb', operation='INSERT', pgid='pgtrigger_insert_insert_95172', table='risks_riskindicator', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskindicator',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "risks_riskindicatorevent" ("crossing", "department_id", "frequency", "id", "kpi_id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "risk_id", "state", "state_since", "told_at", "trigger", "value", "warning") VALUES (NEW."crossing", NEW."department_id", NEW."frequency", NEW."id", NEW."kpi_id", NEW."period", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."risk_id", NEW."state", NEW."state_since", NEW."told_at", NEW."trigger", NEW."value", NEW."warning"); RETURN NULL;', hash='1a670b4a0064ad2f9d8343b9dc0afe7f38e51676', operation='UPDATE', pgid='pgtrigger_update_update_6e9e8', table='risks_riskindicator', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskindicator',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_riskindicatorevent" ("crossing", "department_id", "frequency", "id", "kpi_id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "risk_id", "state", "state_since", "told_at", "trigger", "value", "warning") VALUES (OLD."crossing", OLD."department_id", OLD."frequency", OLD."id", OLD."kpi_id", OLD."period", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."risk_id", OLD."state", OLD."state_since", OLD."told_at", OLD."trigger", OLD."value", OLD."warning"); RETURN NULL;', hash='a5f959045bef38f18e88c9f8a389ca564b41dcfd', operation='DELETE', pgid='pgtrigger_delete_delete_88001', table='risks_riskindicator', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='escalationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cce1aae35024f35b427393403e3fa87b6950e2d1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ade64', table='risks_escalationevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='escalation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_escalationevent" ("answer", "answered_at", "answered_by_id", "escalated_at", "escalated_by_id", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "risk_id") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."escalated_at", NEW."escalated_by_id", NEW."id", NEW."indicator_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."risk_id"); RETURN NULL;', hash='0421431a54838f4663790e878724274ae92a871a', operation='INSERT', pgid='pgtrigger_insert_insert_5ae57', table='risks_escalation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='escalation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "risks_escalationevent" ("answer", "answered_at", "answered_by_id", "escalated_at", "escalated_by_id", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "risk_id") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."escalated_at", NEW."escalated_by_id", NEW."id", NEW."indicator_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."risk_id"); RETURN NULL;', hash='f0931d6e5a36bdc23844b8dd828da36f065aea55', operation='UPDATE', pgid='pgtrigger_update_update_9f3ab', table='risks_escalation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='escalation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_escalationevent" ("answer", "answered_at", "answered_by_id", "escalated_at", "escalated_by_id", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "risk_id") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."escalated_at", OLD."escalated_by_id", OLD."id", OLD."indicator_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."risk_id"); RETURN NULL;', hash='fc260173164d19b90093bc1f163b2e24aaba1114', operation='DELETE', pgid='pgtrigger_delete_delete_1abf5', table='risks_escalation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskindicatorevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4a5a55edf18afda79d72418c3a5776353fec3183', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_17e83', table='risks_riskindicatorevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='risklink',
            constraint=models.UniqueConstraint(fields=('risk', 'objective', 'initiative', 'kpi', 'assumption'), name='a_risk_touches_a_thing_once', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='risklink',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('assumption__isnull', True), ('initiative__isnull', True), ('kpi__isnull', True), ('objective__isnull', False)), models.Q(('assumption__isnull', True), ('initiative__isnull', False), ('kpi__isnull', True), ('objective__isnull', True)), models.Q(('assumption__isnull', True), ('initiative__isnull', True), ('kpi__isnull', False), ('objective__isnull', True)), models.Q(('assumption__isnull', False), ('initiative__isnull', True), ('kpi__isnull', True), ('objective__isnull', True)), _connector='OR'), name='a_risk_link_touches_one_thing'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='risklink',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_risklinkevent" ("assumption_id", "id", "initiative_id", "kpi_id", "note", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "risk_id") VALUES (NEW."assumption_id", NEW."id", NEW."initiative_id", NEW."kpi_id", NEW."note", NEW."objective_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."risk_id"); RETURN NULL;', hash='e8534f77aa2cce481e9051dff462ce9a436fa25a', operation='INSERT', pgid='pgtrigger_insert_insert_40685', table='risks_risklink', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='risklink',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "risks_risklinkevent" ("assumption_id", "id", "initiative_id", "kpi_id", "note", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "risk_id") VALUES (NEW."assumption_id", NEW."id", NEW."initiative_id", NEW."kpi_id", NEW."note", NEW."objective_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."risk_id"); RETURN NULL;', hash='a07dc0e135493fa538f091f5afa211df228831bd', operation='UPDATE', pgid='pgtrigger_update_update_5de11', table='risks_risklink', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='risklink',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_risklinkevent" ("assumption_id", "id", "initiative_id", "kpi_id", "note", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "risk_id") VALUES (OLD."assumption_id", OLD."id", OLD."initiative_id", OLD."kpi_id", OLD."note", OLD."objective_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."risk_id"); RETURN NULL;', hash='6df05b4803646b468fbeaf946fdca0cfb9d71794', operation='DELETE', pgid='pgtrigger_delete_delete_0dece', table='risks_risklink', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='risklinkevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e772766cab133c4558c8ae8120dbf6e4daa48bf2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7eb86', table='risks_risklinkevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='riskmatrix',
            constraint=models.UniqueConstraint(fields=('name', 'version'), name='versions_of_a_matrix_are_numbered'),
        ),
        migrations.AddConstraint(
            model_name='riskmatrix',
            constraint=models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('is_current',), name='one_matrix_is_in_use'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskmatrix',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_riskmatrixevent" ("bands", "follows_id", "id", "impacts", "is_current", "likelihoods", "made_at", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scoring", "table", "version") VALUES (NEW."bands", NEW."follows_id", NEW."id", NEW."impacts", NEW."is_current", NEW."likelihoods", NEW."made_at", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."scoring", NEW."table", NEW."version"); RETURN NULL;', hash='a45d7ae76b8f13e5efec800ae3bff3d08a1b14e3', operation='INSERT', pgid='pgtrigger_insert_insert_57e1a', table='risks_riskmatrix', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskmatrix',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "risks_riskmatrixevent" ("bands", "follows_id", "id", "impacts", "is_current", "likelihoods", "made_at", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scoring", "table", "version") VALUES (NEW."bands", NEW."follows_id", NEW."id", NEW."impacts", NEW."is_current", NEW."likelihoods", NEW."made_at", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."scoring", NEW."table", NEW."version"); RETURN NULL;', hash='02d2a6818096f546514cd1bc92c394777fb33ab3', operation='UPDATE', pgid='pgtrigger_update_update_376b0', table='risks_riskmatrix', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskmatrix',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_riskmatrixevent" ("bands", "follows_id", "id", "impacts", "is_current", "likelihoods", "made_at", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scoring", "table", "version") VALUES (OLD."bands", OLD."follows_id", OLD."id", OLD."impacts", OLD."is_current", OLD."likelihoods", OLD."made_at", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."scoring", OLD."table", OLD."version"); RETURN NULL;', hash='1473ec9d822cb85b7a18b97b2b29d4e7ba7b9f68', operation='DELETE', pgid='pgtrigger_delete_delete_50f72', table='risks_riskmatrix', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskmatrixevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='05339fce159c4e51ec6fddf077bd8cd075c8a52d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7fc30', table='risks_riskmatrixevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='riskquantity',
            constraint=models.CheckConstraint(condition=models.Q(('probability__range', (0, 1))), name='a_risks_probability_is_0_to_1'),
        ),
        migrations.AddConstraint(
            model_name='riskquantity',
            constraint=models.CheckConstraint(condition=models.Q(('low__gte', 0), ('high__gte', models.F('low'))), name='an_impact_goes_from_low_to_high'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskquantity',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_riskquantityevent" ("after_factor", "after_probability", "basis", "estimated_by_id", "estimated_on", "high", "id", "likely", "low", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "probability", "risk_id", "spread") VALUES (NEW."after_factor", NEW."after_probability", NEW."basis", NEW."estimated_by_id", NEW."estimated_on", NEW."high", NEW."id", NEW."likely", NEW."low", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."probability", NEW."risk_id", NEW."spread"); RETURN NULL;', hash='1191804150a9d7340a883a285a41c00d92833178', operation='INSERT', pgid='pgtrigger_insert_insert_c0a09', table='risks_riskquantity', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskquantity',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "risks_riskquantityevent" ("after_factor", "after_probability", "basis", "estimated_by_id", "estimated_on", "high", "id", "likely", "low", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "probability", "risk_id", "spread") VALUES (NEW."after_factor", NEW."after_probability", NEW."basis", NEW."estimated_by_id", NEW."estimated_on", NEW."high", NEW."id", NEW."likely", NEW."low", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."probability", NEW."risk_id", NEW."spread"); RETURN NULL;', hash='31486e7003d03263b2ee6b9a2b3e708e28a6bc07', operation='UPDATE', pgid='pgtrigger_update_update_3ba7f', table='risks_riskquantity', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskquantity',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_riskquantityevent" ("after_factor", "after_probability", "basis", "estimated_by_id", "estimated_on", "high", "id", "likely", "low", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "probability", "risk_id", "spread") VALUES (OLD."after_factor", OLD."after_probability", OLD."basis", OLD."estimated_by_id", OLD."estimated_on", OLD."high", OLD."id", OLD."likely", OLD."low", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."probability", OLD."risk_id", OLD."spread"); RETURN NULL;', hash='bdc465b5e717fd7009650d581341a17e803b9629', operation='DELETE', pgid='pgtrigger_delete_delete_1fa47', table='risks_riskquantity', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskquantityevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5d7dc08ef47472de82c9ea8a5d0ad2eb6a3807bc', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_23b93', table='risks_riskquantityevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='riskrating',
            index=models.Index(fields=['risk', 'kind', '-rated_on'], name='risks_riskr_risk_id_b19712_idx'),
        ),
        migrations.AddConstraint(
            model_name='riskrating',
            constraint=models.CheckConstraint(condition=models.Q(('impact__range', (1, 7)), ('likelihood__range', (1, 7))), name='levels_are_1_to_7'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskrating',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_riskratingevent" ("assessor_id", "id", "impact", "kind", "likelihood", "matrix_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rated_at", "rated_on", "rationale", "risk_id", "score") VALUES (NEW."assessor_id", NEW."id", NEW."impact", NEW."kind", NEW."likelihood", NEW."matrix_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rated_at", NEW."rated_on", NEW."rationale", NEW."risk_id", NEW."score"); RETURN NULL;', hash='613c1b0075059c741cbeb8e3c82b28db59efdd31', operation='INSERT', pgid='pgtrigger_insert_insert_5c07e', table='risks_riskrating', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskrating',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "risks_riskratingevent" ("assessor_id", "id", "impact", "kind", "likelihood", "matrix_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rated_at", "rated_on", "rationale", "risk_id", "score") VALUES (NEW."assessor_id", NEW."id", NEW."impact", NEW."kind", NEW."likelihood", NEW."matrix_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rated_at", NEW."rated_on", NEW."rationale", NEW."risk_id", NEW."score"); RETURN NULL;', hash='e380cbf28ad8999ac1207abbe91ba2194b94aafe', operation='UPDATE', pgid='pgtrigger_update_update_559c2', table='risks_riskrating', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskrating',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_riskratingevent" ("assessor_id", "id", "impact", "kind", "likelihood", "matrix_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rated_at", "rated_on", "rationale", "risk_id", "score") VALUES (OLD."assessor_id", OLD."id", OLD."impact", OLD."kind", OLD."likelihood", OLD."matrix_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rated_at", OLD."rated_on", OLD."rationale", OLD."risk_id", OLD."score"); RETURN NULL;', hash='3beb03fc327e9c9a82ef40c87b2cdfd481e23d93', operation='DELETE', pgid='pgtrigger_delete_delete_318bb', table='risks_riskrating', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ratingproposalevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7c0411a2ed25268482cd2661aa16015e86d66b2a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a4e92', table='risks_ratingproposalevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ratingproposal',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_ratingproposalevent" ("decided_at", "decided_by_id", "id", "impact", "likelihood", "mitigation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "rating_id", "reason", "risk_id", "state") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."impact", NEW."likelihood", NEW."mitigation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proposed_at", NEW."rating_id", NEW."reason", NEW."risk_id", NEW."state"); RETURN NULL;', hash='666ab055aa55bc4304000d32988ba50ed85d0b77', operation='INSERT', pgid='pgtrigger_insert_insert_0ea7c', table='risks_ratingproposal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ratingproposal',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "risks_ratingproposalevent" ("decided_at", "decided_by_id", "id", "impact", "likelihood", "mitigation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "rating_id", "reason", "risk_id", "state") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."impact", NEW."likelihood", NEW."mitigation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proposed_at", NEW."rating_id", NEW."reason", NEW."risk_id", NEW."state"); RETURN NULL;', hash='00ce2dab830354e05c70ef46733c38abc3c3366a', operation='UPDATE', pgid='pgtrigger_update_update_18659', table='risks_ratingproposal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ratingproposal',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_ratingproposalevent" ("decided_at", "decided_by_id", "id", "impact", "likelihood", "mitigation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "rating_id", "reason", "risk_id", "state") VALUES (OLD."decided_at", OLD."decided_by_id", OLD."id", OLD."impact", OLD."likelihood", OLD."mitigation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."proposed_at", OLD."rating_id", OLD."reason", OLD."risk_id", OLD."state"); RETURN NULL;', hash='728be957c563ffd20023002a5fda4bdf899a05b4', operation='DELETE', pgid='pgtrigger_delete_delete_70334', table='risks_ratingproposal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskratingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='da6f49c39604f1b1ac603b25c958c3a7354634cc', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_93762', table='risks_riskratingevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskreview',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_riskreviewevent" ("id", "next_review_on", "note", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_by_id", "reviewed_on", "risk_id") VALUES (NEW."id", NEW."next_review_on", NEW."note", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reviewed_by_id", NEW."reviewed_on", NEW."risk_id"); RETURN NULL;', hash='ecf745893ab366f9547eede5502269d23ea82e98', operation='INSERT', pgid='pgtrigger_insert_insert_37883', table='risks_riskreview', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskreview',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "risks_riskreviewevent" ("id", "next_review_on", "note", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_by_id", "reviewed_on", "risk_id") VALUES (NEW."id", NEW."next_review_on", NEW."note", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reviewed_by_id", NEW."reviewed_on", NEW."risk_id"); RETURN NULL;', hash='e6048c96d403690956e3e77d2e40fe8c80df888e', operation='UPDATE', pgid='pgtrigger_update_update_f6912', table='risks_riskreview', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskreview',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_riskreviewevent" ("id", "next_review_on", "note", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_by_id", "reviewed_on", "risk_id") VALUES (OLD."id", OLD."next_review_on", OLD."note", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reviewed_by_id", OLD."reviewed_on", OLD."risk_id"); RETURN NULL;', hash='d36112707c080bdc67da5f54dd6cd67592c2d3ce', operation='DELETE', pgid='pgtrigger_delete_delete_6fac1', table='risks_riskreview', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskreviewevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d19ef7d6a1c781ee22acda17c7d51214f1bcbbcd', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_822ce', table='risks_riskreviewevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='118d86a65412067f74e4bb583afa6d94f00dd261', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6aaa2', table='risks_riskevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='risk',
            index=django.contrib.postgres.indexes.GinIndex(fields=['title'], name='risk_title_trgm', opclasses=['gin_trgm_ops']),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='risk',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_riskevent" ("accepted_by_id", "accepted_until", "added_at", "added_by_id", "archived_on", "category_id", "cause", "closed_on", "closing_note", "code", "confidentiality", "consequence", "department_id", "escalated_at", "escalation", "event", "id", "item_id", "kind", "knowledge", "next_review_on", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "response", "response_reason", "shared_cause_id", "state", "title") VALUES (NEW."accepted_by_id", NEW."accepted_until", NEW."added_at", NEW."added_by_id", NEW."archived_on", NEW."category_id", NEW."cause", NEW."closed_on", NEW."closing_note", NEW."code", NEW."confidentiality", NEW."consequence", NEW."department_id", NEW."escalated_at", NEW."escalation", NEW."event", NEW."id", NEW."item_id", NEW."kind", NEW."knowledge", NEW."next_review_on", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."response", NEW."response_reason", NEW."shared_cause_id", NEW."state", NEW."title"); RETURN NULL;', hash='cb269e76e29404bb69a5016d43caa30170c6274a', operation='INSERT', pgid='pgtrigger_insert_insert_6e45a', table='risks_risk', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='risk',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "risks_riskevent" ("accepted_by_id", "accepted_until", "added_at", "added_by_id", "archived_on", "category_id", "cause", "closed_on", "closing_note", "code", "confidentiality", "consequence", "department_id", "escalated_at", "escalation", "event", "id", "item_id", "kind", "knowledge", "next_review_on", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "response", "response_reason", "shared_cause_id", "state", "title") VALUES (NEW."accepted_by_id", NEW."accepted_until", NEW."added_at", NEW."added_by_id", NEW."archived_on", NEW."category_id", NEW."cause", NEW."closed_on", NEW."closing_note", NEW."code", NEW."confidentiality", NEW."consequence", NEW."department_id", NEW."escalated_at", NEW."escalation", NEW."event", NEW."id", NEW."item_id", NEW."kind", NEW."knowledge", NEW."next_review_on", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."response", NEW."response_reason", NEW."shared_cause_id", NEW."state", NEW."title"); RETURN NULL;', hash='89cf63db760f29b672c164ddae2c6d544ff4ab40', operation='UPDATE', pgid='pgtrigger_update_update_72842', table='risks_risk', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='risk',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_riskevent" ("accepted_by_id", "accepted_until", "added_at", "added_by_id", "archived_on", "category_id", "cause", "closed_on", "closing_note", "code", "confidentiality", "consequence", "department_id", "escalated_at", "escalation", "event", "id", "item_id", "kind", "knowledge", "next_review_on", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "response", "response_reason", "shared_cause_id", "state", "title") VALUES (OLD."accepted_by_id", OLD."accepted_until", OLD."added_at", OLD."added_by_id", OLD."archived_on", OLD."category_id", OLD."cause", OLD."closed_on", OLD."closing_note", OLD."code", OLD."confidentiality", OLD."consequence", OLD."department_id", OLD."escalated_at", OLD."escalation", OLD."event", OLD."id", OLD."item_id", OLD."kind", OLD."knowledge", OLD."next_review_on", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reference", OLD."response", OLD."response_reason", OLD."shared_cause_id", OLD."state", OLD."title"); RETURN NULL;', hash='4d9c99a2d53bdd82938c6301519ee4672faa7772', operation='DELETE', pgid='pgtrigger_delete_delete_1766a', table='risks_risk', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sharedcauseevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3157ccb37184754476a8357ea6d22e2a7a0cdd34', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bfd17', table='risks_sharedcauseevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workshop',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_workshopevent" ("begun_at", "closes_on", "department_id", "id", "led_by_id", "matrix_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "state") VALUES (NEW."begun_at", NEW."closes_on", NEW."department_id", NEW."id", NEW."led_by_id", NEW."matrix_id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."question", NEW."state"); RETURN NULL;', hash='f53f257fdc35ff6e6f8453f083014d968f5d47d2', operation='INSERT', pgid='pgtrigger_insert_insert_3f0b5', table='risks_workshop', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workshop',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "risks_workshopevent" ("begun_at", "closes_on", "department_id", "id", "led_by_id", "matrix_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "state") VALUES (NEW."begun_at", NEW."closes_on", NEW."department_id", NEW."id", NEW."led_by_id", NEW."matrix_id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."question", NEW."state"); RETURN NULL;', hash='64a7e9cef5f4726084f01097456b335e156cf926', operation='UPDATE', pgid='pgtrigger_update_update_710b7', table='risks_workshop', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workshop',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_workshopevent" ("begun_at", "closes_on", "department_id", "id", "led_by_id", "matrix_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "state") VALUES (OLD."begun_at", OLD."closes_on", OLD."department_id", OLD."id", OLD."led_by_id", OLD."matrix_id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."question", OLD."state"); RETURN NULL;', hash='eb91ca222935c2dd4d27689eee177b7fff8d4687', operation='DELETE', pgid='pgtrigger_delete_delete_6a17e', table='risks_workshop', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposedriskevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='47d0dd9edc69b0011085c3182dc6c0fa785bb69b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c3570', table='risks_proposedriskevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposedrisk',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_proposedriskevent" ("added_at", "cause", "consequence", "event", "id", "impact", "kind", "likelihood", "merged_into_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "proposer_id", "risk_id", "title", "workshop_id") VALUES (NEW."added_at", NEW."cause", NEW."consequence", NEW."event", NEW."id", NEW."impact", NEW."kind", NEW."likelihood", NEW."merged_into_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."proposer_id", NEW."risk_id", NEW."title", NEW."workshop_id"); RETURN NULL;', hash='86447410128d06a95d67aa6b837609241e4083b2', operation='INSERT', pgid='pgtrigger_insert_insert_8c085', table='risks_proposedrisk', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposedrisk',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "risks_proposedriskevent" ("added_at", "cause", "consequence", "event", "id", "impact", "kind", "likelihood", "merged_into_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "proposer_id", "risk_id", "title", "workshop_id") VALUES (NEW."added_at", NEW."cause", NEW."consequence", NEW."event", NEW."id", NEW."impact", NEW."kind", NEW."likelihood", NEW."merged_into_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."proposer_id", NEW."risk_id", NEW."title", NEW."workshop_id"); RETURN NULL;', hash='0ab962634d5d3bd0778a44dbe64abcfc34da92bf', operation='UPDATE', pgid='pgtrigger_update_update_cae70', table='risks_proposedrisk', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposedrisk',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_proposedriskevent" ("added_at", "cause", "consequence", "event", "id", "impact", "kind", "likelihood", "merged_into_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "proposer_id", "risk_id", "title", "workshop_id") VALUES (OLD."added_at", OLD."cause", OLD."consequence", OLD."event", OLD."id", OLD."impact", OLD."kind", OLD."likelihood", OLD."merged_into_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."proposer_id", OLD."risk_id", OLD."title", OLD."workshop_id"); RETURN NULL;', hash='9105528ae49bbeba47a6f707cf73054b361d3dac', operation='DELETE', pgid='pgtrigger_delete_delete_b4120', table='risks_proposedrisk', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='participantevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7224b99e76c1739659d6d336c83d1bf2e5699047', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ef41f', table='risks_participantevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='participant',
            constraint=models.UniqueConstraint(fields=('workshop', 'person'), name='a_person_is_in_a_workshop_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='participant',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_participantevent" ("done_at", "id", "invited_at", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "workshop_id") VALUES (NEW."done_at", NEW."id", NEW."invited_at", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."workshop_id"); RETURN NULL;', hash='90130175ecfde5e1c069371f8116c7f98ba00170', operation='INSERT', pgid='pgtrigger_insert_insert_c5adb', table='risks_participant', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='participant',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "risks_participantevent" ("done_at", "id", "invited_at", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "workshop_id") VALUES (NEW."done_at", NEW."id", NEW."invited_at", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."workshop_id"); RETURN NULL;', hash='ff47c9e58547b2fb57feb6dcc8255f1000f57f71', operation='UPDATE', pgid='pgtrigger_update_update_39233', table='risks_participant', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='participant',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "risks_participantevent" ("done_at", "id", "invited_at", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "workshop_id") VALUES (OLD."done_at", OLD."id", OLD."invited_at", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."workshop_id"); RETURN NULL;', hash='3de309ab02ed6cba16dfe18d0f1f5afcd0eb0ecb', operation='DELETE', pgid='pgtrigger_delete_delete_9a4f0', table='risks_participant', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workshopevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='39e10760e363fcce55f2bcc27dfdc826c33de2f8', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0e782', table='risks_workshopevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='workshoprating',
            constraint=models.UniqueConstraint(fields=('proposed', 'person'), name='a_participant_rates_a_risk_once'),
        ),
        migrations.AddConstraint(
            model_name='workshoprating',
            constraint=models.CheckConstraint(condition=models.Q(('impact__range', (1, 7)), ('likelihood__range', (1, 7))), name='workshop_levels_are_1_to_7'),
        ),
    ]
