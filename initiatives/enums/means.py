"""Money, technology, and the states of choosing a portfolio."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MoneyKind(models.TextChoices):
    """Money for the daily run of things, or money that makes something lasting."""

    OPERATING = "operating", _("Operating")
    CAPITAL = "capital", _("Capital")


class TechnologyKind(models.TextChoices):
    """What initiatives share besides people and money."""

    SYSTEM = "system", _("System")
    LICENCE = "licence", _("Licences")
    ENVIRONMENT = "environment", _("Environment")
    EQUIPMENT = "equipment", _("Equipment")


class Better(models.TextChoices):
    """Whether a high score speaks for an initiative (value) or against it (effort)."""

    HIGH = "high", _("More is better")
    LOW = "low", _("Less is better")


class Axis(models.TextChoices):
    """On which axis of the value and effort picture a criterion counts."""

    VALUE = "value", _("Value")
    EFFORT = "effort", _("Effort")


class ScoringState(models.TextChoices):
    """A round of scoring is open until it is closed."""

    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


class SolvingState(models.TextChoices):
    """Where the computing of a scenario stands."""

    DRAFT = "draft", _("Not computed yet")
    WAITING = "waiting", _("Waiting for a worker")
    RUNNING = "running", _("Computing")
    SOLVED = "solved", _("Best portfolio found")
    BEST_SO_FAR = "best_so_far", _("Best found in the time")
    NO_SOLUTION = "no_solution", _("The limits contradict each other")
    CANCELLED = "cancelled", _("Cancelled")
    FAILED = "failed", _("Could not be computed")


class Dimension(models.TextChoices):
    """What somebody needs to come along with a change (awareness to reinforcement)."""

    AWARENESS = "awareness", _("Awareness: knows that and why")
    DESIRE = "desire", _("Desire: wants it")
    KNOWLEDGE = "knowledge", _("Knowledge: knows how")
    ABILITY = "ability", _("Ability: can do it")
    REINFORCEMENT = "reinforcement", _("Reinforcement: keeps it up")


class ActionState(models.TextChoices):
    """Where an action against resistance stands."""

    OPEN = "open", _("Open")
    DONE = "done", _("Done")
    DROPPED = "dropped", _("Dropped")
