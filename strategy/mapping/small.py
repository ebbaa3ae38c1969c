"""The map in small, for a page that shows it beside other things."""

from collections.abc import Sequence
from dataclasses import dataclass

from strategy.enums import Influence
from strategy.mapping.lanes import Lane, lanes_of
from strategy.mapping.wording import influence_text
from strategy.models import CauseEffect
from strategy.scoring import Scorecard


@dataclass(frozen=True)
class SmallArrow:
    """A claim in words, and whether more of the cause means less of the effect."""

    link: CauseEffect
    verb: str
    hinders: bool


@dataclass(frozen=True)
class SmallMap:
    """Lanes in which something stands, and the claims between what stands in them."""

    lanes: tuple[Lane, ...]
    arrows: tuple[SmallArrow, ...]


def small_map(card: Scorecard, claims: Sequence[CauseEffect]) -> SmallMap:
    """The map of a scorecard's plan without what the data says of its claims."""
    shown = {line.objective.pk for line in card.objectives}
    lanes = tuple(lane for lane in lanes_of(card) if lane.objectives)
    arrows = tuple(
        SmallArrow(link, influence_text(link.influence), link.influence == Influence.HINDERS)
        for link in claims
        if {link.cause_id, link.effect_id} <= shown
    )
    return SmallMap(lanes, arrows)
