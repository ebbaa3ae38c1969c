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
        ('kpis', '0007_digests_in_the_index'),
        ('org', '0002_currency'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('strategy', '0003_tripped_for'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Category',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, unique=True, verbose_name='Name')),
                ('description', models.TextField(blank=True, verbose_name='What belongs there')),
                ('position', models.PositiveIntegerField(default=0)),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
            ],
            options={
                'verbose_name_plural': 'categories',
                'ordering': ['position', 'name'],
            },
        ),
        migrations.CreateModel(
            name='CategoryEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=100, verbose_name='Name')),
                ('description', models.TextField(blank=True, verbose_name='What belongs there')),
                ('position', models.PositiveIntegerField(default=0)),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Contribution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('strength', models.PositiveSmallIntegerField(choices=[(1, 'Some'), (2, 'Strong'), (3, 'Decisive')], default=1, verbose_name='Contribution')),
                ('note', models.TextField(blank=True, verbose_name='How it contributes')),
            ],
            options={
                'ordering': ['-strength', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ContributionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('strength', models.PositiveSmallIntegerField(choices=[(1, 'Some'), (2, 'Strong'), (3, 'Decisive')], default=1, verbose_name='Contribution')),
                ('note', models.TextField(blank=True, verbose_name='How it contributes')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Dependency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('bond', models.CharField(choices=[('fs', 'starts after the end'), ('ss', 'starts after the start'), ('ff', 'ends after the end'), ('sf', 'ends after the start')], default='fs', max_length=2, verbose_name='The task after')),
                ('lag_days', models.SmallIntegerField(default=0, verbose_name='Days between')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='Why')),
            ],
            options={
                'verbose_name_plural': 'dependencies',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='DependencyEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('bond', models.CharField(choices=[('fs', 'starts after the end'), ('ss', 'starts after the start'), ('ff', 'ends after the end'), ('sf', 'ends after the start')], default='fs', max_length=2, verbose_name='The task after')),
                ('lag_days', models.SmallIntegerField(default=0, verbose_name='Days between')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='Why')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FundingSource',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, unique=True, verbose_name='Name')),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='FundingSourceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=100, verbose_name='Name')),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GateCriterion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('to_stage', models.CharField(choices=[('idea', 'Idea'), ('proposed', 'Proposed'), ('approved', 'Approved'), ('active', 'Active'), ('on_hold', 'On hold'), ('completed', 'Completed'), ('cancelled', 'Cancelled')], max_length=9, verbose_name='Before the stage')),
                ('text', models.CharField(max_length=300, verbose_name='Criterion')),
                ('help', models.TextField(blank=True, verbose_name='How to judge it')),
                ('required', models.BooleanField(default=False, verbose_name='Must be met')),
                ('position', models.PositiveIntegerField(default=0)),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
            ],
            options={
                'verbose_name_plural': 'gate criteria',
                'ordering': ['to_stage', 'position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='GateCriterionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('to_stage', models.CharField(choices=[('idea', 'Idea'), ('proposed', 'Proposed'), ('approved', 'Approved'), ('active', 'Active'), ('on_hold', 'On hold'), ('completed', 'Completed'), ('cancelled', 'Cancelled')], max_length=9, verbose_name='Before the stage')),
                ('text', models.CharField(max_length=300, verbose_name='Criterion')),
                ('help', models.TextField(blank=True, verbose_name='How to judge it')),
                ('required', models.BooleanField(default=False, verbose_name='Must be met')),
                ('position', models.PositiveIntegerField(default=0)),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GateDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_stage', models.CharField(choices=[('idea', 'Idea'), ('proposed', 'Proposed'), ('approved', 'Approved'), ('active', 'Active'), ('on_hold', 'On hold'), ('completed', 'Completed'), ('cancelled', 'Cancelled')], max_length=9)),
                ('to_stage', models.CharField(choices=[('idea', 'Idea'), ('proposed', 'Proposed'), ('approved', 'Approved'), ('active', 'Active'), ('on_hold', 'On hold'), ('completed', 'Completed'), ('cancelled', 'Cancelled')], max_length=9, verbose_name='To the stage')),
                ('outcome', models.CharField(choices=[('waiting', 'Waiting for a decision'), ('passed', 'Passed'), ('passed_if', 'Passed with conditions'), ('returned', 'Returned'), ('withdrawn', 'Withdrawn')], default='waiting', max_length=9, verbose_name='Decision')),
                ('request', models.TextField(blank=True, verbose_name='What is asked for, and why')),
                ('criteria', models.JSONField(blank=True, default=list)),
                ('asked_at', models.DateTimeField(auto_now_add=True)),
                ('decide_by', models.DateField(blank=True, null=True, verbose_name='Decision wanted by')),
                ('reason', models.TextField(blank=True, verbose_name='Reason')),
                ('conditions', models.TextField(blank=True, verbose_name='Conditions')),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-asked_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='GateDecisionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('from_stage', models.CharField(choices=[('idea', 'Idea'), ('proposed', 'Proposed'), ('approved', 'Approved'), ('active', 'Active'), ('on_hold', 'On hold'), ('completed', 'Completed'), ('cancelled', 'Cancelled')], max_length=9)),
                ('to_stage', models.CharField(choices=[('idea', 'Idea'), ('proposed', 'Proposed'), ('approved', 'Approved'), ('active', 'Active'), ('on_hold', 'On hold'), ('completed', 'Completed'), ('cancelled', 'Cancelled')], max_length=9, verbose_name='To the stage')),
                ('outcome', models.CharField(choices=[('waiting', 'Waiting for a decision'), ('passed', 'Passed'), ('passed_if', 'Passed with conditions'), ('returned', 'Returned'), ('withdrawn', 'Withdrawn')], default='waiting', max_length=9, verbose_name='Decision')),
                ('request', models.TextField(blank=True, verbose_name='What is asked for, and why')),
                ('criteria', models.JSONField(blank=True, default=list)),
                ('asked_at', models.DateTimeField(auto_now_add=True)),
                ('decide_by', models.DateField(blank=True, null=True, verbose_name='Decision wanted by')),
                ('reason', models.TextField(blank=True, verbose_name='Reason')),
                ('conditions', models.TextField(blank=True, verbose_name='Conditions')),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Initiative',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=40, unique=True, verbose_name='Code')),
                ('name', models.CharField(max_length=300, verbose_name='Name')),
                ('purpose', models.TextField(blank=True, verbose_name='What it changes, and for whom')),
                ('scope', models.TextField(blank=True, verbose_name='What belongs to it and what does not')),
                ('stage', models.CharField(choices=[('idea', 'Idea'), ('proposed', 'Proposed'), ('approved', 'Approved'), ('active', 'Active'), ('on_hold', 'On hold'), ('completed', 'Completed'), ('cancelled', 'Cancelled')], default='idea', max_length=9, verbose_name='Stage')),
                ('stage_since', models.DateField(blank=True, null=True, verbose_name='In this stage since')),
                ('confidentiality', models.CharField(choices=[('open', 'Everybody'), ('restricted', 'Its people, their heads and the leadership')], default='open', max_length=10, verbose_name='Who may see it')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='Start')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='End')),
                ('size', models.CharField(blank=True, choices=[('small', 'Small'), ('medium', 'Medium'), ('large', 'Large')], default='', max_length=6, verbose_name='Size')),
                ('must_do', models.BooleanField(default=False, verbose_name='Must be done (law, contract, safety)')),
                ('cadence', models.CharField(choices=[('weekly', 'Every week'), ('fortnightly', 'Every two weeks'), ('monthly', 'Every month'), ('quarterly', 'Every quarter'), ('never', 'None')], default='monthly', max_length=11, verbose_name='Status updates')),
                ('reference', models.CharField(blank=True, max_length=100, verbose_name='Reference in another system')),
                ('added_at', models.DateTimeField(auto_now_add=True)),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
            ],
            options={
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='InitiativeDepartment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('part', models.CharField(blank=True, max_length=300, verbose_name='Its part')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='InitiativeDepartmentEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('part', models.CharField(blank=True, max_length=300, verbose_name='Its part')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='InitiativeElement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('open', 'Open'), ('done', 'Done'), ('not_needed', 'Not needed here')], default='open', max_length=10, verbose_name='State')),
                ('url', models.URLField(blank=True, max_length=1000, verbose_name='Where it is')),
                ('note', models.TextField(blank=True, verbose_name='Note')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='Done')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='InitiativeElementEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('state', models.CharField(choices=[('open', 'Open'), ('done', 'Done'), ('not_needed', 'Not needed here')], default='open', max_length=10, verbose_name='State')),
                ('url', models.URLField(blank=True, max_length=1000, verbose_name='Where it is')),
                ('note', models.TextField(blank=True, verbose_name='Note')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='Done')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='InitiativeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('code', models.CharField(max_length=40, verbose_name='Code')),
                ('name', models.CharField(max_length=300, verbose_name='Name')),
                ('purpose', models.TextField(blank=True, verbose_name='What it changes, and for whom')),
                ('scope', models.TextField(blank=True, verbose_name='What belongs to it and what does not')),
                ('stage', models.CharField(choices=[('idea', 'Idea'), ('proposed', 'Proposed'), ('approved', 'Approved'), ('active', 'Active'), ('on_hold', 'On hold'), ('completed', 'Completed'), ('cancelled', 'Cancelled')], default='idea', max_length=9, verbose_name='Stage')),
                ('stage_since', models.DateField(blank=True, null=True, verbose_name='In this stage since')),
                ('confidentiality', models.CharField(choices=[('open', 'Everybody'), ('restricted', 'Its people, their heads and the leadership')], default='open', max_length=10, verbose_name='Who may see it')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='Start')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='End')),
                ('size', models.CharField(blank=True, choices=[('small', 'Small'), ('medium', 'Medium'), ('large', 'Large')], default='', max_length=6, verbose_name='Size')),
                ('must_do', models.BooleanField(default=False, verbose_name='Must be done (law, contract, safety)')),
                ('cadence', models.CharField(choices=[('weekly', 'Every week'), ('fortnightly', 'Every two weeks'), ('monthly', 'Every month'), ('quarterly', 'Every quarter'), ('never', 'None')], default='monthly', max_length=11, verbose_name='Status updates')),
                ('reference', models.CharField(blank=True, max_length=100, verbose_name='Reference in another system')),
                ('added_at', models.DateTimeField(auto_now_add=True)),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Method',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=40, unique=True, verbose_name='Code')),
                ('name', models.CharField(max_length=100, verbose_name='Name')),
                ('summary', models.CharField(blank=True, max_length=300, verbose_name='In one sentence')),
                ('guidance', models.TextField(blank=True, verbose_name='When it fits, and how it goes')),
                ('position', models.PositiveIntegerField(default=0)),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
            ],
            options={
                'ordering': ['position', 'name'],
            },
        ),
        migrations.CreateModel(
            name='MethodElement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('role', 'Role'), ('deliverable', 'Deliverable'), ('check', 'Check')], max_length=11, verbose_name='Kind')),
                ('name', models.CharField(max_length=200, verbose_name='Name')),
                ('help', models.TextField(blank=True, verbose_name='Help')),
                ('from_size', models.CharField(choices=[('small', 'Small'), ('medium', 'Medium'), ('large', 'Large')], default='small', max_length=6, verbose_name='Asked for from')),
                ('position', models.PositiveIntegerField(default=0)),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='MethodElementEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('role', 'Role'), ('deliverable', 'Deliverable'), ('check', 'Check')], max_length=11, verbose_name='Kind')),
                ('name', models.CharField(max_length=200, verbose_name='Name')),
                ('help', models.TextField(blank=True, verbose_name='Help')),
                ('from_size', models.CharField(choices=[('small', 'Small'), ('medium', 'Medium'), ('large', 'Large')], default='small', max_length=6, verbose_name='Asked for from')),
                ('position', models.PositiveIntegerField(default=0)),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MethodEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('code', models.SlugField(db_index=False, max_length=40, verbose_name='Code')),
                ('name', models.CharField(max_length=100, verbose_name='Name')),
                ('summary', models.CharField(blank=True, max_length=300, verbose_name='In one sentence')),
                ('guidance', models.TextField(blank=True, verbose_name='When it fits, and how it goes')),
                ('position', models.PositiveIntegerField(default=0)),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MethodStage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, verbose_name='Name')),
                ('purpose', models.CharField(blank=True, max_length=300, verbose_name='What it is for')),
                ('guidance', models.TextField(blank=True, verbose_name='Help')),
                ('position', models.PositiveIntegerField(default=0)),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='MethodStageEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=100, verbose_name='Name')),
                ('purpose', models.CharField(blank=True, max_length=300, verbose_name='What it is for')),
                ('guidance', models.TextField(blank=True, verbose_name='Help')),
                ('position', models.PositiveIntegerField(default=0)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MoneyLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='Fiscal year')),
                ('kind', models.CharField(choices=[('operating', 'Operating'), ('capital', 'Capital')], default='operating', max_length=9, verbose_name='Kind')),
                ('budget', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name='Budget')),
                ('committed', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name='Committed')),
                ('actual', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name='Spent')),
                ('forecast', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name='Forecast')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='Note')),
            ],
            options={
                'ordering': ['year', 'kind', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='MoneyLineEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('year', models.PositiveSmallIntegerField(verbose_name='Fiscal year')),
                ('kind', models.CharField(choices=[('operating', 'Operating'), ('capital', 'Capital')], default='operating', max_length=9, verbose_name='Kind')),
                ('budget', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name='Budget')),
                ('committed', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name='Committed')),
                ('actual', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name='Spent')),
                ('forecast', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name='Forecast')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='Note')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OverlapVerdict',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verdict', models.CharField(choices=[('different', 'Not the same'), ('related', 'Related: to be coordinated'), ('merged', 'Merged into one')], max_length=9, verbose_name='Finding')),
                ('note', models.TextField(blank=True, verbose_name='Reason')),
                ('judged_at', models.DateTimeField(auto_now=True)),
            ],
        ),
        migrations.CreateModel(
            name='OverlapVerdictEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('verdict', models.CharField(choices=[('different', 'Not the same'), ('related', 'Related: to be coordinated'), ('merged', 'Merged into one')], max_length=9, verbose_name='Finding')),
                ('note', models.TextField(blank=True, verbose_name='Reason')),
                ('judged_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PlanNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('delay_days', models.IntegerField(default=0)),
                ('told_at', models.DateTimeField(auto_now_add=True)),
                ('seen_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-told_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ReadinessAction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=300, verbose_name='Action')),
                ('dimension', models.CharField(blank=True, choices=[('awareness', 'Awareness: knows that and why'), ('desire', 'Desire: wants it'), ('knowledge', 'Knowledge: knows how'), ('ability', 'Ability: can do it'), ('reinforcement', 'Reinforcement: keeps it up')], default='', max_length=13, verbose_name='What it helps')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='Due')),
                ('state', models.CharField(choices=[('open', 'Open'), ('done', 'Done'), ('dropped', 'Dropped')], default='open', max_length=7, verbose_name='State')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='Done')),
                ('position', models.PositiveIntegerField(default=0)),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ReadinessActionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=300, verbose_name='Action')),
                ('dimension', models.CharField(blank=True, choices=[('awareness', 'Awareness: knows that and why'), ('desire', 'Desire: wants it'), ('knowledge', 'Knowledge: knows how'), ('ability', 'Ability: can do it'), ('reinforcement', 'Reinforcement: keeps it up')], default='', max_length=13, verbose_name='What it helps')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='Due')),
                ('state', models.CharField(choices=[('open', 'Open'), ('done', 'Done'), ('dropped', 'Dropped')], default='open', max_length=7, verbose_name='State')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='Done')),
                ('position', models.PositiveIntegerField(default=0)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReadinessRating',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rated_on', models.DateField(verbose_name='As of')),
                ('awareness', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='Awareness')),
                ('desire', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='Desire')),
                ('knowledge', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='Knowledge')),
                ('ability', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='Ability')),
                ('reinforcement', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='Reinforcement')),
                ('note', models.TextField(blank=True, verbose_name='What it rests on')),
            ],
            options={
                'ordering': ['-rated_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ReadinessRatingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('rated_on', models.DateField(verbose_name='As of')),
                ('awareness', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='Awareness')),
                ('desire', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='Desire')),
                ('knowledge', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='Knowledge')),
                ('ability', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='Ability')),
                ('reinforcement', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='Reinforcement')),
                ('note', models.TextField(blank=True, verbose_name='What it rests on')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Scenario',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='Name')),
                ('note', models.TextField(blank=True, verbose_name='What is to be found out')),
                ('first_year', models.PositiveSmallIntegerField(verbose_name='First fiscal year')),
                ('years', models.PositiveSmallIntegerField(default=3, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)], verbose_name='Years')),
                ('settings', models.JSONField(blank=True, default=dict)),
                ('inputs', models.JSONField(blank=True, default=dict)),
                ('state', models.CharField(choices=[('draft', 'Not computed yet'), ('waiting', 'Waiting for a worker'), ('running', 'Computing'), ('solved', 'Best portfolio found'), ('best_so_far', 'Best found in the time'), ('no_solution', 'The limits contradict each other'), ('cancelled', 'Cancelled'), ('failed', 'Could not be computed')], default='draft', max_length=11, verbose_name='State')),
                ('progress', models.JSONField(blank=True, default=dict)),
                ('result', models.JSONField(blank=True, default=dict)),
                ('cancel_wanted', models.BooleanField(default=False)),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('started_at', models.DateTimeField(blank=True, null=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('adopted_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-made_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ScenarioEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=200, verbose_name='Name')),
                ('note', models.TextField(blank=True, verbose_name='What is to be found out')),
                ('first_year', models.PositiveSmallIntegerField(verbose_name='First fiscal year')),
                ('years', models.PositiveSmallIntegerField(default=3, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)], verbose_name='Years')),
                ('settings', models.JSONField(blank=True, default=dict)),
                ('inputs', models.JSONField(blank=True, default=dict)),
                ('state', models.CharField(choices=[('draft', 'Not computed yet'), ('waiting', 'Waiting for a worker'), ('running', 'Computing'), ('solved', 'Best portfolio found'), ('best_so_far', 'Best found in the time'), ('no_solution', 'The limits contradict each other'), ('cancelled', 'Cancelled'), ('failed', 'Could not be computed')], default='draft', max_length=11, verbose_name='State')),
                ('progress', models.JSONField(blank=True, default=dict)),
                ('result', models.JSONField(blank=True, default=dict)),
                ('cancel_wanted', models.BooleanField(default=False)),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('started_at', models.DateTimeField(blank=True, null=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('adopted_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Score',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='Score')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='Why')),
            ],
        ),
        migrations.CreateModel(
            name='ScoreEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('value', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='Score')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='Why')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Scorer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('done_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='ScorerEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('done_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ScoringCriterion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, verbose_name='Name')),
                ('help', models.TextField(blank=True, verbose_name='What 1 and 5 mean')),
                ('weight', models.FloatField(default=1, validators=[django.core.validators.MinValueValidator(0)], verbose_name='Weight')),
                ('better', models.CharField(choices=[('high', 'More is better'), ('low', 'Less is better')], default='high', max_length=4, verbose_name='Which way is better')),
                ('axis', models.CharField(choices=[('value', 'Value'), ('effort', 'Effort')], default='value', max_length=6, verbose_name='In the picture')),
                ('position', models.PositiveIntegerField(default=0)),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
            ],
            options={
                'verbose_name_plural': 'scoring criteria',
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ScoringCriterionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=100, verbose_name='Name')),
                ('help', models.TextField(blank=True, verbose_name='What 1 and 5 mean')),
                ('weight', models.FloatField(default=1, validators=[django.core.validators.MinValueValidator(0)], verbose_name='Weight')),
                ('better', models.CharField(choices=[('high', 'More is better'), ('low', 'Less is better')], default='high', max_length=4, verbose_name='Which way is better')),
                ('axis', models.CharField(choices=[('value', 'Value'), ('effort', 'Effort')], default='value', max_length=6, verbose_name='In the picture')),
                ('position', models.PositiveIntegerField(default=0)),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ScoringRound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='Name')),
                ('note', models.TextField(blank=True, verbose_name='What is asked')),
                ('state', models.CharField(choices=[('open', 'Open'), ('closed', 'Closed')], default='open', max_length=6, verbose_name='State')),
                ('closes_on', models.DateField(blank=True, null=True, verbose_name='Scores by')),
                ('begun_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['-begun_at'],
            },
        ),
        migrations.CreateModel(
            name='ScoringRoundEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=200, verbose_name='Name')),
                ('note', models.TextField(blank=True, verbose_name='What is asked')),
                ('state', models.CharField(choices=[('open', 'Open'), ('closed', 'Closed')], default='open', max_length=6, verbose_name='State')),
                ('closes_on', models.DateField(blank=True, null=True, verbose_name='Scores by')),
                ('begun_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Skill',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=40, unique=True, verbose_name='Code')),
                ('name', models.CharField(max_length=100, verbose_name='Name')),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='SkillEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('code', models.SlugField(db_index=False, max_length=40, verbose_name='Code')),
                ('name', models.CharField(max_length=100, verbose_name='Name')),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StatusUpdate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('due_on', models.DateField(verbose_name='For')),
                ('state', models.CharField(choices=[('draft', 'Being written'), ('submitted', 'Handed in')], default='draft', max_length=9, verbose_name='State')),
                ('progress', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='Progress in percent')),
                ('done', models.TextField(blank=True, verbose_name='What was done')),
                ('next', models.TextField(blank=True, verbose_name='What is next')),
                ('help_needed', models.TextField(blank=True, verbose_name='Help needed')),
                ('schedule', models.CharField(blank=True, choices=[('green', 'On course'), ('amber', 'At risk'), ('red', 'Off course')], default='', max_length=5, verbose_name='Schedule')),
                ('schedule_reason', models.TextField(blank=True, verbose_name='Why')),
                ('cost', models.CharField(blank=True, choices=[('green', 'On course'), ('amber', 'At risk'), ('red', 'Off course')], default='', max_length=5, verbose_name='Cost')),
                ('cost_reason', models.TextField(blank=True, verbose_name='Why')),
                ('scope', models.CharField(blank=True, choices=[('green', 'On course'), ('amber', 'At risk'), ('red', 'Off course')], default='', max_length=5, verbose_name='Scope')),
                ('scope_reason', models.TextField(blank=True, verbose_name='Why')),
                ('computed', models.JSONField(blank=True, default=dict)),
                ('begun_at', models.DateTimeField(auto_now_add=True)),
                ('submitted_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-due_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='StatusUpdateEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('due_on', models.DateField(verbose_name='For')),
                ('state', models.CharField(choices=[('draft', 'Being written'), ('submitted', 'Handed in')], default='draft', max_length=9, verbose_name='State')),
                ('progress', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='Progress in percent')),
                ('done', models.TextField(blank=True, verbose_name='What was done')),
                ('next', models.TextField(blank=True, verbose_name='What is next')),
                ('help_needed', models.TextField(blank=True, verbose_name='Help needed')),
                ('schedule', models.CharField(blank=True, choices=[('green', 'On course'), ('amber', 'At risk'), ('red', 'Off course')], default='', max_length=5, verbose_name='Schedule')),
                ('schedule_reason', models.TextField(blank=True, verbose_name='Why')),
                ('cost', models.CharField(blank=True, choices=[('green', 'On course'), ('amber', 'At risk'), ('red', 'Off course')], default='', max_length=5, verbose_name='Cost')),
                ('cost_reason', models.TextField(blank=True, verbose_name='Why')),
                ('scope', models.CharField(blank=True, choices=[('green', 'On course'), ('amber', 'At risk'), ('red', 'Off course')], default='', max_length=5, verbose_name='Scope')),
                ('scope_reason', models.TextField(blank=True, verbose_name='Why')),
                ('computed', models.JSONField(blank=True, default=dict)),
                ('begun_at', models.DateTimeField(auto_now_add=True)),
                ('submitted_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('task', 'Task'), ('milestone', 'Milestone')], default='task', max_length=9, verbose_name='Kind')),
                ('name', models.CharField(max_length=300, verbose_name='Name')),
                ('description', models.TextField(blank=True, verbose_name='Description')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='Start')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='End')),
                ('weight', models.FloatField(default=1, validators=[django.core.validators.MinValueValidator(0)], verbose_name='Weight')),
                ('progress', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='Progress in percent')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='Done')),
                ('position', models.PositiveIntegerField(default=0)),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='TaskEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('task', 'Task'), ('milestone', 'Milestone')], default='task', max_length=9, verbose_name='Kind')),
                ('name', models.CharField(max_length=300, verbose_name='Name')),
                ('description', models.TextField(blank=True, verbose_name='Description')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='Start')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='End')),
                ('weight', models.FloatField(default=1, validators=[django.core.validators.MinValueValidator(0)], verbose_name='Weight')),
                ('progress', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='Progress in percent')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='Done')),
                ('position', models.PositiveIntegerField(default=0)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Technology',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=40, unique=True, verbose_name='Code')),
                ('name', models.CharField(max_length=200, verbose_name='Name')),
                ('kind', models.CharField(choices=[('system', 'System'), ('licence', 'Licences'), ('environment', 'Environment'), ('equipment', 'Equipment')], default='system', max_length=11, verbose_name='Kind')),
                ('quantity', models.FloatField(blank=True, null=True, verbose_name='How much there is')),
                ('unit', models.CharField(blank=True, max_length=40, verbose_name='Counted in')),
                ('description', models.TextField(blank=True, verbose_name='Description')),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
            ],
            options={
                'verbose_name_plural': 'technologies',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='TechnologyEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('code', models.SlugField(db_index=False, max_length=40, verbose_name='Code')),
                ('name', models.CharField(max_length=200, verbose_name='Name')),
                ('kind', models.CharField(choices=[('system', 'System'), ('licence', 'Licences'), ('environment', 'Environment'), ('equipment', 'Equipment')], default='system', max_length=11, verbose_name='Kind')),
                ('quantity', models.FloatField(blank=True, null=True, verbose_name='How much there is')),
                ('unit', models.CharField(blank=True, max_length=40, verbose_name='Counted in')),
                ('description', models.TextField(blank=True, verbose_name='Description')),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='Archived')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TechnologyUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('quantity', models.FloatField(default=1, verbose_name='How much')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='From')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='To')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='Note')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='TechnologyUseEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('quantity', models.FloatField(default=1, verbose_name='How much')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='From')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='To')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='Note')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='UpdateQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(verbose_name='Question')),
                ('asked_at', models.DateTimeField(auto_now_add=True)),
                ('answer', models.TextField(blank=True, verbose_name='Answer')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['asked_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='UpdateQuestionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('text', models.TextField(verbose_name='Question')),
                ('asked_at', models.DateTimeField(auto_now_add=True)),
                ('answer', models.TextField(blank=True, verbose_name='Answer')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AffectedGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='Group')),
                ('people', models.PositiveIntegerField(blank=True, null=True, verbose_name='How many people')),
                ('impact', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='Impact')),
                ('change', models.TextField(blank=True, verbose_name='What changes for them')),
                ('resistance', models.TextField(blank=True, verbose_name='Resistance, and why')),
                ('position', models.PositiveIntegerField(default=0)),
                ('department', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.department')),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='AffectedGroupEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=200, verbose_name='Group')),
                ('people', models.PositiveIntegerField(blank=True, null=True, verbose_name='How many people')),
                ('impact', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='Impact')),
                ('change', models.TextField(blank=True, verbose_name='What changes for them')),
                ('resistance', models.TextField(blank=True, verbose_name='Resistance, and why')),
                ('position', models.PositiveIntegerField(default=0)),
                ('department', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='org.department')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.affectedgroup')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Allocation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first_month', models.DateField(verbose_name='From')),
                ('last_month', models.DateField(verbose_name='To')),
                ('fte', models.FloatField(verbose_name='FTE')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='Note')),
                ('department', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.department')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='allocations', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['first_month', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='AllocationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('first_month', models.DateField(verbose_name='From')),
                ('last_month', models.DateField(verbose_name='To')),
                ('fte', models.FloatField(verbose_name='FTE')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='Note')),
                ('department', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='org.department')),
                ('person', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.allocation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Baseline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('reason', models.TextField(blank=True, verbose_name='Reason')),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('budget', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True)),
                ('set_at', models.DateTimeField(auto_now_add=True)),
                ('set_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='BaselineEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('number', models.PositiveSmallIntegerField()),
                ('reason', models.TextField(blank=True, verbose_name='Reason')),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('budget', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True)),
                ('set_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.baseline')),
                ('set_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='BaselineTask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=300)),
                ('kind', models.CharField(choices=[('task', 'Task'), ('milestone', 'Milestone')], max_length=9)),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('weight', models.FloatField(default=1)),
                ('baseline', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='initiatives.baseline')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Benefit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=300, verbose_name='Benefit')),
                ('description', models.TextField(blank=True, verbose_name='How it comes about')),
                ('baseline', models.FloatField(blank=True, null=True, verbose_name='Before')),
                ('baseline_on', models.DateField(blank=True, null=True, verbose_name='Before, as of')),
                ('expected', models.FloatField(blank=True, null=True, verbose_name='Expected change')),
                ('money_a_year', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name='Money a year')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='By')),
                ('check_on', models.DateField(blank=True, null=True, verbose_name='Look at it on')),
                ('position', models.PositiveIntegerField(default=0)),
                ('department', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.department')),
                ('kpi', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='expected_effects', to='kpis.kpi')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='BenefitCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('checked_on', models.DateField(verbose_name='As of')),
                ('verdict', models.CharField(choices=[('yes', 'Realised'), ('partly', 'Partly realised'), ('not_yet', 'Not yet'), ('no', 'Not realised')], max_length=7, verbose_name='Finding')),
                ('realised', models.FloatField(blank=True, null=True, verbose_name='Change so far')),
                ('money', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name='Money a year')),
                ('note', models.TextField(blank=True, verbose_name='What was found')),
                ('checked_at', models.DateTimeField(auto_now_add=True)),
                ('benefit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='checks', to='initiatives.benefit')),
                ('checked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-checked_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='BenefitCheckEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('checked_on', models.DateField(verbose_name='As of')),
                ('verdict', models.CharField(choices=[('yes', 'Realised'), ('partly', 'Partly realised'), ('not_yet', 'Not yet'), ('no', 'Not realised')], max_length=7, verbose_name='Finding')),
                ('realised', models.FloatField(blank=True, null=True, verbose_name='Change so far')),
                ('money', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name='Money a year')),
                ('note', models.TextField(blank=True, verbose_name='What was found')),
                ('checked_at', models.DateTimeField(auto_now_add=True)),
                ('benefit', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.benefit')),
                ('checked_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.benefitcheck')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='BenefitEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=300, verbose_name='Benefit')),
                ('description', models.TextField(blank=True, verbose_name='How it comes about')),
                ('baseline', models.FloatField(blank=True, null=True, verbose_name='Before')),
                ('baseline_on', models.DateField(blank=True, null=True, verbose_name='Before, as of')),
                ('expected', models.FloatField(blank=True, null=True, verbose_name='Expected change')),
                ('money_a_year', models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name='Money a year')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='By')),
                ('check_on', models.DateField(blank=True, null=True, verbose_name='Look at it on')),
                ('position', models.PositiveIntegerField(default=0)),
                ('department', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='org.department')),
                ('kpi', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='kpis.kpi')),
                ('owner', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.benefit')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Capacity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first_month', models.DateField(verbose_name='From')),
                ('last_month', models.DateField(blank=True, null=True, verbose_name='To')),
                ('fte', models.FloatField(verbose_name='FTE')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='Note')),
                ('department', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.department')),
            ],
            options={
                'verbose_name_plural': 'capacities',
                'ordering': ['department', 'skill', 'first_month'],
            },
        ),
        migrations.CreateModel(
            name='CapacityEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('first_month', models.DateField(verbose_name='From')),
                ('last_month', models.DateField(blank=True, null=True, verbose_name='To')),
                ('fte', models.FloatField(verbose_name='FTE')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='Note')),
                ('department', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='org.department')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.capacity')),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='category',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_categoryevent" ("archived_on", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."archived_on", NEW."description", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position"); RETURN NULL;', hash='86eda6082bdab91ee08c5af207c77f8eeb352806', operation='INSERT', pgid='pgtrigger_insert_insert_27017', table='initiatives_category', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='category',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_categoryevent" ("archived_on", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."archived_on", NEW."description", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position"); RETURN NULL;', hash='5503d8b4f24ae4f9068dc752370853e7e62d6993', operation='UPDATE', pgid='pgtrigger_update_update_5b36e', table='initiatives_category', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='category',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_categoryevent" ("archived_on", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."archived_on", OLD."description", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position"); RETURN NULL;', hash='828000c49538624e088939c9a5f52c6e15599116', operation='DELETE', pgid='pgtrigger_delete_delete_d5e5e', table='initiatives_category', when='AFTER')),
        ),
        migrations.AddField(
            model_name='categoryevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='categoryevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.category'),
        ),
        migrations.AddField(
            model_name='contribution',
            name='objective',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='served_by', to='strategy.objective'),
        ),
        migrations.AddField(
            model_name='contributionevent',
            name='objective',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='strategy.objective'),
        ),
        migrations.AddField(
            model_name='contributionevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='contributionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.contribution'),
        ),
        migrations.AddField(
            model_name='dependencyevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='dependencyevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.dependency'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='fundingsource',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_fundingsourceevent" ("archived_on", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."archived_on", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='2cfe2a1dadb6ef1d5b9e511f1a0427ae2ed8388c', operation='INSERT', pgid='pgtrigger_insert_insert_3386a', table='initiatives_fundingsource', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='fundingsource',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_fundingsourceevent" ("archived_on", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."archived_on", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='c9055b42f237aac228b64a3f7724508a168e33b2', operation='UPDATE', pgid='pgtrigger_update_update_00cfa', table='initiatives_fundingsource', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='fundingsource',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_fundingsourceevent" ("archived_on", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."archived_on", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='28bed9b187b6895804a8f9d5bdcdb5a7187ec500', operation='DELETE', pgid='pgtrigger_delete_delete_6f007', table='initiatives_fundingsource', when='AFTER')),
        ),
        migrations.AddField(
            model_name='fundingsourceevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='fundingsourceevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.fundingsource'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='gatecriterion',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_gatecriterionevent" ("archived_on", "help", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "required", "text", "to_stage") VALUES (NEW."archived_on", NEW."help", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."required", NEW."text", NEW."to_stage"); RETURN NULL;', hash='a4a66116f824abb3a5768d82c2121afc48706a5e', operation='INSERT', pgid='pgtrigger_insert_insert_ce6b6', table='initiatives_gatecriterion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='gatecriterion',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_gatecriterionevent" ("archived_on", "help", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "required", "text", "to_stage") VALUES (NEW."archived_on", NEW."help", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."required", NEW."text", NEW."to_stage"); RETURN NULL;', hash='d391d50a6c73c13ff57cbf8deb298d7f61dd5dca', operation='UPDATE', pgid='pgtrigger_update_update_b464a', table='initiatives_gatecriterion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='gatecriterion',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_gatecriterionevent" ("archived_on", "help", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "required", "text", "to_stage") VALUES (OLD."archived_on", OLD."help", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."required", OLD."text", OLD."to_stage"); RETURN NULL;', hash='a5d90fddf72e759120fba1b6b52c5f0830c8536e', operation='DELETE', pgid='pgtrigger_delete_delete_6d731', table='initiatives_gatecriterion', when='AFTER')),
        ),
        migrations.AddField(
            model_name='gatecriterionevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='gatecriterionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.gatecriterion'),
        ),
        migrations.AddField(
            model_name='gatedecision',
            name='asked_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='gatedecision',
            name='decided_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='gatedecisionevent',
            name='asked_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='gatedecisionevent',
            name='decided_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='gatedecisionevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='gatedecisionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.gatedecision'),
        ),
        migrations.AddField(
            model_name='initiative',
            name='added_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='initiative',
            name='category',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='initiatives', to='initiatives.category'),
        ),
        migrations.AddField(
            model_name='initiative',
            name='department',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='initiatives', to='org.department'),
        ),
        migrations.AddField(
            model_name='initiative',
            name='lead',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='led_initiatives', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='initiative',
            name='merged_into',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='initiative',
            name='sponsor',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sponsored_initiatives', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='gatedecisionevent',
            name='initiative',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='gatedecision',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='gates', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='contributionevent',
            name='initiative',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='contribution',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contributions', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='benefitevent',
            name='initiative',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='benefit',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='benefits', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='baselineevent',
            name='initiative',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='baseline',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='baselines', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='allocationevent',
            name='initiative',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='allocation',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='allocations', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='affectedgroupevent',
            name='initiative',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='affectedgroup',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='groups', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='initiativedepartment',
            name='department',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.department'),
        ),
        migrations.AddField(
            model_name='initiativedepartment',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='taking_part', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='initiativedepartmentevent',
            name='department',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='org.department'),
        ),
        migrations.AddField(
            model_name='initiativedepartmentevent',
            name='initiative',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='initiativedepartmentevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='initiativedepartmentevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.initiativedepartment'),
        ),
        migrations.AddField(
            model_name='initiativeelement',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='elements', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='initiativeelement',
            name='person',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='initiativeelementevent',
            name='initiative',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='initiativeelementevent',
            name='person',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='initiativeelementevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='initiativeelementevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.initiativeelement'),
        ),
        migrations.AddField(
            model_name='initiativeevent',
            name='added_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='initiativeevent',
            name='category',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.category'),
        ),
        migrations.AddField(
            model_name='initiativeevent',
            name='department',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='org.department'),
        ),
        migrations.AddField(
            model_name='initiativeevent',
            name='lead',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='initiativeevent',
            name='merged_into',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='initiativeevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='initiativeevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='initiativeevent',
            name='sponsor',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='initiativeevent',
            name='method',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.method'),
        ),
        migrations.AddField(
            model_name='initiative',
            name='method',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='initiatives', to='initiatives.method'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='method',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_methodevent" ("archived_on", "code", "guidance", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "summary") VALUES (NEW."archived_on", NEW."code", NEW."guidance", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."summary"); RETURN NULL;', hash='c0d6f43d9725ecd036d270db9f9f89c697d42105', operation='INSERT', pgid='pgtrigger_insert_insert_eda79', table='initiatives_method', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='method',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_methodevent" ("archived_on", "code", "guidance", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "summary") VALUES (NEW."archived_on", NEW."code", NEW."guidance", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."summary"); RETURN NULL;', hash='30cba6fe67d1df315e0e233db49a1aaf4e1a627f', operation='UPDATE', pgid='pgtrigger_update_update_1c738', table='initiatives_method', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='method',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_methodevent" ("archived_on", "code", "guidance", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "summary") VALUES (OLD."archived_on", OLD."code", OLD."guidance", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."summary"); RETURN NULL;', hash='6be49eeafeac88ca8439314c0fb2b9a5468899c1', operation='DELETE', pgid='pgtrigger_delete_delete_63e6f', table='initiatives_method', when='AFTER')),
        ),
        migrations.AddField(
            model_name='methodelement',
            name='method',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='elements', to='initiatives.method'),
        ),
        migrations.AddField(
            model_name='initiativeelementevent',
            name='element',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.methodelement'),
        ),
        migrations.AddField(
            model_name='initiativeelement',
            name='element',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='initiatives.methodelement'),
        ),
        migrations.AddField(
            model_name='methodelementevent',
            name='method',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.method'),
        ),
        migrations.AddField(
            model_name='methodelementevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='methodelementevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.methodelement'),
        ),
        migrations.AddField(
            model_name='methodevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='methodevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.method'),
        ),
        migrations.AddField(
            model_name='methodstage',
            name='method',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stages', to='initiatives.method'),
        ),
        migrations.AddField(
            model_name='methodelementevent',
            name='stage',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.methodstage'),
        ),
        migrations.AddField(
            model_name='methodelement',
            name='stage',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='elements', to='initiatives.methodstage'),
        ),
        migrations.AddField(
            model_name='initiativeevent',
            name='method_stage',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.methodstage'),
        ),
        migrations.AddField(
            model_name='initiative',
            name='method_stage',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='initiatives.methodstage'),
        ),
        migrations.AddField(
            model_name='methodstageevent',
            name='method',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.method'),
        ),
        migrations.AddField(
            model_name='methodstageevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='methodstageevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.methodstage'),
        ),
        migrations.AddField(
            model_name='moneyline',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='money', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='moneyline',
            name='source',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='money', to='initiatives.fundingsource'),
        ),
        migrations.AddField(
            model_name='moneylineevent',
            name='initiative',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='moneylineevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='moneylineevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.moneyline'),
        ),
        migrations.AddField(
            model_name='moneylineevent',
            name='source',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.fundingsource'),
        ),
        migrations.AddField(
            model_name='overlapverdict',
            name='first',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='overlapverdict',
            name='judged_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='overlapverdict',
            name='second',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='overlapverdictevent',
            name='first',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='overlapverdictevent',
            name='judged_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='overlapverdictevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='overlapverdictevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.overlapverdict'),
        ),
        migrations.AddField(
            model_name='overlapverdictevent',
            name='second',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='plannotice',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='plannotice',
            name='seen_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='readinessaction',
            name='group',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='actions', to='initiatives.affectedgroup'),
        ),
        migrations.AddField(
            model_name='readinessaction',
            name='owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='readinessactionevent',
            name='group',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.affectedgroup'),
        ),
        migrations.AddField(
            model_name='readinessactionevent',
            name='owner',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='readinessactionevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='readinessactionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.readinessaction'),
        ),
        migrations.AddField(
            model_name='readinessrating',
            name='group',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ratings', to='initiatives.affectedgroup'),
        ),
        migrations.AddField(
            model_name='readinessrating',
            name='rated_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='readinessratingevent',
            name='group',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.affectedgroup'),
        ),
        migrations.AddField(
            model_name='readinessratingevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='readinessratingevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.readinessrating'),
        ),
        migrations.AddField(
            model_name='readinessratingevent',
            name='rated_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='scenario',
            name='adopted_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='scenario',
            name='made_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='scenario',
            name='plan',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='strategy.plan'),
        ),
        migrations.AddField(
            model_name='scenarioevent',
            name='adopted_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='scenarioevent',
            name='made_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='scenarioevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='scenarioevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.scenario'),
        ),
        migrations.AddField(
            model_name='scenarioevent',
            name='plan',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='strategy.plan'),
        ),
        migrations.AddField(
            model_name='score',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scores', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='score',
            name='scorer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='scoreevent',
            name='initiative',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='scoreevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='scoreevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.score'),
        ),
        migrations.AddField(
            model_name='scoreevent',
            name='scorer',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='scorer',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='scorerevent',
            name='person',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='scorerevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='scorerevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.scorer'),
        ),
        migrations.AddConstraint(
            model_name='scoringcriterion',
            constraint=models.CheckConstraint(condition=models.Q(('weight__gte', 0)), name='a_criterion_weighs_nothing_or_more'),
        ),
        migrations.AddField(
            model_name='scoreevent',
            name='criterion',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.scoringcriterion'),
        ),
        migrations.AddField(
            model_name='score',
            name='criterion',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scores', to='initiatives.scoringcriterion'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scoringcriterion',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_scoringcriterionevent" ("archived_on", "axis", "better", "help", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "weight") VALUES (NEW."archived_on", NEW."axis", NEW."better", NEW."help", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."weight"); RETURN NULL;', hash='c5639e4b7538a2472304d42365d4d898647043a8', operation='INSERT', pgid='pgtrigger_insert_insert_37186', table='initiatives_scoringcriterion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scoringcriterion',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_scoringcriterionevent" ("archived_on", "axis", "better", "help", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "weight") VALUES (NEW."archived_on", NEW."axis", NEW."better", NEW."help", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."weight"); RETURN NULL;', hash='6ddb107fd0ea1acea1c1afe1a3245d7f3ab0e8ce', operation='UPDATE', pgid='pgtrigger_update_update_37b66', table='initiatives_scoringcriterion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scoringcriterion',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_scoringcriterionevent" ("archived_on", "axis", "better", "help", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "weight") VALUES (OLD."archived_on", OLD."axis", OLD."better", OLD."help", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."weight"); RETURN NULL;', hash='c24f7fa3fceccb17f7d7ae8150b1dc9ee2d0f470', operation='DELETE', pgid='pgtrigger_delete_delete_2ea06', table='initiatives_scoringcriterion', when='AFTER')),
        ),
        migrations.AddField(
            model_name='scoringcriterionevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='scoringcriterionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.scoringcriterion'),
        ),
        migrations.AddField(
            model_name='scoringround',
            name='begun_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='scoringround',
            name='initiatives',
            field=models.ManyToManyField(blank=True, related_name='scoring_rounds', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='scorerevent',
            name='round',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.scoringround'),
        ),
        migrations.AddField(
            model_name='scorer',
            name='round',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scorers', to='initiatives.scoringround'),
        ),
        migrations.AddField(
            model_name='scoreevent',
            name='round',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.scoringround'),
        ),
        migrations.AddField(
            model_name='score',
            name='round',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scores', to='initiatives.scoringround'),
        ),
        migrations.AddField(
            model_name='scenarioevent',
            name='round',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.scoringround'),
        ),
        migrations.AddField(
            model_name='scenario',
            name='round',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='scenarios', to='initiatives.scoringround'),
        ),
        migrations.AddField(
            model_name='scoringroundevent',
            name='begun_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='scoringroundevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='scoringroundevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.scoringround'),
        ),
        migrations.AddField(
            model_name='capacityevent',
            name='skill',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.skill'),
        ),
        migrations.AddField(
            model_name='capacity',
            name='skill',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='capacities', to='initiatives.skill'),
        ),
        migrations.AddField(
            model_name='allocationevent',
            name='skill',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.skill'),
        ),
        migrations.AddField(
            model_name='allocation',
            name='skill',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='allocations', to='initiatives.skill'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='skill',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_skillevent" ("archived_on", "code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."archived_on", NEW."code", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='23d4d215be1a18b3ee88798e31addb40a20de755', operation='INSERT', pgid='pgtrigger_insert_insert_ca314', table='initiatives_skill', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='skill',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_skillevent" ("archived_on", "code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."archived_on", NEW."code", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='c3349f871242669cfa44feb680b04fcbf255cc21', operation='UPDATE', pgid='pgtrigger_update_update_e6920', table='initiatives_skill', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='skill',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_skillevent" ("archived_on", "code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."archived_on", OLD."code", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='5c265f4cba732512e0cc7ecf8077caff07d7fc6e', operation='DELETE', pgid='pgtrigger_delete_delete_087dc', table='initiatives_skill', when='AFTER')),
        ),
        migrations.AddField(
            model_name='skillevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='skillevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.skill'),
        ),
        migrations.AddField(
            model_name='statusupdate',
            name='author',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='statusupdate',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='updates', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='statusupdateevent',
            name='author',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='statusupdateevent',
            name='initiative',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='statusupdateevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='statusupdateevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.statusupdate'),
        ),
        migrations.AddField(
            model_name='task',
            name='department',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.department'),
        ),
        migrations.AddField(
            model_name='task',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='task',
            name='method_stage',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='initiatives.methodstage'),
        ),
        migrations.AddField(
            model_name='task',
            name='owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='initiative_tasks', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='task',
            name='part_of',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='initiatives.task'),
        ),
        migrations.AddField(
            model_name='plannotice',
            name='moved',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='initiatives.task'),
        ),
        migrations.AddField(
            model_name='plannotice',
            name='task',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='initiatives.task'),
        ),
        migrations.AddField(
            model_name='dependencyevent',
            name='after',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.task'),
        ),
        migrations.AddField(
            model_name='dependencyevent',
            name='before',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.task'),
        ),
        migrations.AddField(
            model_name='dependency',
            name='after',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='waits_for', to='initiatives.task'),
        ),
        migrations.AddField(
            model_name='dependency',
            name='before',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='holds', to='initiatives.task'),
        ),
        migrations.AddField(
            model_name='baselinetask',
            name='task',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='initiatives.task'),
        ),
        migrations.AddField(
            model_name='taskevent',
            name='department',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='org.department'),
        ),
        migrations.AddField(
            model_name='taskevent',
            name='initiative',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='taskevent',
            name='method_stage',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.methodstage'),
        ),
        migrations.AddField(
            model_name='taskevent',
            name='owner',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='taskevent',
            name='part_of',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.task'),
        ),
        migrations.AddField(
            model_name='taskevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='taskevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.task'),
        ),
        migrations.AddField(
            model_name='technology',
            name='department',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.department'),
        ),
        migrations.AddField(
            model_name='technologyevent',
            name='department',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='org.department'),
        ),
        migrations.AddField(
            model_name='technologyevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='technologyevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.technology'),
        ),
        migrations.AddField(
            model_name='technologyuse',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='technologies', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='technologyuse',
            name='technology',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uses', to='initiatives.technology'),
        ),
        migrations.AddField(
            model_name='technologyuseevent',
            name='initiative',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.initiative'),
        ),
        migrations.AddField(
            model_name='technologyuseevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='technologyuseevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.technologyuse'),
        ),
        migrations.AddField(
            model_name='technologyuseevent',
            name='technology',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.technology'),
        ),
        migrations.AddField(
            model_name='updatequestion',
            name='answered_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='updatequestion',
            name='asked_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='updatequestion',
            name='update',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='initiatives.statusupdate'),
        ),
        migrations.AddField(
            model_name='updatequestionevent',
            name='answered_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='updatequestionevent',
            name='asked_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='updatequestionevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='updatequestionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='initiatives.updatequestion'),
        ),
        migrations.AddField(
            model_name='updatequestionevent',
            name='update',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.statusupdate'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='benefitcheck',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_benefitcheckevent" ("benefit_id", "checked_at", "checked_by_id", "checked_on", "id", "money", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "realised", "verdict") VALUES (NEW."benefit_id", NEW."checked_at", NEW."checked_by_id", NEW."checked_on", NEW."id", NEW."money", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."realised", NEW."verdict"); RETURN NULL;', hash='6e7f3b733fa07a703bd63fac54ca70051ab1e307', operation='INSERT', pgid='pgtrigger_insert_insert_1fda4', table='initiatives_benefitcheck', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='benefitcheck',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_benefitcheckevent" ("benefit_id", "checked_at", "checked_by_id", "checked_on", "id", "money", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "realised", "verdict") VALUES (NEW."benefit_id", NEW."checked_at", NEW."checked_by_id", NEW."checked_on", NEW."id", NEW."money", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."realised", NEW."verdict"); RETURN NULL;', hash='4e095a9702683bb42cc193aeff1d7fb573927ba2', operation='UPDATE', pgid='pgtrigger_update_update_1b1e2', table='initiatives_benefitcheck', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='benefitcheck',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_benefitcheckevent" ("benefit_id", "checked_at", "checked_by_id", "checked_on", "id", "money", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "realised", "verdict") VALUES (OLD."benefit_id", OLD."checked_at", OLD."checked_by_id", OLD."checked_on", OLD."id", OLD."money", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."realised", OLD."verdict"); RETURN NULL;', hash='720deef7c6eb3309c633915023876972471687d2', operation='DELETE', pgid='pgtrigger_delete_delete_749b1', table='initiatives_benefitcheck', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='benefitcheckevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fddac2c07d3ef73e47d20458c6349cc58760501b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7e968', table='initiatives_benefitcheckevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='categoryevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fabd6350e1a223e95a74605c9d14d79b167fba6f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b9a5d', table='initiatives_categoryevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='fundingsourceevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7266a6523a3991993334f94d6fdab65801ae9e40', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b45ef', table='initiatives_fundingsourceevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='gatecriterionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cdea07e3b7c177b7a2bcbb4ea0a9dd10b87446fb', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e6d77', table='initiatives_gatecriterionevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='gatedecisionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2a6a4915f45b1c7ab054bd08607128c6585b90fa', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a0813', table='initiatives_gatedecisionevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='gatedecision',
            constraint=models.UniqueConstraint(condition=models.Q(('outcome', 'waiting')), fields=('initiative',), name='an_initiative_waits_at_one_gate'),
        ),
        migrations.AddConstraint(
            model_name='gatedecision',
            constraint=models.CheckConstraint(condition=models.Q(('outcome', 'waiting'), ('decided_at__isnull', False), _connector='OR'), name='a_decision_has_its_time'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='gatedecision',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_gatedecisionevent" ("asked_at", "asked_by_id", "conditions", "criteria", "decide_by", "decided_at", "decided_by_id", "from_stage", "id", "initiative_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "request", "to_stage") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."conditions", NEW."criteria", NEW."decide_by", NEW."decided_at", NEW."decided_by_id", NEW."from_stage", NEW."id", NEW."initiative_id", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."request", NEW."to_stage"); RETURN NULL;', hash='240259fa82a24832dd39411e8d70a3765b014ba5', operation='INSERT', pgid='pgtrigger_insert_insert_87155', table='initiatives_gatedecision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='gatedecision',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_gatedecisionevent" ("asked_at", "asked_by_id", "conditions", "criteria", "decide_by", "decided_at", "decided_by_id", "from_stage", "id", "initiative_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "request", "to_stage") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."conditions", NEW."criteria", NEW."decide_by", NEW."decided_at", NEW."decided_by_id", NEW."from_stage", NEW."id", NEW."initiative_id", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."request", NEW."to_stage"); RETURN NULL;', hash='c003a2c5ef9d6a1e07cc2ac22f412a8f8b388e0d', operation='UPDATE', pgid='pgtrigger_update_update_35428', table='initiatives_gatedecision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='gatedecision',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_gatedecisionevent" ("asked_at", "asked_by_id", "conditions", "criteria", "decide_by", "decided_at", "decided_by_id", "from_stage", "id", "initiative_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "request", "to_stage") VALUES (OLD."asked_at", OLD."asked_by_id", OLD."conditions", OLD."criteria", OLD."decide_by", OLD."decided_at", OLD."decided_by_id", OLD."from_stage", OLD."id", OLD."initiative_id", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."request", OLD."to_stage"); RETURN NULL;', hash='e406189980a4bf8e73eb7a0c76a0433d28c4db6e', operation='DELETE', pgid='pgtrigger_delete_delete_bb92c', table='initiatives_gatedecision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contributionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='534f36eef82111f36ede4a45d3781c2019037b5f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_97283', table='initiatives_contributionevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='contribution',
            constraint=models.UniqueConstraint(fields=('initiative', 'objective'), name='an_initiative_serves_an_objective_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contribution',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_contributionevent" ("id", "initiative_id", "note", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strength") VALUES (NEW."id", NEW."initiative_id", NEW."note", NEW."objective_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."strength"); RETURN NULL;', hash='f3844f09cb1a773d94e4645ed94b41f774156b30', operation='INSERT', pgid='pgtrigger_insert_insert_b65f8', table='initiatives_contribution', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contribution',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_contributionevent" ("id", "initiative_id", "note", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strength") VALUES (NEW."id", NEW."initiative_id", NEW."note", NEW."objective_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."strength"); RETURN NULL;', hash='2d21ef12df43558262ee558467b5d3c6f266e36b', operation='UPDATE', pgid='pgtrigger_update_update_b8d33', table='initiatives_contribution', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contribution',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_contributionevent" ("id", "initiative_id", "note", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strength") VALUES (OLD."id", OLD."initiative_id", OLD."note", OLD."objective_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."strength"); RETURN NULL;', hash='2c274eade620df7de0cdef3a17955f32f5c73377', operation='DELETE', pgid='pgtrigger_delete_delete_c5c28', table='initiatives_contribution', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='benefitevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c355e3b4324e97a8fb9efab23aa282b06eefbdc1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_77e4b', table='initiatives_benefitevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='benefit',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_benefitevent" ("baseline", "baseline_on", "check_on", "department_id", "description", "due_on", "expected", "id", "initiative_id", "kpi_id", "money_a_year", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."baseline", NEW."baseline_on", NEW."check_on", NEW."department_id", NEW."description", NEW."due_on", NEW."expected", NEW."id", NEW."initiative_id", NEW."kpi_id", NEW."money_a_year", NEW."name", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position"); RETURN NULL;', hash='6ae89ad3e6a583c4d99e5173a9596dc0fea26118', operation='INSERT', pgid='pgtrigger_insert_insert_b03db', table='initiatives_benefit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='benefit',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_benefitevent" ("baseline", "baseline_on", "check_on", "department_id", "description", "due_on", "expected", "id", "initiative_id", "kpi_id", "money_a_year", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."baseline", NEW."baseline_on", NEW."check_on", NEW."department_id", NEW."description", NEW."due_on", NEW."expected", NEW."id", NEW."initiative_id", NEW."kpi_id", NEW."money_a_year", NEW."name", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position"); RETURN NULL;', hash='0cb256f9ecd2e4b2a4180f4405e1fcb415c5c984', operation='UPDATE', pgid='pgtrigger_update_update_eb3ef', table='initiatives_benefit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='benefit',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_benefitevent" ("baseline", "baseline_on", "check_on", "department_id", "description", "due_on", "expected", "id", "initiative_id", "kpi_id", "money_a_year", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."baseline", OLD."baseline_on", OLD."check_on", OLD."department_id", OLD."description", OLD."due_on", OLD."expected", OLD."id", OLD."initiative_id", OLD."kpi_id", OLD."money_a_year", OLD."name", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position"); RETURN NULL;', hash='853d1db67083e758caca05b9bd97520a0ca97fe9', operation='DELETE', pgid='pgtrigger_delete_delete_c9c38', table='initiatives_benefit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='baselineevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c1111b8c9cecec3179ebd8e097ea6004694f0d98', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f62c2', table='initiatives_baselineevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='baseline',
            constraint=models.UniqueConstraint(fields=('initiative', 'number'), name='baselines_are_numbered'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='baseline',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_baselineevent" ("budget", "ends_on", "id", "initiative_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_at", "set_by_id", "starts_on") VALUES (NEW."budget", NEW."ends_on", NEW."id", NEW."initiative_id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."set_at", NEW."set_by_id", NEW."starts_on"); RETURN NULL;', hash='f93bc3336c09d6c36b81560141f628480beb54d7', operation='INSERT', pgid='pgtrigger_insert_insert_73c97', table='initiatives_baseline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='baseline',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_baselineevent" ("budget", "ends_on", "id", "initiative_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_at", "set_by_id", "starts_on") VALUES (NEW."budget", NEW."ends_on", NEW."id", NEW."initiative_id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."set_at", NEW."set_by_id", NEW."starts_on"); RETURN NULL;', hash='a8cc984068acbf14edc5672ba23ac505fbd0927c', operation='UPDATE', pgid='pgtrigger_update_update_196d2', table='initiatives_baseline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='baseline',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_baselineevent" ("budget", "ends_on", "id", "initiative_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_at", "set_by_id", "starts_on") VALUES (OLD."budget", OLD."ends_on", OLD."id", OLD."initiative_id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."set_at", OLD."set_by_id", OLD."starts_on"); RETURN NULL;', hash='9c4c51663207987ba1d835100d27d8122ba9036c', operation='DELETE', pgid='pgtrigger_delete_delete_b93ed', table='initiatives_baseline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='affectedgroupevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cec95b8118f8f81268fb21535c03931d40d46eb2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0b9c6', table='initiatives_affectedgroupevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='affectedgroup',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_affectedgroupevent" ("change", "department_id", "id", "impact", "initiative_id", "name", "people", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "resistance") VALUES (NEW."change", NEW."department_id", NEW."id", NEW."impact", NEW."initiative_id", NEW."name", NEW."people", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."resistance"); RETURN NULL;', hash='6ce98319db903a20181eb37c25a54fa5af1a5f3f', operation='INSERT', pgid='pgtrigger_insert_insert_20b57', table='initiatives_affectedgroup', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='affectedgroup',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_affectedgroupevent" ("change", "department_id", "id", "impact", "initiative_id", "name", "people", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "resistance") VALUES (NEW."change", NEW."department_id", NEW."id", NEW."impact", NEW."initiative_id", NEW."name", NEW."people", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."resistance"); RETURN NULL;', hash='e125524a8983d49d7e418827e8392d30fa1625a9', operation='UPDATE', pgid='pgtrigger_update_update_b5118', table='initiatives_affectedgroup', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='affectedgroup',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_affectedgroupevent" ("change", "department_id", "id", "impact", "initiative_id", "name", "people", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "resistance") VALUES (OLD."change", OLD."department_id", OLD."id", OLD."impact", OLD."initiative_id", OLD."name", OLD."people", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."resistance"); RETURN NULL;', hash='3ea0311c671729ab4f6b597d855bb81183e1d5bf', operation='DELETE', pgid='pgtrigger_delete_delete_de537', table='initiatives_affectedgroup', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='initiativedepartment',
            constraint=models.UniqueConstraint(fields=('initiative', 'department'), name='a_department_takes_part_in_an_initiative_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='initiativedepartment',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_initiativedepartmentevent" ("department_id", "id", "initiative_id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."department_id", NEW."id", NEW."initiative_id", NEW."part", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='5215b46221d2bb067ba4974ff4cef3550a714bcc', operation='INSERT', pgid='pgtrigger_insert_insert_81aaa', table='initiatives_initiativedepartment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='initiativedepartment',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_initiativedepartmentevent" ("department_id", "id", "initiative_id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."department_id", NEW."id", NEW."initiative_id", NEW."part", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='a893ccbf77a39786849528689d07710cfc0a038d', operation='UPDATE', pgid='pgtrigger_update_update_1bf72', table='initiatives_initiativedepartment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='initiativedepartment',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_initiativedepartmentevent" ("department_id", "id", "initiative_id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."department_id", OLD."id", OLD."initiative_id", OLD."part", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='08e282f8c1990e6f42bfe9fa0bf3ad538f9c7515', operation='DELETE', pgid='pgtrigger_delete_delete_57e33', table='initiatives_initiativedepartment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='initiativedepartmentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='26d49dfd513eaf5799d61b3938931d0d4c65bba1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a3499', table='initiatives_initiativedepartmentevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='initiativeelementevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='49d214cf541f306e98e6f9b0a6830298b49ee55d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_feb2d', table='initiatives_initiativeelementevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='initiativeelement',
            constraint=models.UniqueConstraint(fields=('initiative', 'element'), name='an_element_is_answered_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='initiativeelement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_initiativeelementevent" ("done_on", "element_id", "id", "initiative_id", "note", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "url") VALUES (NEW."done_on", NEW."element_id", NEW."id", NEW."initiative_id", NEW."note", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state", NEW."url"); RETURN NULL;', hash='d34c1c38f89cdbb382df085a863d5ae9bb8e5368', operation='INSERT', pgid='pgtrigger_insert_insert_1fbf8', table='initiatives_initiativeelement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='initiativeelement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_initiativeelementevent" ("done_on", "element_id", "id", "initiative_id", "note", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "url") VALUES (NEW."done_on", NEW."element_id", NEW."id", NEW."initiative_id", NEW."note", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state", NEW."url"); RETURN NULL;', hash='9cb280efaf8e105402d1b86dd9aa4e6710d15bd2', operation='UPDATE', pgid='pgtrigger_update_update_9f9bc', table='initiatives_initiativeelement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='initiativeelement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_initiativeelementevent" ("done_on", "element_id", "id", "initiative_id", "note", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "url") VALUES (OLD."done_on", OLD."element_id", OLD."id", OLD."initiative_id", OLD."note", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."state", OLD."url"); RETURN NULL;', hash='08cdbc78ad666a520f1cdc3d55728a93ab035765', operation='DELETE', pgid='pgtrigger_delete_delete_1df38', table='initiatives_initiativeelement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='methodevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='09f1001c43f8f800bd0f6b8111df060d2ba81304', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_369b1', table='initiatives_methodevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='methodstage',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_methodstageevent" ("guidance", "id", "method_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "purpose") VALUES (NEW."guidance", NEW."id", NEW."method_id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."purpose"); RETURN NULL;', hash='8edcb59f6ce75e1090084d67ab6d7999a2d92316', operation='INSERT', pgid='pgtrigger_insert_insert_55159', table='initiatives_methodstage', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='methodstage',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_methodstageevent" ("guidance", "id", "method_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "purpose") VALUES (NEW."guidance", NEW."id", NEW."method_id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."purpose"); RETURN NULL;', hash='7c328947d1c80634e25dea7469e6dbcb26960e0e', operation='UPDATE', pgid='pgtrigger_update_update_97d1a', table='initiatives_methodstage', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='methodstage',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_methodstageevent" ("guidance", "id", "method_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "purpose") VALUES (OLD."guidance", OLD."id", OLD."method_id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."purpose"); RETURN NULL;', hash='e7b89c9060e39e642d16a1eb104a46ea3f4b4cf9', operation='DELETE', pgid='pgtrigger_delete_delete_5d4ab', table='initiatives_methodstage', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='methodelementevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3fab3080a933db1782eed614feec828145a35066', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1956e', table='initiatives_methodelementevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='methodelement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_methodelementevent" ("archived_on", "from_size", "help", "id", "kind", "method_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "stage_id") VALUES (NEW."archived_on", NEW."from_size", NEW."help", NEW."id", NEW."kind", NEW."method_id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."stage_id"); RETURN NULL;', hash='ae248d8eaa9f3ded5ae62fed5028c207f11b104b', operation='INSERT', pgid='pgtrigger_insert_insert_a3cf4', table='initiatives_methodelement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='methodelement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_methodelementevent" ("archived_on", "from_size", "help", "id", "kind", "method_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "stage_id") VALUES (NEW."archived_on", NEW."from_size", NEW."help", NEW."id", NEW."kind", NEW."method_id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."stage_id"); RETURN NULL;', hash='1cb29abdbaa6f1c4da6df4f4029d22ab75fe1ca1', operation='UPDATE', pgid='pgtrigger_update_update_a6c34', table='initiatives_methodelement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='methodelement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_methodelementevent" ("archived_on", "from_size", "help", "id", "kind", "method_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "stage_id") VALUES (OLD."archived_on", OLD."from_size", OLD."help", OLD."id", OLD."kind", OLD."method_id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."stage_id"); RETURN NULL;', hash='05f7245d29ed6f5958898258f8c6c6dbd7c26d58', operation='DELETE', pgid='pgtrigger_delete_delete_76c1c', table='initiatives_methodelement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='initiativeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='544453d262d74df340819f853e15eb2cd619b791', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b9b01', table='initiatives_initiativeevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='initiative',
            index=models.Index(fields=['stage'], name='initiatives_stage_a70ad3_idx'),
        ),
        migrations.AddIndex(
            model_name='initiative',
            index=django.contrib.postgres.indexes.GinIndex(fields=['name'], name='initiative_name_trgm', opclasses=['gin_trgm_ops']),
        ),
        migrations.AddConstraint(
            model_name='initiative',
            constraint=models.CheckConstraint(condition=models.Q(('starts_on__isnull', True), ('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='an_initiative_ends_after_its_start'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='initiative',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_initiativeevent" ("added_at", "added_by_id", "archived_on", "cadence", "category_id", "code", "confidentiality", "department_id", "ends_on", "id", "lead_id", "merged_into_id", "method_id", "method_stage_id", "must_do", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reference", "scope", "size", "sponsor_id", "stage", "stage_since", "starts_on") VALUES (NEW."added_at", NEW."added_by_id", NEW."archived_on", NEW."cadence", NEW."category_id", NEW."code", NEW."confidentiality", NEW."department_id", NEW."ends_on", NEW."id", NEW."lead_id", NEW."merged_into_id", NEW."method_id", NEW."method_stage_id", NEW."must_do", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose", NEW."reference", NEW."scope", NEW."size", NEW."sponsor_id", NEW."stage", NEW."stage_since", NEW."starts_on"); RETURN NULL;', hash='c4c8ead9b04ecb6dd1a10a81f718053d5dbef0a2', operation='INSERT', pgid='pgtrigger_insert_insert_649fe', table='initiatives_initiative', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='initiative',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_initiativeevent" ("added_at", "added_by_id", "archived_on", "cadence", "category_id", "code", "confidentiality", "department_id", "ends_on", "id", "lead_id", "merged_into_id", "method_id", "method_stage_id", "must_do", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reference", "scope", "size", "sponsor_id", "stage", "stage_since", "starts_on") VALUES (NEW."added_at", NEW."added_by_id", NEW."archived_on", NEW."cadence", NEW."category_id", NEW."code", NEW."confidentiality", NEW."department_id", NEW."ends_on", NEW."id", NEW."lead_id", NEW."merged_into_id", NEW."method_id", NEW."method_stage_id", NEW."must_do", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose", NEW."reference", NEW."scope", NEW."size", NEW."sponsor_id", NEW."stage", NEW."stage_since", NEW."starts_on"); RETURN NULL;', hash='799c80f054f214dbbb77e1b27c858c9412160761', operation='UPDATE', pgid='pgtrigger_update_update_b6c3b', table='initiatives_initiative', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='initiative',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_initiativeevent" ("added_at", "added_by_id", "archived_on", "cadence", "category_id", "code", "confidentiality", "department_id", "ends_on", "id", "lead_id", "merged_into_id", "method_id", "method_stage_id", "must_do", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reference", "scope", "size", "sponsor_id", "stage", "stage_since", "starts_on") VALUES (OLD."added_at", OLD."added_by_id", OLD."archived_on", OLD."cadence", OLD."category_id", OLD."code", OLD."confidentiality", OLD."department_id", OLD."ends_on", OLD."id", OLD."lead_id", OLD."merged_into_id", OLD."method_id", OLD."method_stage_id", OLD."must_do", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."purpose", OLD."reference", OLD."scope", OLD."size", OLD."sponsor_id", OLD."stage", OLD."stage_since", OLD."starts_on"); RETURN NULL;', hash='a57cd7dc8bbd3b5ce7f4627e7cec2c3bc8a18448', operation='DELETE', pgid='pgtrigger_delete_delete_bf9bd', table='initiatives_initiative', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='methodstageevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='efe69c154d1b90f2cd915b500c6ae7d9a4e59684', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b22e1', table='initiatives_methodstageevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='moneyline',
            constraint=models.UniqueConstraint(fields=('initiative', 'year', 'kind', 'source'), name='money_of_a_year_stands_once', nulls_distinct=False),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='moneyline',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_moneylineevent" ("actual", "budget", "committed", "forecast", "id", "initiative_id", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "year") VALUES (NEW."actual", NEW."budget", NEW."committed", NEW."forecast", NEW."id", NEW."initiative_id", NEW."kind", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source_id", NEW."year"); RETURN NULL;', hash='b8b440052a2b940328afe43fd74b34124d1ce067', operation='INSERT', pgid='pgtrigger_insert_insert_bdf59', table='initiatives_moneyline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='moneyline',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_moneylineevent" ("actual", "budget", "committed", "forecast", "id", "initiative_id", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "year") VALUES (NEW."actual", NEW."budget", NEW."committed", NEW."forecast", NEW."id", NEW."initiative_id", NEW."kind", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source_id", NEW."year"); RETURN NULL;', hash='8d2b257983ba9379b881516bb17b71a24e7df3c7', operation='UPDATE', pgid='pgtrigger_update_update_1d395', table='initiatives_moneyline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='moneyline',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_moneylineevent" ("actual", "budget", "committed", "forecast", "id", "initiative_id", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "year") VALUES (OLD."actual", OLD."budget", OLD."committed", OLD."forecast", OLD."id", OLD."initiative_id", OLD."kind", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source_id", OLD."year"); RETURN NULL;', hash='49d5438ac87ae9c6bd65f802c3abeb55cdcd0460', operation='DELETE', pgid='pgtrigger_delete_delete_94090', table='initiatives_moneyline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='moneylineevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='19bcb5110caa121cf9168662435579b1cb3d22db', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_03afb', table='initiatives_moneylineevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='overlapverdict',
            constraint=models.UniqueConstraint(fields=('first', 'second'), name='a_pair_is_judged_once'),
        ),
        migrations.AddConstraint(
            model_name='overlapverdict',
            constraint=models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='a_pair_has_one_order'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='overlapverdict',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_overlapverdictevent" ("first_id", "id", "judged_at", "judged_by_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id", "verdict") VALUES (NEW."first_id", NEW."id", NEW."judged_at", NEW."judged_by_id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."second_id", NEW."verdict"); RETURN NULL;', hash='8419890709d252a5f3cc7b8e499f840dc63d4001', operation='INSERT', pgid='pgtrigger_insert_insert_083c9', table='initiatives_overlapverdict', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='overlapverdict',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_overlapverdictevent" ("first_id", "id", "judged_at", "judged_by_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id", "verdict") VALUES (NEW."first_id", NEW."id", NEW."judged_at", NEW."judged_by_id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."second_id", NEW."verdict"); RETURN NULL;', hash='93a3cfa24c15eac96b22200122e3692a4af28629', operation='UPDATE', pgid='pgtrigger_update_update_b2de2', table='initiatives_overlapverdict', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='overlapverdict',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_overlapverdictevent" ("first_id", "id", "judged_at", "judged_by_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id", "verdict") VALUES (OLD."first_id", OLD."id", OLD."judged_at", OLD."judged_by_id", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."second_id", OLD."verdict"); RETURN NULL;', hash='b6a7b56d55784b01ca471c2526677fbbca79c14d', operation='DELETE', pgid='pgtrigger_delete_delete_a3f24', table='initiatives_overlapverdict', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='overlapverdictevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='faf9f56ea33d6e85ddad94b40f0ddba45bdce2f5', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f7b98', table='initiatives_overlapverdictevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='readinessaction',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_readinessactionevent" ("dimension", "done_on", "due_on", "group_id", "id", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "state") VALUES (NEW."dimension", NEW."done_on", NEW."due_on", NEW."group_id", NEW."id", NEW."name", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."state"); RETURN NULL;', hash='847d7ab6f6cfac503a8ea2864ed849246b305e99', operation='INSERT', pgid='pgtrigger_insert_insert_67cab', table='initiatives_readinessaction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='readinessaction',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_readinessactionevent" ("dimension", "done_on", "due_on", "group_id", "id", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "state") VALUES (NEW."dimension", NEW."done_on", NEW."due_on", NEW."group_id", NEW."id", NEW."name", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."state"); RETURN NULL;', hash='b8d9774e851ac1a908ef93235c274ec1f4fe31d6', operation='UPDATE', pgid='pgtrigger_update_update_36919', table='initiatives_readinessaction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='readinessaction',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_readinessactionevent" ("dimension", "done_on", "due_on", "group_id", "id", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "state") VALUES (OLD."dimension", OLD."done_on", OLD."due_on", OLD."group_id", OLD."id", OLD."name", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."state"); RETURN NULL;', hash='be8b20b243c2292197908f691f85d7bf1686ad32', operation='DELETE', pgid='pgtrigger_delete_delete_17e94', table='initiatives_readinessaction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='readinessactionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ea52e6f03221ab4f8e2fda288255e47778352635', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_fafd1', table='initiatives_readinessactionevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='readinessrating',
            constraint=models.UniqueConstraint(fields=('group', 'rated_on'), name='one_rating_a_group_and_day'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='readinessrating',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_readinessratingevent" ("ability", "awareness", "desire", "group_id", "id", "knowledge", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rated_by_id", "rated_on", "reinforcement") VALUES (NEW."ability", NEW."awareness", NEW."desire", NEW."group_id", NEW."id", NEW."knowledge", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rated_by_id", NEW."rated_on", NEW."reinforcement"); RETURN NULL;', hash='43e7a3513d0908fd7827d7499218d8e6ba1ea3c8', operation='INSERT', pgid='pgtrigger_insert_insert_0f0cd', table='initiatives_readinessrating', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='readinessrating',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_readinessratingevent" ("ability", "awareness", "desire", "group_id", "id", "knowledge", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rated_by_id", "rated_on", "reinforcement") VALUES (NEW."ability", NEW."awareness", NEW."desire", NEW."group_id", NEW."id", NEW."knowledge", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rated_by_id", NEW."rated_on", NEW."reinforcement"); RETURN NULL;', hash='f7dd8541130eaefdc3b59a06c4d10079c97a4375', operation='UPDATE', pgid='pgtrigger_update_update_7321d', table='initiatives_readinessrating', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='readinessrating',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_readinessratingevent" ("ability", "awareness", "desire", "group_id", "id", "knowledge", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rated_by_id", "rated_on", "reinforcement") VALUES (OLD."ability", OLD."awareness", OLD."desire", OLD."group_id", OLD."id", OLD."knowledge", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rated_by_id", OLD."rated_on", OLD."reinforcement"); RETURN NULL;', hash='7eb0bab0107c9c45c8b5cfc78d6ddba0133bbeb0', operation='DELETE', pgid='pgtrigger_delete_delete_76870', table='initiatives_readinessrating', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='readinessratingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='690263281d9a9f57b92ddd89ae987f9bd9448b3c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_01c2d', table='initiatives_readinessratingevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scoringcriterionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='dc9ccfd824dc35c50b02a5300f81d2890cd3e994', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_abf62', table='initiatives_scoringcriterionevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scoringround',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_scoringroundevent" ("begun_at", "begun_by_id", "closes_on", "id", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."begun_at", NEW."begun_by_id", NEW."closes_on", NEW."id", NEW."name", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state"); RETURN NULL;', hash='aea5e255e9637a78c07b71f3e232282e3d19ec4a', operation='INSERT', pgid='pgtrigger_insert_insert_79287', table='initiatives_scoringround', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scoringround',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_scoringroundevent" ("begun_at", "begun_by_id", "closes_on", "id", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."begun_at", NEW."begun_by_id", NEW."closes_on", NEW."id", NEW."name", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state"); RETURN NULL;', hash='ae2065614a0dc1ba293790df256d7c0586fe4d48', operation='UPDATE', pgid='pgtrigger_update_update_2b5fc', table='initiatives_scoringround', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scoringround',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_scoringroundevent" ("begun_at", "begun_by_id", "closes_on", "id", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (OLD."begun_at", OLD."begun_by_id", OLD."closes_on", OLD."id", OLD."name", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."state"); RETURN NULL;', hash='87ed009a57a21008ea05803d36a9387caa41558d', operation='DELETE', pgid='pgtrigger_delete_delete_080c7', table='initiatives_scoringround', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scorerevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='58df64a516c063ffca700ce9c34dd60b2e978547', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_52602', table='initiatives_scorerevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='scorer',
            constraint=models.UniqueConstraint(fields=('round', 'person'), name='a_person_scores_a_round_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scorer',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_scorerevent" ("done_at", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round_id") VALUES (NEW."done_at", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."round_id"); RETURN NULL;', hash='fab3e25ecced538d16aaa4b278fc5870c536ab40', operation='INSERT', pgid='pgtrigger_insert_insert_fc7a7', table='initiatives_scorer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scorer',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_scorerevent" ("done_at", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round_id") VALUES (NEW."done_at", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."round_id"); RETURN NULL;', hash='5c0f5e6d86816acb4df33d7ee574abd3c105ef74', operation='UPDATE', pgid='pgtrigger_update_update_d6b5e', table='initiatives_scorer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scorer',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_scorerevent" ("done_at", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round_id") VALUES (OLD."done_at", OLD."id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."round_id"); RETURN NULL;', hash='03ff211a6e87fa7f5926c37962922d6b56b25778', operation='DELETE', pgid='pgtrigger_delete_delete_5bd6c', table='initiatives_scorer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scoreevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='45db8168e4be9183b61da131e182ffb430701a5f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f9111', table='initiatives_scoreevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='score',
            constraint=models.UniqueConstraint(fields=('round', 'initiative', 'criterion', 'scorer'), name='a_scorer_scores_a_criterion_once'),
        ),
        migrations.AddConstraint(
            model_name='score',
            constraint=models.CheckConstraint(condition=models.Q(('value__range', (1, 5))), name='a_score_is_one_to_five'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='score',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_scoreevent" ("criterion_id", "id", "initiative_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round_id", "scorer_id", "value") VALUES (NEW."criterion_id", NEW."id", NEW."initiative_id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."round_id", NEW."scorer_id", NEW."value"); RETURN NULL;', hash='d5f92b025317eb4cbe4489e155a8978ed01a109b', operation='INSERT', pgid='pgtrigger_insert_insert_46b09', table='initiatives_score', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='score',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_scoreevent" ("criterion_id", "id", "initiative_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round_id", "scorer_id", "value") VALUES (NEW."criterion_id", NEW."id", NEW."initiative_id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."round_id", NEW."scorer_id", NEW."value"); RETURN NULL;', hash='47e9c46ee8c393e715f3e801d0816cafeab07299', operation='UPDATE', pgid='pgtrigger_update_update_41f74', table='initiatives_score', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='score',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_scoreevent" ("criterion_id", "id", "initiative_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round_id", "scorer_id", "value") VALUES (OLD."criterion_id", OLD."id", OLD."initiative_id", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."round_id", OLD."scorer_id", OLD."value"); RETURN NULL;', hash='85c309deeaaf7563090a1d1bf80debb2742cac73', operation='DELETE', pgid='pgtrigger_delete_delete_d18f1', table='initiatives_score', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scenarioevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9927cd3f7c09e7dc5937cd58e75ff70028f34b94', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_abd26', table='initiatives_scenarioevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scenario',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_scenarioevent" ("adopted_at", "adopted_by_id", "cancel_wanted", "finished_at", "first_year", "id", "inputs", "made_at", "made_by_id", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "progress", "result", "round_id", "settings", "started_at", "state", "years") VALUES (NEW."adopted_at", NEW."adopted_by_id", NEW."cancel_wanted", NEW."finished_at", NEW."first_year", NEW."id", NEW."inputs", NEW."made_at", NEW."made_by_id", NEW."name", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."progress", NEW."result", NEW."round_id", NEW."settings", NEW."started_at", NEW."state", NEW."years"); RETURN NULL;', hash='5bcdf633e5c2062062b83c52cf5114d5ace4d0cc', operation='INSERT', pgid='pgtrigger_insert_insert_4976d', table='initiatives_scenario', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scenario',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_scenarioevent" ("adopted_at", "adopted_by_id", "cancel_wanted", "finished_at", "first_year", "id", "inputs", "made_at", "made_by_id", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "progress", "result", "round_id", "settings", "started_at", "state", "years") VALUES (NEW."adopted_at", NEW."adopted_by_id", NEW."cancel_wanted", NEW."finished_at", NEW."first_year", NEW."id", NEW."inputs", NEW."made_at", NEW."made_by_id", NEW."name", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."progress", NEW."result", NEW."round_id", NEW."settings", NEW."started_at", NEW."state", NEW."years"); RETURN NULL;', hash='f1e1124ff2427d4a7bad511f62eefe19e5f9d298', operation='UPDATE', pgid='pgtrigger_update_update_93957', table='initiatives_scenario', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scenario',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_scenarioevent" ("adopted_at", "adopted_by_id", "cancel_wanted", "finished_at", "first_year", "id", "inputs", "made_at", "made_by_id", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "progress", "result", "round_id", "settings", "started_at", "state", "years") VALUES (OLD."adopted_at", OLD."adopted_by_id", OLD."cancel_wanted", OLD."finished_at", OLD."first_year", OLD."id", OLD."inputs", OLD."made_at", OLD."made_by_id", OLD."name", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."progress", OLD."result", OLD."round_id", OLD."settings", OLD."started_at", OLD."state", OLD."years"); RETURN NULL;', hash='36a1805cc6998290062a82f45c11db90ff27f397', operation='DELETE', pgid='pgtrigger_delete_delete_ffc2b', table='initiatives_scenario', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scoringroundevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6234e475ada8cb2b2600e6ee8a793e4ef81f1fc9', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bac28', table='initiatives_scoringroundevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='capacityevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c399838a8c172dc8959b7824728cef68fdd1fc87', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_48245', table='initiatives_capacityevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='capacity',
            constraint=models.CheckConstraint(condition=models.Q(('fte__gte', 0)), name='capacity_is_not_negative'),
        ),
        migrations.AddConstraint(
            model_name='capacity',
            constraint=models.CheckConstraint(condition=models.Q(('last_month__isnull', True), ('last_month__gte', models.F('first_month')), _connector='OR'), name='capacity_ends_after_its_start'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='capacity',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_capacityevent" ("department_id", "first_month", "fte", "id", "last_month", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "skill_id") VALUES (NEW."department_id", NEW."first_month", NEW."fte", NEW."id", NEW."last_month", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."skill_id"); RETURN NULL;', hash='63570fb1bc2cb9fc9b53ba5c33a5633f4a167a0e', operation='INSERT', pgid='pgtrigger_insert_insert_6e272', table='initiatives_capacity', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='capacity',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_capacityevent" ("department_id", "first_month", "fte", "id", "last_month", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "skill_id") VALUES (NEW."department_id", NEW."first_month", NEW."fte", NEW."id", NEW."last_month", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."skill_id"); RETURN NULL;', hash='01ddb46d15a3d0d4e0594116c9bd6e9acbc38a23', operation='UPDATE', pgid='pgtrigger_update_update_f0bdb', table='initiatives_capacity', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='capacity',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_capacityevent" ("department_id", "first_month", "fte", "id", "last_month", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "skill_id") VALUES (OLD."department_id", OLD."first_month", OLD."fte", OLD."id", OLD."last_month", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."skill_id"); RETURN NULL;', hash='69f4e9ace3840cc2cf9ca2fbf64701416543ecc5', operation='DELETE', pgid='pgtrigger_delete_delete_d5ec0', table='initiatives_capacity', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='allocationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8191318968ad2dcb9730adfa7256eacae88d6a83', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ee519', table='initiatives_allocationevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='allocation',
            constraint=models.CheckConstraint(condition=models.Q(('fte__gte', 0)), name='an_allocation_is_not_negative'),
        ),
        migrations.AddConstraint(
            model_name='allocation',
            constraint=models.CheckConstraint(condition=models.Q(('last_month__gte', models.F('first_month'))), name='an_allocation_ends_after_its_start'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='allocation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_allocationevent" ("department_id", "first_month", "fte", "id", "initiative_id", "last_month", "note", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "skill_id") VALUES (NEW."department_id", NEW."first_month", NEW."fte", NEW."id", NEW."initiative_id", NEW."last_month", NEW."note", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."skill_id"); RETURN NULL;', hash='d50ccb5d7397b08a2f085040aaab705f9331c3b6', operation='INSERT', pgid='pgtrigger_insert_insert_7f757', table='initiatives_allocation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='allocation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_allocationevent" ("department_id", "first_month", "fte", "id", "initiative_id", "last_month", "note", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "skill_id") VALUES (NEW."department_id", NEW."first_month", NEW."fte", NEW."id", NEW."initiative_id", NEW."last_month", NEW."note", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."skill_id"); RETURN NULL;', hash='630fe57fa19cf3f540d058256a02f844e66ebd45', operation='UPDATE', pgid='pgtrigger_update_update_ef361', table='initiatives_allocation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='allocation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_allocationevent" ("department_id", "first_month", "fte", "id", "initiative_id", "last_month", "note", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "skill_id") VALUES (OLD."department_id", OLD."first_month", OLD."fte", OLD."id", OLD."initiative_id", OLD."last_month", OLD."note", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."skill_id"); RETURN NULL;', hash='10c622436d49d405f0e95e5e70a03025b83afa34', operation='DELETE', pgid='pgtrigger_delete_delete_a8fdc', table='initiatives_allocation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='skillevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='677a0fdbdf8e5e1b4ac2cd77ecb84e435536b713', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1316a', table='initiatives_skillevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='statusupdate',
            constraint=models.UniqueConstraint(fields=('initiative', 'due_on'), name='one_update_for_a_due_day'),
        ),
        migrations.AddConstraint(
            model_name='statusupdate',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'draft'), ('submitted_at__isnull', False), _connector='OR'), name='an_update_handed_in_has_its_time'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statusupdate',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_statusupdateevent" ("author_id", "begun_at", "computed", "cost", "cost_reason", "done", "due_on", "help_needed", "id", "initiative_id", "next", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "schedule", "schedule_reason", "scope", "scope_reason", "state", "submitted_at") VALUES (NEW."author_id", NEW."begun_at", NEW."computed", NEW."cost", NEW."cost_reason", NEW."done", NEW."due_on", NEW."help_needed", NEW."id", NEW."initiative_id", NEW."next", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."progress", NEW."schedule", NEW."schedule_reason", NEW."scope", NEW."scope_reason", NEW."state", NEW."submitted_at"); RETURN NULL;', hash='8d585cd9ec7b720612d9cd8e2fdcaed44161d9bb', operation='INSERT', pgid='pgtrigger_insert_insert_77010', table='initiatives_statusupdate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statusupdate',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_statusupdateevent" ("author_id", "begun_at", "computed", "cost", "cost_reason", "done", "due_on", "help_needed", "id", "initiative_id", "next", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "schedule", "schedule_reason", "scope", "scope_reason", "state", "submitted_at") VALUES (NEW."author_id", NEW."begun_at", NEW."computed", NEW."cost", NEW."cost_reason", NEW."done", NEW."due_on", NEW."help_needed", NEW."id", NEW."initiative_id", NEW."next", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."progress", NEW."schedule", NEW."schedule_reason", NEW."scope", NEW."scope_reason", NEW."state", NEW."submitted_at"); RETURN NULL;', hash='69b274e4ac68c756d836111a8a01239bc5fff774', operation='UPDATE', pgid='pgtrigger_update_update_b07f5', table='initiatives_statusupdate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statusupdate',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_statusupdateevent" ("author_id", "begun_at", "computed", "cost", "cost_reason", "done", "due_on", "help_needed", "id", "initiative_id", "next", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "schedule", "schedule_reason", "scope", "scope_reason", "state", "submitted_at") VALUES (OLD."author_id", OLD."begun_at", OLD."computed", OLD."cost", OLD."cost_reason", OLD."done", OLD."due_on", OLD."help_needed", OLD."id", OLD."initiative_id", OLD."next", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."progress", OLD."schedule", OLD."schedule_reason", OLD."scope", OLD."scope_reason", OLD."state", OLD."submitted_at"); RETURN NULL;', hash='72e9fcfd5d98a9256501e037df6e2825090b6102', operation='DELETE', pgid='pgtrigger_delete_delete_438ad', table='initiatives_statusupdate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statusupdateevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4fcc58b8b75a775b0a65492996b3ee734b4c0768', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3be30', table='initiatives_statusupdateevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='task',
            index=models.Index(fields=['ends_on'], name='initiatives_ends_on_fd4c35_idx'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(('progress__lte', 100)), name='no_task_is_done_more_than_whole'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(('weight__gte', 0)), name='no_task_weighs_less_than_nothing'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(('starts_on__isnull', True), ('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='a_task_ends_after_its_start'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(('kind', 'task'), ('starts_on__isnull', True), _connector='OR'), name='a_milestone_is_one_day'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='task',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_taskevent" ("department_id", "description", "done_on", "ends_on", "id", "initiative_id", "kind", "method_stage_id", "name", "owner_id", "part_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "progress", "starts_on", "weight") VALUES (NEW."department_id", NEW."description", NEW."done_on", NEW."ends_on", NEW."id", NEW."initiative_id", NEW."kind", NEW."method_stage_id", NEW."name", NEW."owner_id", NEW."part_of_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."progress", NEW."starts_on", NEW."weight"); RETURN NULL;', hash='b3be6ea57e87c10a8397ef30e7077e0ec5026ea3', operation='INSERT', pgid='pgtrigger_insert_insert_d9d88', table='initiatives_task', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='task',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_taskevent" ("department_id", "description", "done_on", "ends_on", "id", "initiative_id", "kind", "method_stage_id", "name", "owner_id", "part_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "progress", "starts_on", "weight") VALUES (NEW."department_id", NEW."description", NEW."done_on", NEW."ends_on", NEW."id", NEW."initiative_id", NEW."kind", NEW."method_stage_id", NEW."name", NEW."owner_id", NEW."part_of_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."progress", NEW."starts_on", NEW."weight"); RETURN NULL;', hash='453bd10ba6469e5665af59ea706ccf9e1c80fef4', operation='UPDATE', pgid='pgtrigger_update_update_176b2', table='initiatives_task', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='task',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_taskevent" ("department_id", "description", "done_on", "ends_on", "id", "initiative_id", "kind", "method_stage_id", "name", "owner_id", "part_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "progress", "starts_on", "weight") VALUES (OLD."department_id", OLD."description", OLD."done_on", OLD."ends_on", OLD."id", OLD."initiative_id", OLD."kind", OLD."method_stage_id", OLD."name", OLD."owner_id", OLD."part_of_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."progress", OLD."starts_on", OLD."weight"); RETURN NULL;', hash='2071517e0ec25042bf329853a1cde92cb04525f3', operation='DELETE', pgid='pgtrigger_delete_delete_1b94b', table='initiatives_task', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='dependencyevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='42b3a0ad8ad980e0dfdfb721d6fb1a9de3adcb97', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c70d2', table='initiatives_dependencyevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='dependency',
            constraint=models.UniqueConstraint(fields=('before', 'after'), name='a_task_holds_another_once'),
        ),
        migrations.AddConstraint(
            model_name='dependency',
            constraint=models.CheckConstraint(condition=models.Q(('before', models.F('after')), _negated=True), name='no_task_holds_itself'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='dependency',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_dependencyevent" ("after_id", "before_id", "bond", "id", "lag_days", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."after_id", NEW."before_id", NEW."bond", NEW."id", NEW."lag_days", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='4571a34ca82a9e69d3c0263342a497b021b2cb17', operation='INSERT', pgid='pgtrigger_insert_insert_079b3', table='initiatives_dependency', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='dependency',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_dependencyevent" ("after_id", "before_id", "bond", "id", "lag_days", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."after_id", NEW."before_id", NEW."bond", NEW."id", NEW."lag_days", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='ba43ce75e081938933580b14d52a0d323a09a8e7', operation='UPDATE', pgid='pgtrigger_update_update_c55e0', table='initiatives_dependency', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='dependency',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_dependencyevent" ("after_id", "before_id", "bond", "id", "lag_days", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."after_id", OLD."before_id", OLD."bond", OLD."id", OLD."lag_days", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='bd882e25b497713a4ee3974b2e8ae64a9b463dd9', operation='DELETE', pgid='pgtrigger_delete_delete_dd12a', table='initiatives_dependency', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='taskevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ed6116c99c915a22240a82a619585db561e21e76', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6284a', table='initiatives_taskevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='technology',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_technologyevent" ("archived_on", "code", "department_id", "description", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "unit") VALUES (NEW."archived_on", NEW."code", NEW."department_id", NEW."description", NEW."id", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."quantity", NEW."unit"); RETURN NULL;', hash='6b124619fba12c479ee06ddc14531df6f6fd6470', operation='INSERT', pgid='pgtrigger_insert_insert_1fb80', table='initiatives_technology', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='technology',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_technologyevent" ("archived_on", "code", "department_id", "description", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "unit") VALUES (NEW."archived_on", NEW."code", NEW."department_id", NEW."description", NEW."id", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."quantity", NEW."unit"); RETURN NULL;', hash='8f26668cee6312e56ab3c182662adcf273a331c5', operation='UPDATE', pgid='pgtrigger_update_update_3229e', table='initiatives_technology', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='technology',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_technologyevent" ("archived_on", "code", "department_id", "description", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "unit") VALUES (OLD."archived_on", OLD."code", OLD."department_id", OLD."description", OLD."id", OLD."kind", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."quantity", OLD."unit"); RETURN NULL;', hash='255ffe87aee196c459984ba05838987ea9702eff', operation='DELETE', pgid='pgtrigger_delete_delete_2dc18', table='initiatives_technology', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='technologyevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='46c9fcacb283df1f293aced9930d02744e4f708e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5fd72', table='initiatives_technologyevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='technologyuse',
            constraint=models.CheckConstraint(condition=models.Q(('quantity__gte', 0)), name='a_use_is_not_negative'),
        ),
        migrations.AddConstraint(
            model_name='technologyuse',
            constraint=models.CheckConstraint(condition=models.Q(('starts_on__isnull', True), ('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='a_use_ends_after_its_start'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='technologyuse',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_technologyuseevent" ("ends_on", "id", "initiative_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "starts_on", "technology_id") VALUES (NEW."ends_on", NEW."id", NEW."initiative_id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."quantity", NEW."starts_on", NEW."technology_id"); RETURN NULL;', hash='a6ead942212c06d2a5d778632dc7c529ee3c204e', operation='INSERT', pgid='pgtrigger_insert_insert_d2a46', table='initiatives_technologyuse', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='technologyuse',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_technologyuseevent" ("ends_on", "id", "initiative_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "starts_on", "technology_id") VALUES (NEW."ends_on", NEW."id", NEW."initiative_id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."quantity", NEW."starts_on", NEW."technology_id"); RETURN NULL;', hash='3ecdda3b520fb192e5cafa52fb26f5dc5c321cee', operation='UPDATE', pgid='pgtrigger_update_update_750e9', table='initiatives_technologyuse', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='technologyuse',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_technologyuseevent" ("ends_on", "id", "initiative_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "starts_on", "technology_id") VALUES (OLD."ends_on", OLD."id", OLD."initiative_id", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."quantity", OLD."starts_on", OLD."technology_id"); RETURN NULL;', hash='c0b890926054c7eef85ad5f3b2686ffd1d1fdada', operation='DELETE', pgid='pgtrigger_delete_delete_ca9c7', table='initiatives_technologyuse', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='technologyuseevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='70387dcbdff19e4691a97ba54ae8894d8e4c4685', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e9103', table='initiatives_technologyuseevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='updatequestion',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_updatequestionevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "update_id") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."asked_at", NEW."asked_by_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text", NEW."update_id"); RETURN NULL;', hash='6305d9d124ccc1299fce24ea9e7bd1ac56fe2d91', operation='INSERT', pgid='pgtrigger_insert_insert_ede8b', table='initiatives_updatequestion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='updatequestion',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "initiatives_updatequestionevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "update_id") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."asked_at", NEW."asked_by_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text", NEW."update_id"); RETURN NULL;', hash='3c5dd5e6f676a504fed890ecf05e41ad979f5c9b', operation='UPDATE', pgid='pgtrigger_update_update_61960', table='initiatives_updatequestion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='updatequestion',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "initiatives_updatequestionevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "update_id") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."asked_at", OLD."asked_by_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text", OLD."update_id"); RETURN NULL;', hash='aafd4fe47c2de8f9b259f42daf1e00ff793c5eaa', operation='DELETE', pgid='pgtrigger_delete_delete_32ef1', table='initiatives_updatequestion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='updatequestionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='34b53db56c55e1cca4ab4e5936122eef7a5db68a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_dfc15', table='initiatives_updatequestionevent', when='BEFORE')),
        ),
    ]
