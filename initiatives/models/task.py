"""The action plan: tasks and milestones, what holds them, and what was agreed (baselines)."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from initiatives.enums import Bond, TaskKind
from initiatives.models.initiative import Initiative
from initiatives.models.method import MethodStage
from org.models import Department

_USER = settings.AUTH_USER_MODEL


@tracked
class Task(models.Model):
    """A piece of work or a milestone; `progress` in percent, `weight` its share of the initiative's work.

    `part_of`: the task that it is a part of (one level: a phase). A milestone has one day, `ends_on`.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="tasks")
    part_of = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="parts")
    kind = models.CharField(_("Kind"), max_length=9, choices=TaskKind.choices, default=TaskKind.TASK)
    name = models.CharField(_("Name"), max_length=300)
    description = models.TextField(_("Description"), blank=True)
    owner = models.ForeignKey(
        _USER, null=True, blank=True, on_delete=models.PROTECT, related_name="initiative_tasks"
    )
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    method_stage = models.ForeignKey(
        MethodStage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    starts_on = models.DateField(_("Start"), null=True, blank=True)
    ends_on = models.DateField(_("End"), null=True, blank=True)
    weight = models.FloatField(_("Weight"), default=1, validators=[MinValueValidator(0)])
    progress = models.PositiveSmallIntegerField(
        _("Progress in percent"), default=0, validators=[MaxValueValidator(100)]
    )
    done_on = models.DateField(_("Done"), null=True, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(progress__lte=100), name="no_task_is_done_more_than_whole"),
            models.CheckConstraint(condition=Q(weight__gte=0), name="no_task_weighs_less_than_nothing"),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="a_task_ends_after_its_start",
            ),
            models.CheckConstraint(
                condition=Q(kind=TaskKind.TASK) | Q(starts_on__isnull=True), name="a_milestone_is_one_day"
            ),
        ]
        indexes = [models.Index(fields=["ends_on"])]

    def __str__(self) -> str:
        return self.name


@tracked
class Dependency(models.Model):
    """That one task holds another, in one initiative or between two; `lag_days` after (negative: before)."""

    before = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="holds")
    after = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="waits_for")
    bond = models.CharField(
        _("The task after"), max_length=2, choices=Bond.choices, default=Bond.FINISH_START
    )
    lag_days = models.SmallIntegerField(_("Days between"), default=0)
    note = models.CharField(_("Why"), max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "dependencies"
        constraints = [
            models.UniqueConstraint(fields=["before", "after"], name="a_task_holds_another_once"),
            models.CheckConstraint(condition=~Q(before=F("after")), name="no_task_holds_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.before_id} → {self.after_id}"


@tracked
class Baseline(models.Model):
    """The action plan as it was agreed; a later one needs a reason. `budget`: the whole money agreed then."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="baselines")
    number = models.PositiveSmallIntegerField()
    reason = models.TextField(_("Reason"), blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    budget = models.DecimalField(max_digits=16, decimal_places=2, null=True, blank=True)
    set_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "number"], name="baselines_are_numbered")
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id} baseline {self.number}"


class BaselineTask(models.Model):
    """A task as a baseline knows it: its rows are never changed, so they need no history."""

    baseline = models.ForeignKey(Baseline, on_delete=models.CASCADE, related_name="tasks")
    task = models.ForeignKey(Task, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=9, choices=TaskKind.choices)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    weight = models.FloatField(default=1)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class PlanNotice(models.Model):
    """Told to an initiative's people: a task elsewhere moved, and one of theirs waits for it."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="notices")
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="+")
    moved = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="+")
    ended_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    delay_days = models.IntegerField(default=0)
    told_at = models.DateTimeField(auto_now_add=True)
    seen_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-told_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.moved_id} moved, {self.task_id} waits"
