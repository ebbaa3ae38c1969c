"""Risk workshops: invited people propose and rate on their own, then together."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from org.models import Department
from risks.enums import RiskKind, WorkshopState
from risks.models.matrix import RiskMatrix
from risks.models.risk import Risk

_USER = settings.AUTH_USER_MODEL


@tracked
class Workshop(models.Model):
    """A question to invited people: what may happen to us, how likely, how bad?"""

    name = models.CharField(_("Name"), max_length=200)
    question = models.TextField(_("What is asked"), blank=True)
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    matrix = models.ForeignKey(RiskMatrix, on_delete=models.PROTECT, related_name="workshops")
    state = models.CharField(
        _("State"), max_length=9, choices=WorkshopState.choices, default=WorkshopState.PROPOSING
    )
    closes_on = models.DateField(_("Answers by"), null=True, blank=True)
    led_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-begun_at"]

    def __str__(self) -> str:
        return self.name


@tracked
class Participant(models.Model):
    """Somebody who is asked; `done_at`: when they said that they are through with the present step."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="participants")
    person = models.ForeignKey(_USER, on_delete=models.CASCADE, related_name="+")
    invited_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workshop", "person"], name="a_person_is_in_a_workshop_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.workshop_id}"


@tracked
class ProposedRisk(models.Model):
    """What somebody proposes in a workshop, or what was brought in from the register to be rated (`risk`).

    Merged into another one, it counts there; taken into the register, `risk` says as which.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="proposed")
    kind = models.CharField(_("Kind"), max_length=11, choices=RiskKind.choices, default=RiskKind.THREAT)
    title = models.CharField(_("Title"), max_length=300)
    cause = models.TextField(_("Because of"), blank=True)
    event = models.TextField(_("this may happen"), blank=True)
    consequence = models.TextField(_("which would lead to"), blank=True)
    proposer = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )
    risk = models.ForeignKey(Risk, null=True, blank=True, on_delete=models.SET_NULL, related_name="proposed")
    likelihood = models.PositiveSmallIntegerField(_("Likelihood agreed"), null=True, blank=True)
    impact = models.PositiveSmallIntegerField(_("Impact agreed"), null=True, blank=True)
    position = models.PositiveIntegerField(default=0)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.title


class WorkshopRating(models.Model):
    """What one participant gave one proposed risk; levels count from 1."""

    proposed = models.ForeignKey(ProposedRisk, on_delete=models.CASCADE, related_name="ratings")
    person = models.ForeignKey(_USER, on_delete=models.CASCADE, related_name="+")
    likelihood = models.PositiveSmallIntegerField(_("Likelihood"))
    impact = models.PositiveSmallIntegerField(_("Impact"))
    note = models.CharField(_("Why"), max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["proposed", "person"], name="a_participant_rates_a_risk_once"),
            models.CheckConstraint(
                condition=Q(likelihood__range=(1, 7), impact__range=(1, 7)),
                name="workshop_levels_are_1_to_7",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} on {self.proposed_id}"
