"""What the page of the map shows: cards, arrows in words, and the objective that is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

from strategy.enums import Influence
from strategy.mapping.claims import Arrow
from strategy.mapping.lanes import Lane, lanes_of
from strategy.mapping.ways import feeding
from strategy.mapping.wording import detail_of, influence_text, lag_text, word_of
from strategy.models import CauseEffect, Objective
from strategy.scoring import ObjectiveLine, Scorecard


@dataclass(frozen=True)
class Drawn:
    """An arrow in words: `fed` whether it lies on a way to the objective that is looked at."""

    arrow: Arrow
    verb: str
    lag: str
    word: str
    detail: str
    fed: bool

    @property
    def link(self) -> CauseEffect:
        """The claim."""
        return self.arrow.link

    @property
    def hinders(self) -> bool:
        """Whether more of the cause means less of the effect."""
        return bool(self.link.influence == Influence.HINDERS)


@dataclass(frozen=True)
class Moves:
    """Where a card can go: "lane:place" before and after it (empty at the ends), and to other lanes."""

    before: str
    after: str
    lanes: tuple[tuple[Lane, str], ...]


@dataclass(frozen=True)
class Card:
    """An objective on the map with what it leads to and comes from."""

    line: ObjectiveLine
    leads_to: tuple[Drawn, ...]
    comes_from: tuple[Drawn, ...]
    selected: bool
    feeds: bool
    moves: Moves


@dataclass(frozen=True)
class Feeding:
    """An objective that feeds the selected one: directly, or first through `through`."""

    line: ObjectiveLine
    through: Objective | None


@dataclass(frozen=True)
class Selected:
    """The objective that is looked at, what feeds it (weakest first) and what it leads to."""

    line: ObjectiveLine
    fed_by: tuple[Feeding, ...]
    leads_to: tuple[Drawn, ...]


@dataclass(frozen=True)
class MapPage:
    """The whole map."""

    card: Scorecard
    lanes: tuple[tuple[Lane, tuple[Card, ...]], ...]
    arrows: tuple[Drawn, ...]
    selected: Selected | None

    @property
    def hinders(self) -> bool:
        """Whether the legend needs the line of what hinders."""
        return any(each.hinders for each in self.arrows)


def map_page(card: Scorecard, arrows: Sequence[Arrow], selected: str = "") -> MapPage:
    """The map of a scorecard; `selected`: code of the objective that is looked at."""
    lines = {line.objective.pk: line for line in card.objectives}
    shown = [each for each in arrows if each.cause.pk in lines and each.effect.pk in lines]
    chosen = next((line for line in lines.values() if line.objective.code == selected), None)
    ways = feeding([each.link for each in shown], chosen.objective.pk) if chosen else {}
    on_way = {*ways, chosen.objective.pk} if chosen else set()
    drawn = tuple(_drawn(each, each.effect.pk in on_way) for each in shown)
    lanes = lanes_of(card)
    cards = tuple((lane, tuple(_cards(lane, lanes, drawn, chosen, ways))) for lane in lanes)
    return MapPage(card, cards, drawn, _selected(chosen, ways, lines, drawn))


def _drawn(arrow: Arrow, fed: bool) -> Drawn:
    verb, lag = influence_text(arrow.link.influence), lag_text(arrow.link.lag_months)
    return Drawn(arrow, verb, lag, word_of(arrow), detail_of(arrow), fed)


def _cards(
    lane: Lane,
    lanes: Sequence[Lane],
    drawn: Sequence[Drawn],
    chosen: ObjectiveLine | None,
    ways: dict[int, CauseEffect],
) -> list[Card]:
    return [
        Card(
            line=line,
            leads_to=tuple(each for each in drawn if each.link.cause_id == line.objective.pk),
            comes_from=tuple(each for each in drawn if each.link.effect_id == line.objective.pk),
            selected=chosen is line,
            feeds=line.objective.pk in ways,
            moves=_moves(lane, place, lanes),
        )
        for place, line in enumerate(lane.objectives)
    ]


def _moves(lane: Lane, place: int, lanes: Sequence[Lane]) -> Moves:
    return Moves(
        before=f"{lane.key}:{place - 1}" if place else "",
        after=f"{lane.key}:{place + 1}" if place + 1 < len(lane.objectives) else "",
        lanes=tuple((each, f"{each.key}:{len(each.objectives)}") for each in lanes if each.key != lane.key),
    )


def _selected(
    chosen: ObjectiveLine | None,
    ways: dict[int, CauseEffect],
    lines: dict[int, ObjectiveLine],
    drawn: Sequence[Drawn],
) -> Selected | None:
    if chosen is None:
        return None
    fed_by = [
        Feeding(lines[key], None if link.effect_id == chosen.objective.pk else link.effect)
        for key, link in ways.items()
    ]
    fed_by.sort(key=lambda each: _rank(each.line.node.score.score))
    leads_to = tuple(each for each in drawn if each.link.cause_id == chosen.objective.pk)
    return Selected(chosen, tuple(fed_by), leads_to)


def _rank(score: float | None) -> float:
    """Weakest first; what has no score last."""
    return 101.0 if score is None else score
