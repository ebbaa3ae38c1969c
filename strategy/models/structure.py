"""What orders the objectives of a plan: perspectives and strategic priorities."""

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import Known
from core.models.dated import one_at_a_time
from strategy.models.plan import Plan, StatementPart


@tracked
class Perspective(models.Model):
    """A Balanced Scorecard perspective of a plan; `question` is what it answers."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="perspectives")
    code = models.CharField(_("Code"), max_length=60)
    name = models.CharField(_("Name"), max_length=200)
    question = models.TextField(_("The question it answers"), blank=True)
    position = models.PositiveIntegerField(default=0)
    origin = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    archived_on = models.DateField(_("Archived"), null=True, blank=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "code"], name="perspective_code_is_unique_in_a_plan")
        ]

    def __str__(self) -> str:
        return self.name


class PerspectiveWeight(Known):
    """How much a perspective counts in its plan, from one day to another; without a row: 1."""

    perspective = models.ForeignKey(Perspective, on_delete=models.CASCADE, related_name="weights")
    weight = models.FloatField(default=1.0)
    valid = DateRangeField()

    class Meta:
        constraints = [
            one_at_a_time("a_perspective_has_one_weight", "perspective"),
            models.CheckConstraint(
                condition=models.Q(weight__gte=0), name="perspective_weight_is_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.perspective_id} × {self.weight}"


@tracked
class Priority(models.Model):
    """A strategic priority (StratML: goal): what the plan concentrates on."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="priorities")
    code = models.CharField(_("Code"), max_length=60)
    name = models.CharField(_("Name"), max_length=500)
    description = models.TextField(_("Description"), blank=True)
    serves = models.ManyToManyField(StatementPart, blank=True, related_name="priorities")
    position = models.PositiveIntegerField(default=0)
    extra = models.JSONField(default=dict, blank=True)
    origin = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    archived_on = models.DateField(_("Archived"), null=True, blank=True)

    class Meta:
        verbose_name_plural = "priorities"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "code"], name="priority_code_is_unique_in_a_plan")
        ]

    def __str__(self) -> str:
        return self.name


@tracked
class ServedPart(Priority.serves.through):  # type: ignore[name-defined]
    """That a priority serves a part of vision or mission: the rows of `Priority.serves`, with a history."""

    class Meta:
        proxy = True
        verbose_name = _("Part that a priority serves")
