"""What an initiative takes: people by skill and month, money by year, shared technology."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from initiatives.enums import MoneyKind, TechnologyKind
from initiatives.models.initiative import Initiative
from org.models import Department

_USER = settings.AUTH_USER_MODEL


@tracked
class Skill(models.Model):
    """A role or skill by which people are planned."""

    code = models.SlugField(_("Code"), max_length=40, unique=True)
    name = models.CharField(_("Name"), max_length=100)
    archived_on = models.DateField(_("Archived"), null=True, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@tracked
class Capacity(models.Model):
    """How many full-time people of a skill a department has for initiatives, from month to month.

    Both months are included and stand as their first days; no last month: until further notice.
    """

    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+")
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="capacities")
    first_month = models.DateField(_("From"))
    last_month = models.DateField(_("To"), null=True, blank=True)
    fte = models.FloatField(_("FTE"))
    note = models.CharField(_("Note"), max_length=300, blank=True)

    class Meta:
        ordering = ["department", "skill", "first_month"]
        verbose_name_plural = "capacities"
        constraints = [
            models.CheckConstraint(condition=Q(fte__gte=0), name="capacity_is_not_negative"),
            models.CheckConstraint(
                condition=Q(last_month__isnull=True) | Q(last_month__gte=F("first_month")),
                name="capacity_ends_after_its_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.department_id} {self.skill_id} {self.fte:g}"


@tracked
class Allocation(models.Model):
    """People of a skill that an initiative takes from a department, from month to month (both included)."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="allocations")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+")
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="allocations")
    person = models.ForeignKey(
        _USER, null=True, blank=True, on_delete=models.PROTECT, related_name="allocations"
    )
    first_month = models.DateField(_("From"))
    last_month = models.DateField(_("To"))
    fte = models.FloatField(_("FTE"))
    note = models.CharField(_("Note"), max_length=300, blank=True)

    class Meta:
        ordering = ["first_month", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(fte__gte=0), name="an_allocation_is_not_negative"),
            models.CheckConstraint(
                condition=Q(last_month__gte=F("first_month")), name="an_allocation_ends_after_its_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id} {self.skill_id} {self.fte:g}"


@tracked
class FundingSource(models.Model):
    """Where money comes from."""

    name = models.CharField(_("Name"), max_length=100, unique=True)
    archived_on = models.DateField(_("Archived"), null=True, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@tracked
class MoneyLine(models.Model):
    """The money of an initiative in a fiscal year, of one kind and from one source.

    Amounts in the organisation's currency: `budget` agreed, `committed` by contract, `actual` spent so far,
    `forecast` for the whole year as expected now. None: not known, which is not zero.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="money")
    year = models.PositiveSmallIntegerField(_("Fiscal year"))
    kind = models.CharField(_("Kind"), max_length=9, choices=MoneyKind.choices, default=MoneyKind.OPERATING)
    source = models.ForeignKey(
        FundingSource, null=True, blank=True, on_delete=models.PROTECT, related_name="money"
    )
    budget = models.DecimalField(_("Budget"), max_digits=16, decimal_places=2, null=True, blank=True)
    committed = models.DecimalField(_("Committed"), max_digits=16, decimal_places=2, null=True, blank=True)
    actual = models.DecimalField(_("Spent"), max_digits=16, decimal_places=2, null=True, blank=True)
    forecast = models.DecimalField(_("Forecast"), max_digits=16, decimal_places=2, null=True, blank=True)
    note = models.CharField(_("Note"), max_length=300, blank=True)

    class Meta:
        ordering = ["year", "kind", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "year", "kind", "source"],
                nulls_distinct=False,
                name="money_of_a_year_stands_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id} {self.year} {self.kind}"


@tracked
class Technology(models.Model):
    """A system, licence pool, environment or equipment that initiatives share; `quantity` none: unlimited."""

    code = models.SlugField(_("Code"), max_length=40, unique=True)
    name = models.CharField(_("Name"), max_length=200)
    kind = models.CharField(
        _("Kind"), max_length=11, choices=TechnologyKind.choices, default=TechnologyKind.SYSTEM
    )
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    quantity = models.FloatField(_("How much there is"), null=True, blank=True)
    unit = models.CharField(_("Counted in"), max_length=40, blank=True)
    description = models.TextField(_("Description"), blank=True)
    archived_on = models.DateField(_("Archived"), null=True, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "technologies"

    def __str__(self) -> str:
        return self.name


@tracked
class TechnologyUse(models.Model):
    """That an initiative needs so much of a technology from one day to another."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="technologies")
    technology = models.ForeignKey(Technology, on_delete=models.PROTECT, related_name="uses")
    quantity = models.FloatField(_("How much"), default=1)
    starts_on = models.DateField(_("From"), null=True, blank=True)
    ends_on = models.DateField(_("To"), null=True, blank=True)
    note = models.CharField(_("Note"), max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(quantity__gte=0), name="a_use_is_not_negative"),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="a_use_ends_after_its_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id} uses {self.technology_id}"
