"""Who takes part in an objective beside its owner, and what its owner says of it period by period."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from kpis.enums import Frequency
from org.models import Department
from strategy.enums import Assessment, SupportKind
from strategy.models.objective import Objective


@tracked
class SupportingDepartment(models.Model):
    """A department that helps to reach an objective which another one leads."""

    objective = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="supporting")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(_("How it helps"), blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["objective", "department"], name="a_department_supports_an_objective_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.department_id} supports {self.objective_id}"


@tracked
class TeamMember(models.Model):
    """Somebody of an objective's theme team: people across departments who carry it together."""

    objective = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="team")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    part = models.CharField(_("Part in the team"), max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["objective", "person"], name="a_person_is_in_a_team_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} of {self.objective_id}"


@tracked
class Contribution(models.Model):
    """That a department's objective supports one of the plan above, or adopts it as it is."""

    objective = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="contributes_to")
    above = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="contributions")
    kind = models.CharField(max_length=8, choices=SupportKind.choices, default=SupportKind.SUPPORTS)
    note = models.TextField(_("How it helps"), blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["objective", "above"], name="an_objective_contributes_once"),
            models.CheckConstraint(
                condition=~Q(objective=F("above")), name="no_objective_contributes_to_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.objective_id} → {self.above_id}"


@tracked
class Commentary(models.Model):
    """What the owner says of an objective in a period, and their own assessment of it."""

    objective = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="commentaries")
    frequency = models.CharField(max_length=8, choices=Frequency.choices)
    period = models.IntegerField(help_text="the period's ordinal at its frequency")
    text = models.TextField(_("Commentary"))
    assessment = models.CharField(
        _("Own assessment"), max_length=5, choices=Assessment.choices, blank=True, default=""
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-period"]
        constraints = [
            models.UniqueConstraint(
                fields=["objective", "frequency", "period"], name="one_commentary_a_period"
            )
        ]

    def __str__(self) -> str:
        return f"{self.objective_id} {self.frequency} {self.period}"
