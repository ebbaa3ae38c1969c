"""Stages of an initiative, what moves it on, and who may see it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """Where an initiative stands on its way from an idea to its end."""

    IDEA = "idea", _("Idea")
    PROPOSED = "proposed", _("Proposed")
    APPROVED = "approved", _("Approved")
    ACTIVE = "active", _("Active")
    ON_HOLD = "on_hold", _("On hold")
    COMPLETED = "completed", _("Completed")
    CANCELLED = "cancelled", _("Cancelled")


# Which stage may follow which; anything else is refused with 409.
STAGE_TRANSITIONS: dict[str, tuple[str, ...]] = {
    Stage.IDEA: (Stage.PROPOSED, Stage.CANCELLED),
    Stage.PROPOSED: (Stage.APPROVED, Stage.IDEA, Stage.CANCELLED),
    Stage.APPROVED: (Stage.ACTIVE, Stage.ON_HOLD, Stage.PROPOSED, Stage.CANCELLED),
    Stage.ACTIVE: (Stage.COMPLETED, Stage.ON_HOLD, Stage.CANCELLED),
    Stage.ON_HOLD: (Stage.ACTIVE, Stage.CANCELLED),
    Stage.COMPLETED: (Stage.ACTIVE,),
    Stage.CANCELLED: (Stage.IDEA,),
}

# Stages in which money, people and time are bound.
UNDER_WAY = (Stage.APPROVED, Stage.ACTIVE, Stage.ON_HOLD)
ENDED = (Stage.COMPLETED, Stage.CANCELLED)


class GateOutcome(models.TextChoices):
    """What was decided at a gate."""

    WAITING = "waiting", _("Waiting for a decision")
    PASSED = "passed", _("Passed")
    PASSED_IF = "passed_if", _("Passed with conditions")
    RETURNED = "returned", _("Returned")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Confidentiality(models.TextChoices):
    """Who may know of an initiative."""

    OPEN = "open", _("Everybody")
    RESTRICTED = "restricted", _("Its people, their heads and the leadership")


class Size(models.TextChoices):
    """How large an initiative is: the larger, the more its method asks for."""

    SMALL = "small", _("Small")
    MEDIUM = "medium", _("Medium")
    LARGE = "large", _("Large")


class Strength(models.IntegerChoices):
    """How much an initiative contributes to an objective."""

    SOME = 1, _("Some")
    STRONG = 2, _("Strong")
    DECISIVE = 3, _("Decisive")


class ElementKind(models.TextChoices):
    """What a method asks for."""

    ROLE = "role", _("Role")
    DELIVERABLE = "deliverable", _("Deliverable")
    CHECK = "check", _("Check")


class ElementState(models.TextChoices):
    """How an initiative answers what its method asks for."""

    OPEN = "open", _("Open")
    DONE = "done", _("Done")
    NOT_NEEDED = "not_needed", _("Not needed here")


class Verdict(models.TextChoices):
    """What somebody found of two initiatives that look alike."""

    DIFFERENT = "different", _("Not the same")
    RELATED = "related", _("Related: to be coordinated")
    MERGED = "merged", _("Merged into one")
