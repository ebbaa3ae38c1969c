"""Objectives, and where they stand in their plan over time."""

from django.conf import settings
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import Known
from core.models.dated import one_at_a_time
from org.models import Department
from strategy.models.plan import Plan
from strategy.models.structure import Perspective, Priority


@tracked
class Objective(models.Model):
    """What the organisation wants to reach: a claim in a sentence, with an owner and a lead department."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="objectives")
    code = models.CharField(_("Code"), max_length=60)
    name = models.CharField(_("Name"), max_length=500)
    description = models.TextField(_("Description"), blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="owned_objectives",
    )
    lead = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="led_objectives"
    )
    starts_on = models.DateField(_("From"), null=True, blank=True)
    ends_on = models.DateField(_("To"), null=True, blank=True)
    position = models.PositiveIntegerField(default=0)
    map_slot = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="place in its lane of the strategy map, from the start; none: at the end",
    )
    archived_on = models.DateField(_("Archived"), null=True, blank=True)
    origin = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    extra = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "code"], name="objective_code_is_unique_in_a_plan")
        ]

    def __str__(self) -> str:
        return self.name


class ObjectivePlacement(Known):
    """Perspective (none: unplaced), priority and weight of an objective from one day to another."""

    objective = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="placements")
    perspective = models.ForeignKey(
        Perspective, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    priority = models.ForeignKey(Priority, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    weight = models.FloatField(default=1.0)
    valid = DateRangeField()

    class Meta:
        constraints = [
            one_at_a_time("an_objective_stands_in_one_place", "objective"),
            models.CheckConstraint(
                condition=models.Q(weight__gte=0), name="objective_weight_is_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.objective_id} in {self.perspective_id}/{self.priority_id}"
