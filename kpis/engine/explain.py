"""Why a score changed: the exact split of the change into actuals, anchors, weights, membership, definitions.

What has changed is substituted step by step in that order; each effect is the difference of consecutive
scores, so the effects add up to the change. What a KPI did in a step is what its points above the score
before the step gained: share'·(score' − before) − share·(score − before). As the shares add up to 1 in every
step, these too add up to the effect, at the KPIs as at every node between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from math import isnan

from kpis.engine.nodes import Child, node_score
from kpis.engine.rules import Anchors
from kpis.engine.scoring import Direction, score

Path = tuple[str, ...]
"""The keys from a node down to a child: the same path is the same place."""


class Effect(StrEnum):
    """What a change is split into, in the order of substitution."""

    ACTUALS = "actuals"
    ANCHORS = "anchors"
    WEIGHTS = "weights"
    MEMBERSHIP = "membership"
    DEFINITIONS = "definitions"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A KPI's cell in a node: value (NaN = none), anchors to date, direction. `key` is the KPI's.

    redefined: the same cell by a newer definition, where comparing two days crosses a change of definition.
    """

    key: str
    value: float
    anchors: Anchors
    direction: Direction
    redefined: Leaf | None = None

    def score(self) -> float | None:
        """0 to 100, None where there is none."""
        return _score(self.value, self.anchors, self.direction)


# A step changes few of a node's KPIs, and every node above asks all of them again.
@lru_cache(maxsize=16384)
def _score(value: float, anchors: Anchors, direction: Direction) -> float | None:
    found = float(score(value, anchors, direction))
    return None if isnan(found) else found


@dataclass(frozen=True, slots=True)
class Branch:
    """A node with its weighted children: KPIs or other nodes. Weights are relative, at least 0."""

    key: str
    children: tuple[tuple[float, Branch | Leaf], ...]

    def score(self) -> float | None:
        """The weighted mean of the children that have a score, as `node_score` says."""
        scored = [Child(child.key, weight, child.score(), 1.0) for weight, child in self.children]
        return node_score(scored).score


@dataclass(frozen=True, slots=True)
class Change:
    """Scores before and now, and what each effect did. No effects where one of the scores is wanting.

    by_leaf: the same for every KPI by its path below the node; their sums are `effects`.
    """

    before: float | None
    now: float | None
    effects: dict[Effect, float]
    by_leaf: dict[Path, dict[Effect, float]] = field(default_factory=dict)

    def below(self, path: Path) -> dict[Effect, float]:
        """What all KPIs below a path did, by effect."""
        below = [effects for place, effects in self.by_leaf.items() if place[: len(path)] == path]
        return {effect: sum(each.get(effect, 0.0) for each in below) for effect in Effect}


@dataclass(frozen=True, slots=True)
class Share:
    """A scored KPI's share of a node (all shares add up to 1) and its score."""

    share: float
    score: float


def explain_change(before: Branch, now: Branch) -> Change:
    """Split the change of a node's score between two states of it."""
    first, last = before.score(), _redefined(now).score()
    if first is None or last is None:
        return Change(first, last, {})
    effects: dict[Effect, float] = {}
    by_leaf: dict[Path, dict[Effect, float]] = {}
    reached, shares = first, shares_of(before)
    for effect, step in zip(Effect, _steps(before, now), strict=True):
        found = step.score()
        if found is None:  # a step without a score says nothing by itself: the next one does
            effects[effect] = 0.0
            continue
        new_shares = shares_of(step)
        for path, points in _moved(shares, new_shares, reached).items():
            by_leaf.setdefault(path, {})[effect] = points
        effects[effect], reached, shares = found - reached, found, new_shares
    return Change(first, last, effects, by_leaf)


def shares_of(node: Branch, share: float = 1.0, path: Path = ()) -> dict[Path, Share]:
    """The scored KPIs below a node by path, with their effective shares of its score."""
    scored = [(weight, child, child.score()) for weight, child in node.children]
    total = sum(weight for weight, _, points in scored if points is not None)
    shares: dict[Path, Share] = {}
    for weight, child, points in scored:
        if points is None or total == 0:
            continue
        own, place = share * weight / total, (*path, child.key)
        if isinstance(child, Leaf):
            shares[place] = Share(own, points)
        else:
            shares |= shares_of(child, own, place)
    return shares


def _moved(before: Mapping[Path, Share], now: Mapping[Path, Share], reached: float) -> dict[Path, float]:
    """What each KPI added in a step to the score `reached` before it; nothing where it added nothing."""

    def above(shares: Mapping[Path, Share], path: Path) -> float:
        found = shares.get(path)
        return 0.0 if found is None else found.share * (found.score - reached)

    moved = {path: above(now, path) - above(before, path) for path in dict.fromkeys((*before, *now))}
    return {path: points for path, points in moved.items() if points}


def _steps(before: Branch, now: Branch) -> Iterator[Branch]:
    """The node after each substitution, in the order of the effects."""
    yield _with_leaves(before, now, anchors_too=False)
    aimed = _with_leaves(before, now, anchors_too=True)
    yield aimed
    yield _with_weights(aimed, _edges(now))
    yield _by_definitions_of(before, now)
    yield _redefined(now)


def _leaves(node: Branch | Leaf) -> Iterator[Leaf]:
    if isinstance(node, Leaf):
        yield node
    else:
        for _, child in node.children:
            yield from _leaves(child)


def _edges(node: Branch, path: Path = ()) -> dict[Path, float]:
    """The weight of every child by its path of keys."""
    edges: dict[Path, float] = {}
    for weight, child in node.children:
        edges[(*path, child.key)] = weight
        if isinstance(child, Branch):
            edges |= _edges(child, (*path, child.key))
    return edges


def _with_leaves(before: Branch, now: Branch, anchors_too: bool) -> Branch:
    """The node as it was, with the actuals (and anchors) of now, by the definitions of then."""
    current = {leaf.key: leaf for leaf in _leaves(now)}

    def substituted(leaf: Leaf) -> Leaf:
        new = current.get(leaf.key)
        if new is None:
            return leaf
        return replace(leaf, value=new.value, anchors=new.anchors if anchors_too else leaf.anchors)

    return _mapped(before, substituted)


def _with_weights(node: Branch, weights: Mapping[Path, float], path: Path = ()) -> Branch:
    """The node with new weights where the same child has one at the same place."""
    children = []
    for weight, child in node.children:
        place = (*path, child.key)
        below = child if isinstance(child, Leaf) else _with_weights(child, weights, place)
        children.append((weights.get(place, weight), below))
    return Branch(node.key, tuple(children))


def _by_definitions_of(before: Branch, now: Branch) -> Branch:
    """The node as it is, its KPIs still judged in the direction of then."""
    directions = {leaf.key: leaf.direction for leaf in _leaves(before)}
    return _mapped(now, lambda leaf: replace(leaf, direction=directions.get(leaf.key, leaf.direction)))


def _redefined(now: Branch) -> Branch:
    return _mapped(now, lambda leaf: leaf.redefined or leaf)


def _mapped(node: Branch, change: Callable[[Leaf], Leaf]) -> Branch:
    children = (
        (weight, change(child) if isinstance(child, Leaf) else _mapped(child, change))
        for weight, child in node.children
    )
    return Branch(node.key, tuple(children))
