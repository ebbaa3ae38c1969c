"""Risks in numbers: how likely in a year, how much it would cost, and what all of them come to."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from risks.enums import Spread
from risks.models.risk import Risk

_USER = settings.AUTH_USER_MODEL


@tracked
class RiskQuantity(models.Model):
    """Probability in a year and impact in money, now and once the response is done (`after_…`).

    `low`, `likely`, `high`: with the spread `three_point` lowest, most likely and highest; with `lognormal`
    the 5 % and 95 % points (`likely` unused). An opportunity brings what a threat costs.
    """

    risk = models.OneToOneField(Risk, on_delete=models.CASCADE, related_name="quantity")
    probability = models.FloatField(
        _("Probability in a year"), validators=[MinValueValidator(0), MaxValueValidator(1)]
    )
    spread = models.CharField(
        _("Spread of the impact"), max_length=11, choices=Spread.choices, default=Spread.THREE_POINT
    )
    low = models.FloatField(_("Lowest"))
    likely = models.FloatField(_("Most likely"), null=True, blank=True)
    high = models.FloatField(_("Highest"))
    after_probability = models.FloatField(
        _("Probability once the response is done"),
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
    )
    after_factor = models.FloatField(
        _("Share of the impact that remains"), null=True, blank=True, validators=[MinValueValidator(0)]
    )
    basis = models.TextField(_("What it rests on"), blank=True)
    estimated_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    estimated_on = models.DateField(_("As of"), null=True, blank=True)

    class Meta:
        verbose_name_plural = "risk quantities"
        constraints = [
            models.CheckConstraint(
                condition=Q(probability__range=(0, 1)), name="a_risks_probability_is_0_to_1"
            ),
            models.CheckConstraint(
                condition=Q(low__gte=0) & Q(high__gte=models.F("low")), name="an_impact_goes_from_low_to_high"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.risk_id} {self.probability:g}"


@tracked
class ExposureRun(models.Model):
    """A computed exposure: its seed, the risks as they stood, and what came out; reproducible from both."""

    name = models.CharField(_("Name"), max_length=200)
    seed = models.PositiveBigIntegerField(_("Seed"), default=1)
    years = models.PositiveIntegerField(_("Simulated years"), default=100_000)
    inputs = models.JSONField(default=dict)
    result = models.JSONField(default=dict)
    made_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.name
