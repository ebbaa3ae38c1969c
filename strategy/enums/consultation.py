"""Consultation rounds and what people say in them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ConsultationState(models.TextChoices):
    """Where a consultation round stands."""

    PREPARED = "prepared", _("Being prepared")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


CONSULTATION_TRANSITIONS: dict[str, tuple[str, ...]] = {
    ConsultationState.PREPARED: (ConsultationState.OPEN,),
    ConsultationState.OPEN: (ConsultationState.CLOSED,),
    ConsultationState.CLOSED: (ConsultationState.OPEN,),
}


class RemarkKind(models.TextChoices):
    """What somebody does with an element of a plan."""

    COMMENT = "comment", _("Comments")
    PROPOSAL = "proposal", _("Proposes another wording")
    ENDORSEMENT = "endorsement", _("Endorses")
    OBJECTION = "objection", _("Objects")


class RemarkOutcome(models.TextChoices):
    """What the strategy office made of a remark; none: still open."""

    OPEN = "", _("Open")
    TAKEN_UP = "taken_up", _("Taken up")
    PARTLY = "partly", _("Taken up in part")
    NOT_TAKEN_UP = "not_taken_up", _("Not taken up")
    NOTED = "noted", _("Noted")


class Element(models.TextChoices):
    """What of a plan a remark is about."""

    PLAN = "plan", _("The plan as a whole")
    VISION = "vision", _("Vision")
    MISSION = "mission", _("Mission")
    VALUE = "value", _("Value")
    PRIORITY = "priority", _("Priority")
    OBJECTIVE = "objective", _("Objective")
    GOAL = "goal", _("Goal")
