"""A strategic plan, its vision, mission and values."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from strategy.enums import PlanState


@tracked
class Plan(models.Model):
    """A strategic plan over some years. Only one is the organisation's current one: the latest active."""

    code = models.CharField(_("Code"), max_length=60, unique=True)
    name = models.CharField(_("Name"), max_length=300)
    description = models.TextField(_("Description"), blank=True)
    vision = models.TextField(_("Vision"), blank=True)
    mission = models.TextField(_("Mission"), blank=True)
    state = models.CharField(_("State"), max_length=12, choices=PlanState.choices, default=PlanState.DRAFT)
    starts_on = models.DateField(_("From"), null=True, blank=True)
    ends_on = models.DateField(_("To"), null=True, blank=True)
    min_coverage = models.FloatField(_("Minimum coverage"), default=0.5)
    extra = models.JSONField(default=dict, blank=True, help_text="what an import held that has no field here")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(min_coverage__range=(0, 1)), name="plan_minimum_coverage_is_a_share"
            )
        ]

    def __str__(self) -> str:
        return self.name


@tracked
class Value(models.Model):
    """What the organisation stands for, with its meaning in plain words."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="values_held")
    name = models.CharField(_("Name"), max_length=300)
    description = models.TextField(_("What it means"), blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name
