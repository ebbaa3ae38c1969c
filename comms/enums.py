"""What a report is about and how its sending went."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PeriodRule(models.TextChoices):
    """Which period a report is for, seen from the day of its run."""

    LAST_MONTH = "last_month", _("The last ended month")
    LAST_QUARTER = "last_quarter", _("The last ended quarter")
    LAST_YEAR = "last_year", _("The last ended fiscal year")


class DeliveryState(models.TextChoices):
    """How the sending of a run stands; claimed before it is done, so that nothing is sent twice."""

    FROZEN = "frozen", _("Frozen, not sent")
    CLAIMED = "claimed", _("Being sent")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Failed")
    UNKNOWN = "unknown", _("Unknown: the server's answer was lost")
