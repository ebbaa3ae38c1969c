"""Rolled-up cells, stored as arrays."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kpis.models.kpi import KPI
from org.models import Department


def _metric() -> ArrayField:
    return ArrayField(models.FloatField(), default=list)


class CellYear(models.Model):
    """All cells of a KPI at a department in one fiscal year; written by the engine only.

    Positions within the arrays are those of `kpis.engine.layout` for the row's grain ("calendar": months,
    quarters, halves, year; "fine": the weeks or days of a weekly or daily KPI). NaN stands for missing.
    Anchor arrays hold blocks: target, red, and best, worst where one is given (a band: low, red_low, high,
    red_high). `filled` and `as_at` are empty where nothing was. Department before year before KPI in the key:
    a scorecard reads neighbours. The database does not check the foreign keys: the engine writes what it has
    just read, and checking every row took a fifth of a full rollup. `digest` stands for all metrics of the
    row (`kpis.store.digest`), so that what changed is found without reading them.
    """

    pk = models.CompositePrimaryKey("department_id", "fiscal_year", "kpi_id", "grain")
    department = models.ForeignKey(
        Department, on_delete=models.CASCADE, related_name="+", db_index=False, db_constraint=False
    )
    fiscal_year = models.SmallIntegerField()
    kpi = models.ForeignKey(
        KPI, on_delete=models.CASCADE, related_name="+", db_index=False, db_constraint=False
    )
    grain = models.SmallIntegerField(default=0, help_text="0: calendar, 1: fine")
    value = _metric()
    anchors = _metric()
    anchors_to_date = _metric()
    score = _metric()
    active = _metric()
    expected = _metric()
    reported = _metric()
    filled = _metric()
    as_at = _metric()
    ytd_value = _metric()
    ytd_anchors = _metric()
    ytd_anchors_to_date = _metric()
    ytd_score = _metric()
    ytd_active = _metric()
    ytd_expected = _metric()
    ytd_reported = _metric()
    ytd_filled = _metric()
    ytd_as_at = _metric()
    digest = models.BigIntegerField(null=True, editable=False)

    class Meta:
        indexes = [
            models.Index(
                fields=["kpi", "fiscal_year"],
                include=["department", "grain", "digest"],
                name="digests_of_a_year",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kpi_id} {self.department_id} {self.fiscal_year}"
