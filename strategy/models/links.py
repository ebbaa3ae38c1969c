"""What connects objectives: the KPIs that measure them, and cause and effect between them."""

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import Known
from core.models.dated import one_at_a_time
from kpis.models import KPI
from strategy.enums import Influence
from strategy.models.objective import Objective


class ObjectiveKPI(Known):
    """That a KPI measures an objective, with its weight, from one day to another."""

    objective = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="kpi_links")
    kpi = models.ForeignKey(KPI, on_delete=models.PROTECT, related_name="objective_links")
    weight = models.FloatField(default=1.0)
    position = models.PositiveIntegerField(default=0)
    valid = DateRangeField()

    class Meta:
        constraints = [
            one_at_a_time("a_kpi_is_linked_once_at_a_time", "objective", "kpi"),
            models.CheckConstraint(condition=Q(weight__gte=0), name="link_weight_is_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.kpi_id} measures {self.objective_id}"


@tracked
class CauseEffect(Known):
    """A claim of the strategy: reaching `cause` helps to reach `effect`.

    What it said before is kept as a closed row of its own, so that a past day has the arrows of that day; the
    row that says it now keeps its id.
    """

    cause = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="effects")
    effect = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="causes")
    note = models.TextField(blank=True)
    influence = models.CharField(
        _("Direction"),
        max_length=8,
        choices=Influence.choices,
        default=Influence.HELPS,
        db_default=Influence.HELPS,
    )
    lag_months = models.PositiveSmallIntegerField(_("Shows after (months)"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cause", "effect"],
                condition=Q(known_to__isnull=True),
                name="one_link_from_cause_to_effect",
            ),
            models.CheckConstraint(condition=~Q(cause=F("effect")), name="no_objective_causes_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.cause_id} → {self.effect_id}"
