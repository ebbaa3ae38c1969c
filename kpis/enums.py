"""What a KPI can be, as the engine understands it, in words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Frequency(models.TextChoices):
    """How often a KPI is reported."""

    DAY = "day", _("Daily")
    WEEK = "week", _("Weekly")
    MONTH = "month", _("Monthly")
    QUARTER = "quarter", _("Quarterly")
    HALF = "half", _("Half-yearly")
    YEAR = "year", _("Yearly")


class Direction(models.TextChoices):
    """Which way is better."""

    UP = "up", _("Higher is better")
    DOWN = "down", _("Lower is better")
    BAND = "band", _("Inside a band is better")


class TimeRollup(models.TextChoices):
    """How native periods make a longer one."""

    SUM = "sum", _("Sum")
    MEAN = "mean", _("Mean")
    MIN = "min", _("Lowest")
    MAX = "max", _("Highest")
    LAST = "last", _("Latest")


class DepartmentRollup(models.TextChoices):
    """How the departments of a subtree make their parent's value."""

    SUM = "sum", _("Sum")
    MEAN = "mean", _("Mean")
    WEIGHTED = "weighted", _("Weighted mean")
    MIN = "min", _("Lowest")
    MAX = "max", _("Highest")
    NONE = "none", _("Each stands alone")


class OwnValue(models.TextChoices):
    """What a department's own value does to those below it."""

    ADDS = "adds", _("Adds to those below")
    REPLACES = "replaces", _("Replaces those below")


class Kind(models.TextChoices):
    """Where the value comes from."""

    REPORTED = "reported", _("Reported")
    FORMULA = "formula", _("Computed by a formula")


class MissingPolicy(models.TextChoices):
    """What stands in for a value that was not reported."""

    LEAVE = "leave", _("Leave it missing")
    ZERO = "zero", _("Count it as zero")
    CARRY = "carry", _("Carry the last value on")


class Tendency(models.TextChoices):
    """Whether a KPI tells early or afterwards."""

    LEADING = "leading", _("Leading")
    LAGGING = "lagging", _("Lagging")


class DataQuality(models.TextChoices):
    """How far a KPI's values can be relied upon, as its owner rates them."""

    HIGH = "high", _("High: checked at its source")
    MEDIUM = "medium", _("Medium: plausible, checked now and then")
    LOW = "low", _("Low: an estimate")


class MeasurementState(models.TextChoices):
    """Where a value stands on its way to count; only an approved one does."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Waiting for approval")
    RETURNED = "returned", _("Returned")
    APPROVED = "approved", _("Approved")


NEXT_STATES = {
    MeasurementState.DRAFT: (MeasurementState.SUBMITTED,),
    MeasurementState.SUBMITTED: (MeasurementState.APPROVED, MeasurementState.RETURNED),
    MeasurementState.RETURNED: (MeasurementState.SUBMITTED,),
    MeasurementState.APPROVED: (),
}
"""From which state a value may pass to which; a correction of an approved one is a value of its own."""


class OverrideStatus(models.TextChoices):
    """What a status may be set to by hand."""

    GREEN = "green", _("On target")
    AMBER = "amber", _("Near target")
    RED = "red", _("Off target")
