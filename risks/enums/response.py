"""Actions, contingency plans, indicators, and exposure in numbers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MitigationState(models.TextChoices):
    """Where an action stands."""

    PLANNED = "planned", _("Planned")
    UNDER_WAY = "under_way", _("Under way")
    DONE = "done", _("Done")
    DROPPED = "dropped", _("Dropped")


class ContingencyState(models.TextChoices):
    """Whether a contingency plan waits, runs or has run."""

    READY = "ready", _("Ready")
    CALLED = "called", _("Called up")
    ENDED = "ended", _("Stood down")


class Crossing(models.TextChoices):
    """On which side of its thresholds an indicator warns."""

    ABOVE = "above", _("Above is bad")
    BELOW = "below", _("Below is bad")


class IndicatorState(models.TextChoices):
    """What an indicator's latest value says."""

    UNKNOWN = "unknown", _("No value yet")
    CALM = "calm", _("Calm")
    WARNING = "warning", _("Warning")
    TRIGGERED = "triggered", _("Triggered")


class Spread(models.TextChoices):
    """How the impact of a risk in money is spread."""

    THREE_POINT = "three_point", _("Lowest, most likely, highest (PERT)")
    LOGNORMAL = "lognormal", _("5 % and 95 % (lognormal)")
