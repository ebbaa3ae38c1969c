from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kpis', '0007_digests_in_the_index'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name='definition',
            index=models.Index(condition=models.Q(('kind', 'formula'), ('known_to__isnull', True)), fields=['kpi'], name='definition_current_formula'),
        ),
    ]
