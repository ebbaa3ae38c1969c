"""Scores of nodes: objectives of KPIs, perspectives and priorities of objectives, plans of perspectives.

A node's score is the weighted mean of its children's; coverage says how much of it is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kpis.engine.scoring import AMBER_FROM, TOLERANCE, State, Status, status_code
from kpis.engine.standing import Standing

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Child:
    """What a node knows of one child at its department and period.

    key: the caller's; weight ≥ 0, relative; score 0–100 or None; coverage 0–1; applicable: it counts here;
    not_due: nothing is expected of it yet; red: its status is red.
    """

    key: str
    weight: float
    score: float | None
    coverage: float
    applicable: bool = True
    not_due: bool = False
    red: bool = False


@dataclass(frozen=True, slots=True)
class Contribution:
    """One scored child's part of a node: effective weights add up to 1, points to the node's score."""

    key: str
    effective_weight: float
    score: float
    points: float


@dataclass(frozen=True, slots=True)
class NodeScore:
    """A node's score (None: none), coverage 0–1, status or state, red mark and what it is made of."""

    score: float | None
    coverage: float
    status: Status | State
    red_child: bool
    contributions: tuple[Contribution, ...]

    def as_child(self, key: str, weight: float) -> Child:
        """The node as the child of the next one up; its score is passed on even below minimum coverage."""
        return Child(
            key=key,
            weight=weight,
            score=self.score,
            coverage=self.coverage,
            applicable=self.status != State.NOT_APPLICABLE,
            not_due=self.status == State.NOT_DUE,
            red=self.status == Status.RED,
        )


def node_score(children: Sequence[Child], min_coverage: float = 0.5) -> NodeScore:
    """The score of a node. A scoreless child drops out of the score and counts with coverage 0.

    Children that do not apply, or of which nothing is due yet, count in neither.
    """
    applicable = [child for child in children if child.applicable]
    counted = [child for child in applicable if not child.not_due]
    contributions = _contributions(counted)
    score = sum(part.points for part in contributions) if contributions else None
    coverage = _coverage(counted)
    if not applicable:
        status: Status | State = State.NOT_APPLICABLE
    elif not counted:
        status = State.NOT_DUE
    else:
        status = _judge(score, coverage, min_coverage, weightless=_total(counted) == 0)
    return NodeScore(score, coverage, status, any(child.red for child in counted), contributions)


def weighted_means(
    scores: FloatArray, weights: FloatArray, parents: NDArray[np.int64], count: int
) -> FloatArray:
    """The scores of `count` nodes over many periods: [node, period] from their children's [child, period].

    parents: [child] → node; a child with no score (NaN) or weight 0 drops out; a node without any is NaN. The
    same sums in the same order as `node_score`.
    """
    weights = np.where(np.isnan(scores), 0.0, weights)
    totals = np.zeros((count, scores.shape[1]))
    np.add.at(totals, parents, weights)
    shares = np.divide(weights, totals[parents], out=np.zeros_like(weights), where=weights > 0)
    means = np.zeros_like(totals)
    np.add.at(means, parents, shares * np.nan_to_num(scores))
    return np.where(totals > 0, means, np.nan)


def standing_of_nodes(
    children: Standing, weights: FloatArray, parents: NDArray[np.int64], count: int, min_coverage: float
) -> Standing:
    """`count` nodes at many places at once: [node, place] from their children's [child, place].

    weights: [child]; parents: [child] → node. What `node_score` says of each place, as the child of the next
    node up; a node is never late.
    """
    counted = children.applicable & ~children.not_due
    scored = np.where(counted, children.score, np.nan)
    own = np.broadcast_to(weights[:, None], scored.shape)
    score = weighted_means(scored, own, parents, count)
    total, known, many, applicable = (np.zeros((count, scored.shape[1])) for _ in range(4))
    np.add.at(total, parents, np.where(counted, own, 0.0))
    np.add.at(known, parents, np.where(np.isnan(scored), 0.0, own * children.coverage))
    np.add.at(many, parents, counted.astype(np.float64))
    np.add.at(applicable, parents, children.applicable.astype(np.float64))
    coverage = np.divide(known, total, out=np.zeros_like(total), where=total > 0)
    judged = (many > 0) & ((coverage >= min_coverage) | (total == 0))
    return Standing(
        score=score,
        coverage=coverage,
        applicable=applicable > 0,
        not_due=(applicable > 0) & (many == 0),
        late=np.zeros_like(judged),
        red=judged & (score < AMBER_FROM - TOLERANCE),
    )


def _contributions(counted: Sequence[Child]) -> tuple[Contribution, ...]:
    scored = [(child, child.score) for child in counted if child.score is not None]
    total = _total([child for child, _ in scored])
    if total == 0:
        return ()
    shares = [(child.key, child.weight / total, score) for child, score in scored]
    return tuple(Contribution(key, share, score, share * score) for key, share, score in shares)


def _coverage(counted: Sequence[Child]) -> float:
    """Σ weight·coverage ÷ Σ weight, 0 where no child weighs anything."""
    total = _total(counted)
    known = sum(child.weight * child.coverage for child in counted if child.score is not None)
    return known / total if total > 0 else 0.0


def _total(children: Sequence[Child]) -> float:
    return sum(child.weight for child in children)


def _judge(score: float | None, coverage: float, min_coverage: float, weightless: bool) -> Status | State:
    if coverage < min_coverage and not weightless:
        return State.INSUFFICIENT_DATA
    return State.UNSCORED if score is None else status_code(score)
