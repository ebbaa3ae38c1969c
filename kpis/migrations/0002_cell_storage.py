"""Cells stay in their table's pages: their arrays are read together and rewritten whole."""

from django.db import migrations

METRICS = (
    "value anchors anchors_to_date score active expected reported filled as_at ytd_value ytd_anchors"
    " ytd_anchors_to_date ytd_score ytd_active ytd_expected ytd_reported ytd_filled ytd_as_at"
).split()


class Migration(migrations.Migration):
    """Storage of kpis_cellyear, as measured in `benchmarks/`."""

    dependencies = [("kpis", "0001_initial")]
    operations = [
        migrations.RunSQL(
            "ALTER TABLE kpis_cellyear SET (toast_tuple_target = 8160, fillfactor = 85);"
            + "".join(f"ALTER TABLE kpis_cellyear ALTER COLUMN {m} SET STORAGE MAIN;" for m in METRICS),
            migrations.RunSQL.noop,
        )
    ]
