"""What a row is compared by stands in the index: the rows themselves are not looked at."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The rows of a KPI's year lie in as many pages as it has departments; its digests lie side by side."""

    dependencies = [("kpis", "0006_cells_compared_by_digest")]

    operations = [
        migrations.RemoveIndex("cellyear", "cells_of_a_year"),
        migrations.AddIndex(
            "cellyear",
            models.Index(
                fields=["kpi", "fiscal_year"],
                include=["department", "grain", "digest"],
                name="digests_of_a_year",
            ),
        ),
    ]
