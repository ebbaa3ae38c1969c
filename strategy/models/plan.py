"""A strategic plan, its vision, mission and values."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from org.models import Department
from strategy.enums import PlanFunction, PlanKind, PlanState, Statement


@tracked
class Plan(models.Model):
    """A strategic plan over some years. Only one is the organisation's current one: the latest active.

    A departmental or functional plan is `part_of` the organisation's. A plan that `revises` another is a
    branch of it, edited like any plan, whose differences come into force when the revision is approved.
    """

    code = models.CharField(_("Code"), max_length=60, unique=True)
    name = models.CharField(_("Name"), max_length=300)
    description = models.TextField(_("Description"), blank=True)
    vision = models.TextField(_("Vision"), blank=True)
    vision_meaning = models.TextField(_("What the vision means"), blank=True, db_default="", default="")
    mission = models.TextField(_("Mission"), blank=True)
    mission_meaning = models.TextField(_("What the mission means"), blank=True, db_default="", default="")
    kind = models.CharField(
        _("Kind"),
        max_length=12,
        choices=PlanKind.choices,
        default=PlanKind.ORGANISATION,
        db_default=PlanKind.ORGANISATION,
    )
    function = models.CharField(
        _("Function"), max_length=12, choices=PlanFunction.choices, blank=True, default="", db_default=""
    )
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="plans"
    )
    part_of = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    revises = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="branches"
    )
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
            ),
            models.CheckConstraint(
                condition=models.Q(kind=PlanKind.ORGANISATION)
                | models.Q(department__isnull=False, part_of__isnull=False),
                name="a_departmental_plan_has_its_place",
            ),
            models.CheckConstraint(
                condition=models.Q(kind=PlanKind.FUNCTION) ^ models.Q(function=""),
                name="a_functional_plan_has_its_function",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def standing_values(self) -> "list[Value]":
        """What the organisation stands for, in its order, without what was archived."""
        return [each for each in self.values_held.all() if each.archived_on is None]


@tracked
class Value(models.Model):
    """What the organisation stands for, with its meaning in plain words."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="values_held")
    name = models.CharField(_("Name"), max_length=300)
    description = models.TextField(_("What it means"), blank=True)
    position = models.PositiveIntegerField(default=0)
    archived_on = models.DateField(_("Archived"), null=True, blank=True)
    origin = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


@tracked
class StatementPart(models.Model):
    """A part of the vision or mission that a priority can serve, and the gap check asks for."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="statement_parts")
    of = models.CharField(_("Part of"), max_length=8, choices=Statement.choices)
    text = models.CharField(_("Words"), max_length=500)
    meaning = models.TextField(_("What it means"), blank=True)
    position = models.PositiveIntegerField(default=0)
    origin = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["of", "position", "pk"]

    def __str__(self) -> str:
        return self.text


@tracked
class PlanSection(models.Model):
    """A passage of a plan's document that is not an element of the strategy: context, principles, needs."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="sections")
    title = models.CharField(_("Title"), max_length=200)
    text = models.TextField(_("Text"), blank=True)
    position = models.PositiveIntegerField(default=0)
    origin = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.title
