"""Goals, how departments take part in objectives, and what people say of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class GoalState(models.TextChoices):
    """What became of a SMART goal."""

    OPEN = "open", _("Open")
    REACHED = "reached", _("Reached")
    MISSED = "missed", _("Missed")
    DROPPED = "dropped", _("Dropped")


GOAL_TRANSITIONS: dict[str, tuple[str, ...]] = {
    GoalState.OPEN: (GoalState.REACHED, GoalState.MISSED, GoalState.DROPPED),
    GoalState.REACHED: (GoalState.OPEN,),
    GoalState.MISSED: (GoalState.OPEN,),
    GoalState.DROPPED: (GoalState.OPEN,),
}


class Assessment(models.TextChoices):
    """How the owner sees an objective in a period, beside what is computed."""

    GREEN = "green", _("On target")
    AMBER = "amber", _("Near target")
    RED = "red", _("Off target")


class SupportKind(models.TextChoices):
    """How a department's objective relates to one above it."""

    SUPPORTS = "supports", _("Supports it")
    ADOPTS = "adopts", _("Adopts it as it is")


class Influence(models.TextChoices):
    """Direction of a cause-and-effect link."""

    HELPS = "helps", _("The more, the better")
    HINDERS = "hinders", _("The more, the worse")


class ActivityState(models.TextChoices):
    """Where an operational activity or a step stands."""

    PLANNED = "planned", _("Planned")
    UNDER_WAY = "under_way", _("Under way")
    DONE = "done", _("Done")
    DROPPED = "dropped", _("Dropped")
