"""Change readiness: who is affected by an initiative, how ready they are, and what is done about it."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from initiatives.enums import ActionState, Dimension
from initiatives.models.initiative import Initiative
from org.models import Department

_USER = settings.AUTH_USER_MODEL


def _rating(label: Promise | str) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        label,  # type: ignore[arg-type]
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(5)],
    )


@tracked
class AffectedGroup(models.Model):
    """People for whom an initiative changes something; `impact` from 1 (little) to 5 (everything)."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="groups")
    name = models.CharField(_("Group"), max_length=200)
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    people = models.PositiveIntegerField(_("How many people"), null=True, blank=True)
    impact = _rating(_("Impact"))
    change = models.TextField(_("What changes for them"), blank=True)
    resistance = models.TextField(_("Resistance, and why"), blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


@tracked
class ReadinessRating(models.Model):
    """How ready a group was on a day, each from 1 (not at all) to 5 (wholly); none: not rated."""

    group = models.ForeignKey(AffectedGroup, on_delete=models.CASCADE, related_name="ratings")
    rated_on = models.DateField(_("As of"))
    awareness = _rating(_("Awareness"))
    desire = _rating(_("Desire"))
    knowledge = _rating(_("Knowledge"))
    ability = _rating(_("Ability"))
    reinforcement = _rating(_("Reinforcement"))
    note = models.TextField(_("What it rests on"), blank=True)
    rated_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-rated_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["group", "rated_on"], name="one_rating_a_group_and_day")
        ]

    def __str__(self) -> str:
        return f"{self.group_id} {self.rated_on}"

    @property
    def initiative(self) -> Initiative:
        """Whose change it is about: what one may do with it follows from that."""
        return self.group.initiative


@tracked
class ReadinessAction(models.Model):
    """Something done so that a group comes along."""

    group = models.ForeignKey(AffectedGroup, on_delete=models.CASCADE, related_name="actions")
    name = models.CharField(_("Action"), max_length=300)
    dimension = models.CharField(
        _("What it helps"), max_length=13, choices=Dimension.choices, blank=True, default=""
    )
    owner = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(_("Due"), null=True, blank=True)
    state = models.CharField(_("State"), max_length=7, choices=ActionState.choices, default=ActionState.OPEN)
    done_on = models.DateField(_("Done"), null=True, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def initiative(self) -> Initiative:
        """Whose change it is about: what one may do with it follows from that."""
        return self.group.initiative
