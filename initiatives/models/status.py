"""What is reported of an initiative, the questions asked about it, and what it brought in the end."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from initiatives.enums import Rag, Realised, UpdateState
from initiatives.models.initiative import Initiative
from kpis.models import KPI
from org.models import Department

_USER = settings.AUTH_USER_MODEL


@tracked
class StatusUpdate(models.Model):
    """What the lead or the head reports for a day on which an update was due.

    `computed`: what plan, money and earned value said when it was handed in.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="updates")
    due_on = models.DateField(_("For"))
    state = models.CharField(_("State"), max_length=9, choices=UpdateState.choices, default=UpdateState.DRAFT)
    progress = models.PositiveSmallIntegerField(
        _("Progress in percent"), null=True, blank=True, validators=[MaxValueValidator(100)]
    )
    done = models.TextField(_("What was done"), blank=True)
    next = models.TextField(_("What is next"), blank=True)
    help_needed = models.TextField(_("Help needed"), blank=True)
    schedule = models.CharField(_("Schedule"), max_length=5, choices=Rag.choices, blank=True, default="")
    schedule_reason = models.TextField(_("Why"), blank=True)
    cost = models.CharField(_("Cost"), max_length=5, choices=Rag.choices, blank=True, default="")
    cost_reason = models.TextField(_("Why"), blank=True)
    scope = models.CharField(_("Scope"), max_length=5, choices=Rag.choices, blank=True, default="")
    scope_reason = models.TextField(_("Why"), blank=True)
    computed = models.JSONField(default=dict, blank=True)
    author = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(auto_now_add=True)
    submitted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-due_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "due_on"], name="one_update_for_a_due_day"),
            models.CheckConstraint(
                condition=Q(state=UpdateState.DRAFT) | Q(submitted_at__isnull=False),
                name="an_update_handed_in_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id} {self.due_on}"


@tracked
class UpdateQuestion(models.Model):
    """A question about an update (why green, where the figures say red?) and its answer."""

    update = models.ForeignKey(StatusUpdate, on_delete=models.CASCADE, related_name="questions")
    text = models.TextField(_("Question"))
    asked_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    answer = models.TextField(_("Answer"), blank=True)
    answered_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "pk"]

    def __str__(self) -> str:
        return self.text[:80]


@tracked
class Benefit(models.Model):
    """What an initiative is to bring: a KPI moved by `expected` from its baseline, money a year, or words.

    `department`: whose series of the KPI is meant; none: the organisation's.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="benefits")
    name = models.CharField(_("Benefit"), max_length=300)
    description = models.TextField(_("How it comes about"), blank=True)
    kpi = models.ForeignKey(
        KPI, null=True, blank=True, on_delete=models.PROTECT, related_name="expected_effects"
    )
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    baseline = models.FloatField(_("Before"), null=True, blank=True)
    baseline_on = models.DateField(_("Before, as of"), null=True, blank=True)
    expected = models.FloatField(_("Expected change"), null=True, blank=True)
    money_a_year = models.DecimalField(
        _("Money a year"), max_digits=16, decimal_places=2, null=True, blank=True
    )
    due_on = models.DateField(_("By"), null=True, blank=True)
    check_on = models.DateField(_("Look at it on"), null=True, blank=True)
    owner = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


@tracked
class BenefitCheck(models.Model):
    """A look at a benefit: what was realised by then, and whether that is what was expected."""

    benefit = models.ForeignKey(Benefit, on_delete=models.CASCADE, related_name="checks")
    checked_on = models.DateField(_("As of"))
    verdict = models.CharField(_("Finding"), max_length=7, choices=Realised.choices)
    realised = models.FloatField(_("Change so far"), null=True, blank=True)
    money = models.DecimalField(_("Money a year"), max_digits=16, decimal_places=2, null=True, blank=True)
    note = models.TextField(_("What was found"), blank=True)
    checked_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    checked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-checked_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.benefit_id} {self.checked_on}: {self.verdict}"
