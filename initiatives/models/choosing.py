"""Choosing: scoring by criteria, and scenarios of the best portfolio under limits."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked, tracked_without
from initiatives.enums import Axis, Better, ScoringState, SolvingState
from initiatives.models.initiative import Initiative
from strategy.models import Plan

_USER = settings.AUTH_USER_MODEL


@tracked
class ScoringCriterion(models.Model):
    """By what the organisation compares initiatives; scored from 1 to 5."""

    name = models.CharField(_("Name"), max_length=100)
    help = models.TextField(_("What 1 and 5 mean"), blank=True)
    weight = models.FloatField(_("Weight"), default=1, validators=[MinValueValidator(0)])
    better = models.CharField(
        _("Which way is better"), max_length=4, choices=Better.choices, default=Better.HIGH
    )
    axis = models.CharField(_("In the picture"), max_length=6, choices=Axis.choices, default=Axis.VALUE)
    position = models.PositiveIntegerField(default=0)
    archived_on = models.DateField(_("Archived"), null=True, blank=True)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name_plural = "scoring criteria"
        constraints = [
            models.CheckConstraint(condition=Q(weight__gte=0), name="a_criterion_weighs_nothing_or_more")
        ]

    def __str__(self) -> str:
        return self.name


@tracked
class ScoringRound(models.Model):
    """Initiatives put to several scorers, each on their own until it is closed."""

    name = models.CharField(_("Name"), max_length=200)
    note = models.TextField(_("What is asked"), blank=True)
    state = models.CharField(
        _("State"), max_length=6, choices=ScoringState.choices, default=ScoringState.OPEN
    )
    closes_on = models.DateField(_("Scores by"), null=True, blank=True)
    initiatives = models.ManyToManyField(Initiative, related_name="scoring_rounds", blank=True)
    begun_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-begun_at"]

    def __str__(self) -> str:
        return self.name


@tracked
class Scorer(models.Model):
    """Somebody who is asked to score in a round; `done_at`: when they said that they are through."""

    round = models.ForeignKey(ScoringRound, on_delete=models.CASCADE, related_name="scorers")
    person = models.ForeignKey(_USER, on_delete=models.CASCADE, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "person"], name="a_person_scores_a_round_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.round_id}"


@tracked
class Score(models.Model):
    """What one scorer gave one initiative by one criterion, from 1 to 5."""

    round = models.ForeignKey(ScoringRound, on_delete=models.CASCADE, related_name="scores")
    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(ScoringCriterion, on_delete=models.PROTECT, related_name="scores")
    scorer = models.ForeignKey(_USER, on_delete=models.CASCADE, related_name="+")
    value = models.PositiveSmallIntegerField(
        _("Score"), validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    note = models.CharField(_("Why"), max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "initiative", "criterion", "scorer"], name="a_scorer_scores_a_criterion_once"
            ),
            models.CheckConstraint(condition=Q(value__range=(1, 5)), name="a_score_is_one_to_five"),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id} {self.criterion_id}: {self.value}"


# What is computed from the question would fill the history each time the worker tells how far it is.
@tracked_without("inputs", "progress", "result")
class Scenario(models.Model):
    """A question to the optimiser with its answer: which initiatives, when, under which limits.

    `settings`: the limits as asked (`initiatives/optimising`). `inputs`: value, cost and people of each
    initiative as read when it was computed. `result`: what was found. `progress`: what the worker told last.
    """

    name = models.CharField(_("Name"), max_length=200)
    note = models.TextField(_("What is to be found out"), blank=True)
    plan = models.ForeignKey(Plan, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    round = models.ForeignKey(
        ScoringRound, null=True, blank=True, on_delete=models.PROTECT, related_name="scenarios"
    )
    first_year = models.PositiveSmallIntegerField(_("First fiscal year"))
    years = models.PositiveSmallIntegerField(
        _("Years"), default=3, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )
    settings = models.JSONField(default=dict, blank=True)
    inputs = models.JSONField(default=dict, blank=True)
    state = models.CharField(
        _("State"), max_length=11, choices=SolvingState.choices, default=SolvingState.DRAFT
    )
    progress = models.JSONField(default=dict, blank=True)
    result = models.JSONField(default=dict, blank=True)
    cancel_wanted = models.BooleanField(default=False)
    made_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    adopted_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    adopted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.name
