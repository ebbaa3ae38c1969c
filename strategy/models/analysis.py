"""What an organisation sees when it looks around: items, rounds in which people collect them, options."""

from typing import cast

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from kpis.models import KPI
from strategy.enums import (
    Category,
    Course,
    Horizon,
    ItemState,
    Lens,
    OptionKind,
    OptionState,
    Quadrant,
    RoundState,
)
from strategy.models.plan import Plan
from strategy.models.structure import Priority

_USER = settings.AUTH_USER_MODEL


def one_to_five(label: Promise | str) -> models.PositiveSmallIntegerField:
    """A rating from 1 (least) to 5 (most); none: not rated."""
    return models.PositiveSmallIntegerField(
        cast(str, label), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )


@tracked
class AnalysisRound(models.Model):
    """A question to invited people: first each writes their own items, then all see, merge and vote."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="rounds")
    name = models.CharField(_("Name"), max_length=200)
    question = models.TextField(_("What is asked"), blank=True)
    lens = models.CharField(_("Lens"), max_length=8, choices=Lens.choices, default=Lens.SWOT)
    state = models.CharField(
        _("State"), max_length=10, choices=RoundState.choices, default=RoundState.COLLECTING
    )
    dots = models.PositiveSmallIntegerField(_("Votes for each person"), default=5)
    closes_on = models.DateField(_("Answers by"), null=True, blank=True)
    begun_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-begun_at"]

    def __str__(self) -> str:
        return self.name


@tracked
class RoundInvitation(models.Model):
    """Somebody who is asked in a round; `done_at`: when they said that they have nothing to add."""

    round = models.ForeignKey(AnalysisRound, on_delete=models.CASCADE, related_name="invitations")
    person = models.ForeignKey(_USER, on_delete=models.CASCADE, related_name="+")
    invited_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "person"], name="a_person_is_invited_to_a_round_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.round_id}"


@tracked
class AnalysisItem(models.Model):
    """One thing that was seen through a lens, with its evidence; `quadrant`: its place on the SWOT board."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="analysis_items")
    lens = models.CharField(_("Lens"), max_length=8, choices=Lens.choices, default=Lens.SWOT)
    category = models.CharField(_("Field"), max_length=14, choices=Category.choices, blank=True, default="")
    quadrant = models.CharField(
        _("On the SWOT board"), max_length=12, choices=Quadrant.choices, blank=True, default=""
    )
    statement = models.CharField(_("Statement"), max_length=500)
    detail = models.TextField(_("Explanation"), blank=True)
    evidence = models.TextField(_("Evidence"), blank=True)
    evidence_url = models.URLField(_("Source on the web"), max_length=1000, blank=True)
    kpi = models.ForeignKey(KPI, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    impact = one_to_five(_("Impact"))
    likelihood = one_to_five(_("Likelihood"))
    course = models.CharField(_("Course"), max_length=8, choices=Course.choices, blank=True, default="")
    horizon = models.CharField(
        _("When it matters"), max_length=8, choices=Horizon.choices, blank=True, default=""
    )
    owner = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    review_on = models.DateField(_("Look at it again on"), null=True, blank=True)
    state = models.CharField(_("State"), max_length=8, choices=ItemState.choices, default=ItemState.SHARED)
    round = models.ForeignKey(
        AnalysisRound, null=True, blank=True, on_delete=models.PROTECT, related_name="items"
    )
    contributor = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )
    position = models.PositiveIntegerField(default=0)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(lens=Lens.SWOT, category="") & ~Q(quadrant=""))
                | (~Q(lens=Lens.SWOT) & ~Q(category="")),
                name="an_item_stands_in_a_field",
            ),
            models.CheckConstraint(
                condition=Q(state=ItemState.MERGED) ^ Q(merged_into__isnull=True),
                name="a_merged_item_says_into_which",
            ),
        ]
        indexes = [
            GinIndex(fields=["statement"], opclasses=["gin_trgm_ops"], name="analysis_item_statement_trgm")
        ]

    def __str__(self) -> str:
        return self.statement


class ItemVote(models.Model):
    """The dots that somebody gave to an item."""

    item = models.ForeignKey(AnalysisItem, on_delete=models.CASCADE, related_name="votes")
    person = models.ForeignKey(_USER, on_delete=models.CASCADE, related_name="+")
    dots = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "person"], name="one_vote_a_person_and_item"),
            models.CheckConstraint(condition=Q(dots__gte=1), name="a_vote_has_a_dot"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.dots} on {self.item_id}"


@tracked
class StrategicOption(models.Model):
    """What could be done about a pair (or more) of items; chosen, it became a priority."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="options")
    kind = models.CharField(_("Kind"), max_length=2, choices=OptionKind.choices)
    name = models.CharField(_("Name"), max_length=300)
    description = models.TextField(_("Description"), blank=True)
    items = models.ManyToManyField(AnalysisItem, related_name="options", blank=True)
    value = one_to_five(_("Value"))
    effort = one_to_five(_("Effort"))
    state = models.CharField(
        _("State"), max_length=10, choices=OptionState.choices, default=OptionState.CONSIDERED
    )
    reason = models.TextField(_("Why it was chosen or dropped"), blank=True)
    priority = models.ForeignKey(
        Priority, null=True, blank=True, on_delete=models.SET_NULL, related_name="options"
    )
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


@tracked
class PairedItem(StrategicOption.items.through):  # type: ignore[name-defined]
    """That an option pairs an item: the rows of `StrategicOption.items`, with a history."""

    class Meta:
        proxy = True
        verbose_name = _("Item that an option pairs")


@tracked
class PriorityAnswer(models.Model):
    """That a priority answers an item of the analysis."""

    priority = models.ForeignKey(Priority, on_delete=models.CASCADE, related_name="answers")
    item = models.ForeignKey(AnalysisItem, on_delete=models.PROTECT, related_name="answered_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["priority", "item"], name="a_priority_answers_an_item_once")
        ]

    def __str__(self) -> str:
        return f"{self.priority_id} answers {self.item_id}"
