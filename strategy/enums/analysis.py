"""Ways of looking around: lenses, their categories, and the states of what is found."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Lens(models.TextChoices):
    """Through which an item of the analysis was seen."""

    SWOT = "swot", _("SWOT")
    PESTEL = "pestel", _("PESTEL")
    FORCES = "forces", _("Five forces")
    TRENDS = "trends", _("Market trends")


class Quadrant(models.TextChoices):
    """Where an item stands on the SWOT board."""

    STRENGTH = "strength", _("Strengths")
    WEAKNESS = "weakness", _("Weaknesses")
    OPPORTUNITY = "opportunity", _("Opportunities")
    THREAT = "threat", _("Threats")


INTERNAL = (Quadrant.STRENGTH, Quadrant.WEAKNESS)


class Category(models.TextChoices):
    """The fields of PESTEL, of Porter's five forces, and of market trends; SWOT has quadrants instead."""

    POLITICAL = "political", _("Political")
    ECONOMIC = "economic", _("Economic")
    SOCIAL = "social", _("Social")
    TECHNOLOGICAL = "technological", _("Technological")
    ENVIRONMENTAL = "environmental", _("Environmental")
    LEGAL = "legal", _("Legal")
    RIVALRY = "rivalry", _("Rivalry among those who are there")
    ENTRANTS = "entrants", _("Threat of new entrants")
    SUBSTITUTES = "substitutes", _("Threat of substitutes")
    SUPPLIERS = "suppliers", _("Power of suppliers")
    BUYERS = "buyers", _("Power of those we serve")
    DEMAND = "demand", _("Demand")
    SUPPLY = "supply", _("Supply")
    PRACTICE = "practice", _("How others do it")


CATEGORIES: dict[str, tuple[str, ...]] = {
    Lens.SWOT: (),
    Lens.PESTEL: (
        Category.POLITICAL,
        Category.ECONOMIC,
        Category.SOCIAL,
        Category.TECHNOLOGICAL,
        Category.ENVIRONMENTAL,
        Category.LEGAL,
    ),
    Lens.FORCES: (
        Category.RIVALRY,
        Category.ENTRANTS,
        Category.SUBSTITUTES,
        Category.SUPPLIERS,
        Category.BUYERS,
    ),
    Lens.TRENDS: (Category.DEMAND, Category.SUPPLY, Category.PRACTICE),
}


class Course(models.TextChoices):
    """Where something is heading."""

    RISING = "rising", _("Rising")
    STEADY = "steady", _("Steady")
    FALLING = "falling", _("Falling")


class Horizon(models.TextChoices):
    """When it matters."""

    NOW = "now", _("Already now")
    SOON = "soon", _("In one to three years")
    LATER = "later", _("Later")


class ItemState(models.TextChoices):
    """An item is its contributor's own until the round is shared."""

    OWN = "own", _("Not shared yet")
    SHARED = "shared", _("On the board")
    MERGED = "merged", _("Merged into another")
    ARCHIVED = "archived", _("Archived")


class RoundState(models.TextChoices):
    """People first write their own items, then all see and vote, then the result stands."""

    COLLECTING = "collecting", _("Collecting")
    VOTING = "voting", _("Voting")
    CLOSED = "closed", _("Closed")


ROUND_TRANSITIONS: dict[str, tuple[str, ...]] = {
    RoundState.COLLECTING: (RoundState.VOTING, RoundState.CLOSED),
    RoundState.VOTING: (RoundState.COLLECTING, RoundState.CLOSED),
    RoundState.CLOSED: (RoundState.VOTING,),
}


class OptionKind(models.TextChoices):
    """The four fields of the TOWS matrix."""

    SO = "so", _("Use strengths to take opportunities")
    ST = "st", _("Use strengths against threats")
    WO = "wo", _("Overcome weaknesses by opportunities")
    WT = "wt", _("Reduce weaknesses and avoid threats")


class OptionState(models.TextChoices):
    """What became of a strategic option."""

    CONSIDERED = "considered", _("Considered")
    CHOSEN = "chosen", _("Became a priority")
    DROPPED = "dropped", _("Dropped")


class AssumptionState(models.TextChoices):
    """Whether the plan may still build on it."""

    HOLDS = "holds", _("Holds")
    DOUBTFUL = "doubtful", _("In doubt")
    BROKEN = "broken", _("No longer holds")
    RETIRED = "retired", _("Not needed any more")


class Tripwire(models.TextChoices):
    """What makes an assumption due for another look."""

    NONE = "none", _("Nothing")
    KPI = "kpi", _("A KPI crosses a threshold")
    DATE = "date", _("A date is reached")


class Crossing(models.TextChoices):
    """On which side of its threshold a KPI trips the wire."""

    BELOW = "below", _("falls below")
    ABOVE = "above", _("rises above")
