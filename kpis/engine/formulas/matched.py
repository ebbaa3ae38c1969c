"""Matched pairs: a formula's inputs are rolled up over the same (department, native period) pairs.

A pair where a required input has an active series but no value is left out of all inputs of the same native
frequency, and counts as unreported.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from math import nan

import numpy as np

from kpis.engine.departments import NativeCells, roll_up_departments
from kpis.engine.formulas.inputs import Source
from kpis.engine.formulas.tree import Expression
from kpis.engine.pairs import Pairs
from kpis.engine.rules import DepartmentRollup, KpiRules
from kpis.engine.scoring import BoolArray, FloatArray


def matched_natives(sources: Mapping[str, Source], required: Set[str]) -> dict[str, NativeCells]:
    """Reported inputs of one native frequency at every department, on matched pairs."""
    needed = [source.pairs for code, source in sources.items() if code in required]
    missing = _left_out(needed) if needed else np.zeros((), dtype=bool)
    return {code: source.climb(_without(source.pairs, missing)) for code, source in sources.items()}


def matched_marks(expression: Expression, sources: Mapping[str, Source]) -> FloatArray:
    """[4,D,1,P]: active, expected, reported and filled among the pairs that the formula matches."""
    required = [source for code, source in sources.items() if code in expression.required]
    every = list(sources.values())
    marks = _marks([source.pairs for source in required], [source.pairs for source in every])
    rules = _mark_rules([source.rules for source in required or every])
    return roll_up_departments(marks, np.ones(()), rules, every[0].epochs).counts


def least_covered(counts: Sequence[FloatArray]) -> FloatArray:
    """The counts [4,…] of the input with the least coverage, cell by cell; the first of equals."""
    stack = np.stack(counts)
    expected, reported = stack[:, 1], stack[:, 2]
    coverage = np.where(expected == 0, 1.0, reported / np.where(expected == 0, 1.0, expected))
    least = coverage.argmin(axis=0)
    return np.take_along_axis(stack, least[None, None], axis=0)[0]


def _left_out(inputs: Sequence[Pairs]) -> BoolArray:
    """[D,1,P]: whether one of the required inputs lacks a value where it has an active series."""
    missing = np.zeros_like(inputs[0].active)
    for pairs in inputs:
        missing |= pairs.active & np.isnan(pairs.value)
    return missing


def _without(pairs: Pairs, missing: BoolArray) -> Pairs:
    """The pairs with those left out unreported, and without targets, which a formula does not read."""
    return replace(
        pairs,
        value=np.where(missing, np.nan, pairs.value),
        anchors=np.full_like(pairs.anchors[:2], np.nan),
        reported=pairs.reported & ~missing,
        filled=pairs.filled & ~missing,
    )


def _marks(required: Sequence[Pairs], every: Sequence[Pairs]) -> Pairs:
    """The matched pairs themselves, as the pairs of a series whose value is 1 where a pair is matched.

    Expected where a required input is; reported where all that are expected are. With nothing required, a
    pair counts where any input does.
    """
    counted = required or every
    active = np.logical_or.reduce([pairs.active for pairs in counted])
    expected = np.logical_or.reduce([pairs.expected for pairs in counted])
    given = [pairs.reported | (~pairs.active if required else False) for pairs in counted]
    reported = np.logical_and.reduce(given) if required else np.logical_or.reduce(given)
    valued = [~np.isnan(pairs.value) | (~pairs.active if required else False) for pairs in counted]
    matched = active & (np.logical_and.reduce(valued) if required else np.logical_or.reduce(valued))
    filled = np.logical_or.reduce([pairs.filled for pairs in counted])
    return Pairs(
        value=np.where(matched, 1.0, np.nan),
        anchors=np.full((2, *active.shape), nan),
        active=active,
        expected=expected,
        reported=reported & expected,
        filled=filled & matched,
    )


def _mark_rules(inputs: Sequence[KpiRules]) -> KpiRules:
    """How counts of matched pairs climb: as the first input does, alone only if every input stands alone."""
    alone = all(rules.department_rollup == DepartmentRollup.NONE for rules in inputs)
    return replace(inputs[0], department_rollup=DepartmentRollup.NONE if alone else DepartmentRollup.SUM)
