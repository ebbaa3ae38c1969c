"""Matrices by which risks are rated, and how much the organisation is willing to bear."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from risks.enums import Scoring


@tracked
class RiskMatrix(models.Model):
    """Levels of likelihood and impact, how they make a score, and in which bands scores fall.

    `likelihoods`, `impacts`: from the lowest, 3 to 7 of {"label", "text"}. `table`: rows by likelihood, for
    the scoring `table`. `bands`: from the lowest, {"key", "label", "tone" (low, medium, high, extreme),
    "least" (score from which it begins), "review_months"}. Once a rating uses it, only a new version changes
    it: `follows` is the version before.
    """

    name = models.CharField(_("Name"), max_length=100)
    version = models.PositiveSmallIntegerField(default=1)
    follows = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by"
    )
    likelihoods = models.JSONField(default=list)
    impacts = models.JSONField(default=list)
    scoring = models.CharField(_("Score"), max_length=7, choices=Scoring.choices, default=Scoring.PRODUCT)
    table = models.JSONField(default=list, blank=True)
    bands = models.JSONField(default=list)
    is_current = models.BooleanField(_("In use"), default=False)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name", "-version"]
        verbose_name_plural = "risk matrices"
        constraints = [
            models.UniqueConstraint(fields=["name", "version"], name="versions_of_a_matrix_are_numbered"),
            models.UniqueConstraint(
                fields=["is_current"], condition=Q(is_current=True), name="one_matrix_is_in_use"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


@tracked
class RiskCategory(models.Model):
    """A kind of risk; `appetite`: the highest current score that is borne (on the matrix in use)."""

    name = models.CharField(_("Name"), max_length=100, unique=True)
    description = models.TextField(_("What belongs there"), blank=True)
    appetite = models.PositiveSmallIntegerField(
        _("Highest score we are willing to bear"), null=True, blank=True
    )
    appetite_words = models.TextField(_("In words"), blank=True)
    position = models.PositiveIntegerField(default=0)
    archived_on = models.DateField(_("Archived"), null=True, blank=True)

    class Meta:
        ordering = ["position", "name"]
        verbose_name_plural = "risk categories"

    def __str__(self) -> str:
        return self.name


@tracked
class LossAppetite(models.Model):
    """A point of the curve that is borne: a year's loss above `loss` at most with this probability."""

    loss = models.DecimalField(_("Loss in a year above"), max_digits=16, decimal_places=2, unique=True)
    probability = models.FloatField(
        _("at most with probability"), validators=[MinValueValidator(0), MaxValueValidator(1)]
    )

    class Meta:
        ordering = ["loss"]
        constraints = [
            models.CheckConstraint(condition=Q(probability__range=(0, 1)), name="a_probability_is_0_to_1")
        ]

    def __str__(self) -> str:
        return f"{self.loss} ≤ {self.probability:g}"
