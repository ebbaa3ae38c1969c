"""Dates of the strategy's year."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DateKind(models.TextChoices):
    """What happens on a date of the strategy calendar."""

    PLANNING = "planning", _("Planning")
    REVIEW = "review", _("Review")
    BUDGET = "budget", _("Budget")
    REPORTING = "reporting", _("Reporting")
    OTHER = "other", _("Other")


class Repetition(models.TextChoices):
    """How often a date comes back."""

    ONCE = "once", _("Once")
    MONTHLY = "monthly", _("Every month")
    QUARTERLY = "quarterly", _("Every quarter")
    YEARLY = "yearly", _("Every year")
