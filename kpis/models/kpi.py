"""KPIs and their definitions as known over time."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import Known
from core.models.dated import one_at_a_time
from kpis.enums import (
    DataQuality,
    DepartmentRollup,
    Direction,
    Frequency,
    Kind,
    MissingPolicy,
    OwnValue,
    Tendency,
    TimeRollup,
)


@tracked
class KPI(models.Model):
    """A key performance indicator: what people read about it. What the engine reads is its `Definition`."""

    code = models.CharField(_("Code"), max_length=60, unique=True)
    name = models.CharField(_("Name"), max_length=300)
    unit = models.CharField(_("Unit"), max_length=200, blank=True)
    decimals = models.PositiveSmallIntegerField(_("Decimals"), default=1)
    purpose = models.TextField(_("Purpose"), blank=True)
    source = models.TextField(_("Source"), blank=True)
    method = models.TextField(_("Method"), blank=True)
    tendency = models.CharField(_("Tells"), max_length=10, choices=Tendency.choices, default=Tendency.LAGGING)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="owned_kpis"
    )
    quality = models.CharField(_("Data quality"), max_length=6, choices=DataQuality.choices, blank=True)
    quality_rated_on = models.DateField(_("Rated on"), null=True, blank=True)
    limits_of_use = models.TextField(_("Limits of use"), blank=True)
    stretch_target = models.FloatField(_("Stretch target"), null=True, blank=True)
    approval_needed = models.BooleanField(_("Values need approval"), default=False)
    extra = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class Definition(Known):
    """How a KPI is computed and scored; the one known at `as_of` holds for all periods.

    Anchors: up and down use target, red_line, best, worst; a band uses low, red_low, high, red_high.
    """

    kpi = models.ForeignKey(KPI, on_delete=models.CASCADE, related_name="definitions")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.REPORTED)
    frequency = models.CharField(_("Frequency"), max_length=8, choices=Frequency.choices)
    direction = models.CharField(_("Direction"), max_length=5, choices=Direction.choices)
    time_rollup = models.CharField(_("Over time"), max_length=5, choices=TimeRollup.choices)
    department_rollup = models.CharField(
        _("Over departments"), max_length=9, choices=DepartmentRollup.choices
    )
    own_value = models.CharField(
        _("A department's own value"), max_length=9, choices=OwnValue.choices, default=OwnValue.ADDS
    )
    formula = models.TextField(_("Formula"), blank=True)
    target = models.FloatField(_("Default target"), null=True, blank=True)
    red_line = models.FloatField(_("Red line"), null=True, blank=True)
    best = models.FloatField(_("Best"), null=True, blank=True)
    worst = models.FloatField(_("Worst"), null=True, blank=True)
    low = models.FloatField(_("Band from"), null=True, blank=True)
    high = models.FloatField(_("Band to"), null=True, blank=True)
    red_low = models.FloatField(_("Red line below"), null=True, blank=True)
    red_high = models.FloatField(_("Red line above"), null=True, blank=True)
    tolerance = models.FloatField(_("Tolerance"), default=0.1)
    missing_policy = models.CharField(
        _("A missing value"), max_length=5, choices=MissingPolicy.choices, default=MissingPolicy.LEAVE
    )
    carry_limit = models.PositiveSmallIntegerField(_("Carried for at most"), default=0)
    min_coverage = models.FloatField(_("Minimum coverage"), default=0.5)
    due_days = models.PositiveSmallIntegerField(_("Due days after the period"), default=15)

    class Meta:
        constraints = [
            one_at_a_time("one_definition_at_a_time", "kpi", valid=False),
            models.CheckConstraint(
                condition=models.Q(min_coverage__range=(0, 1)), name="minimum_coverage_is_a_share"
            ),
            models.CheckConstraint(condition=models.Q(tolerance__gte=0), name="tolerance_is_not_negative"),
        ]
        indexes = [
            # Every change asks which formulas there are; without it, all KPIs would be read.
            models.Index(
                fields=["kpi"],
                condition=models.Q(kind=Kind.FORMULA, known_to__isnull=True),
                name="definition_current_formula",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kpi_id} since {self.known_from:%Y-%m-%d}"
