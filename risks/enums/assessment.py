"""Rating risks alone and in workshops."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RatingKind(models.TextChoices):
    """Of which situation a rating speaks."""

    INHERENT = "inherent", _("Inherent: without controls")
    CURRENT = "current", _("Current")
    TARGET = "target", _("Target: when the response is done")


class Scoring(models.TextChoices):
    """How a matrix makes a score of likelihood and impact."""

    PRODUCT = "product", _("Likelihood × impact")
    SUM = "sum", _("Likelihood + impact")
    TABLE = "table", _("As its table says")


class Knowledge(models.TextChoices):
    """On how much a rating rests."""

    WEAK = "weak", _("Weak: mostly opinion")
    MODERATE = "moderate", _("Moderate: some evidence")
    STRONG = "strong", _("Strong: data and experience")


class ProposalState(models.TextChoices):
    """What became of a rating that a completed action proposes."""

    OPEN = "open", _("Waiting")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")


class WorkshopState(models.TextChoices):
    """Everybody proposes alone, then rates alone, then all see and talk; then it goes to the register."""

    PROPOSING = "proposing", _("Proposing")
    RATING = "rating", _("Rating")
    TOGETHER = "together", _("Together")
    CLOSED = "closed", _("Closed")


WORKSHOP_TRANSITIONS: dict[str, tuple[str, ...]] = {
    WorkshopState.PROPOSING: (WorkshopState.RATING,),
    WorkshopState.RATING: (WorkshopState.PROPOSING, WorkshopState.TOGETHER),
    WorkshopState.TOGETHER: (WorkshopState.RATING, WorkshopState.CLOSED),
    WorkshopState.CLOSED: (),
}
