"""The state the organisation is in, and the futures it may meet."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from kpis.models import KPI
from org.models import Department
from strategy.enums import AssumptionState, Crossing, Tripwire
from strategy.models.analysis import one_to_five
from strategy.models.objective import Objective
from strategy.models.plan import Plan
from strategy.models.structure import Priority

_USER = settings.AUTH_USER_MODEL


class Looked(models.Model):
    """What every finding has: an owner, evidence, a day on which to look again, its place in the list."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE)
    evidence = models.TextField(_("Evidence"), blank=True)
    owner = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    review_on = models.DateField(_("Look at it again on"), null=True, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["position", "pk"]


@tracked
class Capability(Looked):
    """An area of ability with its maturity now and wanted, from 1 (by chance) to 5 (always improving)."""

    name = models.CharField(_("Area"), max_length=200)
    description = models.TextField(_("What belongs to it"), blank=True)
    now = one_to_five(_("Maturity now"))
    wanted = one_to_five(_("Maturity wanted"))

    class Meta(Looked.Meta):
        default_related_name = "capabilities"

    def __str__(self) -> str:
        return self.name

    @property
    def gap(self) -> int | None:
        """By how many steps it falls short of what is wanted; None where one of the two is not rated."""
        return None if self.now is None or self.wanted is None else self.wanted - self.now


@tracked
class Competitor(Looked):
    """Somebody who offers to the same people what we do, or could."""

    name = models.CharField(_("Name"), max_length=200)
    description = models.TextField(_("What they offer"), blank=True)
    strengths = models.TextField(_("What they do better"), blank=True)
    weaknesses = models.TextField(_("What they do worse"), blank=True)
    moves = models.TextField(_("What they will probably do"), blank=True)
    response = models.TextField(_("Our answer"), blank=True)
    share = models.FloatField(_("Share (%)"), null=True, blank=True)
    threat = one_to_five(_("How much they threaten us"))

    class Meta(Looked.Meta):
        default_related_name = "competitors"

    def __str__(self) -> str:
        return self.name


@tracked
class Scenario(Looked):
    """A future that may come; what it would mean for each priority is a `ScenarioEffect`."""

    name = models.CharField(_("Name"), max_length=200)
    story = models.TextField(_("Story"), blank=True)
    signposts = models.TextField(_("Signs that it is coming"), blank=True)
    likelihood = one_to_five(_("Likelihood"))
    impact = one_to_five(_("Impact"))
    year = models.PositiveSmallIntegerField(_("Around the year"), null=True, blank=True)

    class Meta(Looked.Meta):
        default_related_name = "scenarios"

    def __str__(self) -> str:
        return self.name


@tracked
class ScenarioEffect(models.Model):
    """What a scenario would mean for a priority: −2 (pointless) to 2 (all the more important)."""

    scenario = models.ForeignKey(Scenario, on_delete=models.CASCADE, related_name="effects")
    priority = models.ForeignKey(Priority, on_delete=models.CASCADE, related_name="scenario_effects")
    effect = models.SmallIntegerField(
        _("Effect"), default=0, validators=[MinValueValidator(-2), MaxValueValidator(2)]
    )
    meaning = models.TextField(_("What it would mean"), blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["scenario", "priority"], name="one_effect_a_scenario_and_priority"
            )
        ]

    def __str__(self) -> str:
        return f"{self.scenario_id} on {self.priority_id}: {self.effect}"


@tracked
class Assumption(Looked):
    """What the plan takes for granted. A tripwire makes it due for another look: once, until answered."""

    statement = models.CharField(_("Assumption"), max_length=500)
    basis = models.TextField(_("Why we believe it"), blank=True)
    confidence = one_to_five(_("How sure we are"))
    impact = one_to_five(_("How much depends on it"))
    state = models.CharField(
        _("State"), max_length=8, choices=AssumptionState.choices, default=AssumptionState.HOLDS
    )
    priority = models.ForeignKey(
        Priority, null=True, blank=True, on_delete=models.SET_NULL, related_name="assumptions"
    )
    objective = models.ForeignKey(
        Objective, null=True, blank=True, on_delete=models.SET_NULL, related_name="assumptions"
    )
    tripwire = models.CharField(
        _("Look again when"), max_length=4, choices=Tripwire.choices, default=Tripwire.NONE
    )
    kpi = models.ForeignKey(KPI, null=True, blank=True, on_delete=models.PROTECT, related_name="tripwires")
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    crossing = models.CharField(_("The KPI"), max_length=5, choices=Crossing.choices, blank=True, default="")
    threshold = models.FloatField(_("Threshold"), null=True, blank=True)
    trips_on = models.DateField(_("Date"), null=True, blank=True)
    tripped_at = models.DateTimeField(null=True, blank=True)
    tripped_by = models.CharField(max_length=300, blank=True, help_text="what tripped it, in words")
    tripped_for = models.DateField(
        null=True,
        blank=True,
        help_text="the date, or the end of the period, that tripped it last: only a later one trips again",
    )
    answer = models.TextField(_("What was decided"), blank=True)
    answered_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta(Looked.Meta):
        default_related_name = "assumptions"
        constraints = [
            models.CheckConstraint(
                condition=~Q(tripwire=Tripwire.KPI)
                | (Q(kpi__isnull=False, threshold__isnull=False) & ~Q(crossing="")),
                name="a_tripwire_on_a_kpi_names_its_threshold",
            ),
            models.CheckConstraint(
                condition=~Q(tripwire=Tripwire.DATE) | Q(trips_on__isnull=False),
                name="a_tripwire_on_a_date_names_it",
            ),
        ]

    def __str__(self) -> str:
        return self.statement
