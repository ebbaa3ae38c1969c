"""Rows of cells are compared by a number that stands for them, and found by KPI and year."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Rows stored before have no digest and are written once more when they are next computed."""

    dependencies = [("kpis", "0005_lifted_overrides_and_restated_values")]

    operations = [
        migrations.AddField("cellyear", "digest", models.BigIntegerField(editable=False, null=True)),
        migrations.AddIndex("cellyear", models.Index(fields=["kpi", "fiscal_year"], name="cells_of_a_year")),
        migrations.AlterField(
            "cellyear",
            "kpi",
            models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="kpis.kpi",
            ),
        ),
    ]
