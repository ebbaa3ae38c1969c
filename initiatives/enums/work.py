"""Tasks, their bonds, and what is reported of an initiative."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TaskKind(models.TextChoices):
    """Work that takes time, or an event that marks it."""

    TASK = "task", _("Task")
    MILESTONE = "milestone", _("Milestone")


class Bond(models.TextChoices):
    """Which end of the task before holds which end of the task after."""

    FINISH_START = "fs", _("starts after the end")
    START_START = "ss", _("starts after the start")
    FINISH_FINISH = "ff", _("ends after the end")
    START_FINISH = "sf", _("ends after the start")


class Cadence(models.TextChoices):
    """How often a status update is due."""

    WEEKLY = "weekly", _("Every week")
    FORTNIGHTLY = "fortnightly", _("Every two weeks")
    MONTHLY = "monthly", _("Every month")
    QUARTERLY = "quarterly", _("Every quarter")
    NEVER = "never", _("None")


class Rag(models.TextChoices):
    """A judgement of schedule, cost or scope."""

    GREEN = "green", _("On course")
    AMBER = "amber", _("At risk")
    RED = "red", _("Off course")


class UpdateState(models.TextChoices):
    """A status update is written, then handed in."""

    DRAFT = "draft", _("Being written")
    SUBMITTED = "submitted", _("Handed in")


class Realised(models.TextChoices):
    """What a look at a benefit found."""

    YES = "yes", _("Realised")
    PARTLY = "partly", _("Partly realised")
    NOT_YET = "not_yet", _("Not yet")
    NO = "no", _("Not realised")
