"""Who has a stake in the plan."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from strategy.enums import StakeholderKind
from strategy.models.objective import Objective
from strategy.models.plan import Plan
from strategy.models.structure import Priority


@tracked
class Stakeholder(models.Model):
    """A person, organisation or group with a stake in a plan, one of its priorities or objectives."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="stakeholders")
    priority = models.ForeignKey(
        Priority, null=True, blank=True, on_delete=models.CASCADE, related_name="stakeholders"
    )
    objective = models.ForeignKey(
        Objective, null=True, blank=True, on_delete=models.CASCADE, related_name="stakeholders"
    )
    name = models.CharField(_("Name"), max_length=500)
    description = models.TextField(_("Description"), blank=True)
    kind = models.CharField(max_length=12, choices=StakeholderKind.choices, default=StakeholderKind.UNKNOWN)
    roles = models.JSONField(default=list, blank=True, help_text="name, description and type of each role")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name
