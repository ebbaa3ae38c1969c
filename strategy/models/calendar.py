"""The strategy's year, and the charter of the office that runs it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked, tracked_without
from org.models import Department
from strategy.enums import DateKind, Repetition
from strategy.models.plan import Plan

_USER = settings.AUTH_USER_MODEL


@tracked
class StrategyDate(models.Model):
    """A date of the strategy calendar, perhaps over some days, perhaps coming back until a day."""

    name = models.CharField(_("Name"), max_length=200)
    kind = models.CharField(_("Kind"), max_length=10, choices=DateKind.choices, default=DateKind.PLANNING)
    starts_on = models.DateField(_("On"))
    ends_on = models.DateField(_("Until"), null=True, blank=True)
    repeats = models.CharField(
        _("Comes back"), max_length=10, choices=Repetition.choices, default=Repetition.ONCE
    )
    repeats_until = models.DateField(_("For the last time before"), null=True, blank=True)
    plan = models.ForeignKey(Plan, null=True, blank=True, on_delete=models.CASCADE, related_name="dates")
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    owner = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(_("Note"), blank=True)

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="a_date_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.name


@tracked_without("digest", "last_used_at")
class CalendarFeed(models.Model):
    """A secret address from which one person's calendar program reads; only its hash is kept."""

    person = models.OneToOneField(_USER, on_delete=models.CASCADE, related_name="calendar_feed")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"calendar of {self.person_id}"


@tracked
class Charter(models.Model):
    """What the strategy office is for; there is at most one row."""

    mandate = models.TextField(_("Mandate"), blank=True)
    authority = models.TextField(_("What it may decide"), blank=True)
    principles = models.TextField(_("How it works"), blank=True)
    approved_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    approved_on = models.DateField(_("Approved on"), null=True, blank=True)
    review_on = models.DateField(_("Look at it again on"), null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="one_charter")]

    def __str__(self) -> str:
        return "Charter"


@tracked
class CharterMember(models.Model):
    """Somebody of the strategy office, and their part in it."""

    person = models.OneToOneField(_USER, on_delete=models.CASCADE, related_name="+")
    part = models.CharField(_("Part"), max_length=200)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.part}"


@tracked
class CharterService(models.Model):
    """What the strategy office does for others."""

    name = models.CharField(_("Service"), max_length=200)
    description = models.TextField(_("What it is"), blank=True)
    audience = models.CharField(_("For whom"), max_length=200, blank=True)
    contact = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name
