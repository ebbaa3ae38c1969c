"""What a risk is, where it stands, and what is done about it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RiskKind(models.TextChoices):
    """Whether it threatens or favours."""

    THREAT = "threat", _("Threat")
    OPPORTUNITY = "opportunity", _("Opportunity")


class RiskState(models.TextChoices):
    """Where a risk stands in the register."""

    PROPOSED = "proposed", _("Proposed")
    OPEN = "open", _("Open")
    OCCURRED = "occurred", _("Has occurred")
    CLOSED = "closed", _("Closed")


# Which state may follow which; anything else is refused with 409.
RISK_TRANSITIONS: dict[str, tuple[str, ...]] = {
    RiskState.PROPOSED: (RiskState.OPEN, RiskState.CLOSED),
    RiskState.OPEN: (RiskState.OCCURRED, RiskState.CLOSED),
    RiskState.OCCURRED: (RiskState.OPEN, RiskState.CLOSED),
    RiskState.CLOSED: (RiskState.OPEN,),
}


class Confidentiality(models.TextChoices):
    """Who may know of a risk."""

    OPEN = "open", _("All who work with risks")
    RESTRICTED = "restricted", _("Its owner, its head and the leadership")


class Response(models.TextChoices):
    """What is done about a threat (the first four) or an opportunity (the last four)."""

    AVOID = "avoid", _("Avoid")
    REDUCE = "reduce", _("Reduce")
    TRANSFER = "transfer", _("Transfer")
    ACCEPT = "accept", _("Accept")
    EXPLOIT = "exploit", _("Exploit")
    ENHANCE = "enhance", _("Enhance")
    SHARE = "share", _("Share")


RESPONSES: dict[str, tuple[str, ...]] = {
    RiskKind.THREAT: (Response.AVOID, Response.REDUCE, Response.TRANSFER, Response.ACCEPT),
    RiskKind.OPPORTUNITY: (Response.EXPLOIT, Response.ENHANCE, Response.SHARE, Response.ACCEPT),
}


class Side(models.TextChoices):
    """On which side of the event something stands."""

    CAUSE = "cause", _("Before the event")
    CONSEQUENCE = "consequence", _("After the event")


class ReviewOutcome(models.TextChoices):
    """What a review came to."""

    KEPT = "kept", _("Kept as it is")
    CHANGED = "changed", _("Changed")
    ESCALATED = "escalated", _("Escalated")
    CLOSED = "closed", _("Closed")
