"""Evaluating formulas at every place, on matched inputs and on other formulas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from kpis.engine.batch import Batch, native_ordinals
from kpis.engine.departments import NativeCells
from kpis.engine.formulas.evaluate import evaluate
from kpis.engine.formulas.inputs import InputCells, Place, Source, sources_of
from kpis.engine.formulas.matched import least_covered, matched_marks, matched_natives
from kpis.engine.formulas.previous import a_period_ago
from kpis.engine.formulas.tree import Expression
from kpis.engine.layout import Section
from kpis.engine.over_time import Walk, value_over_time
from kpis.engine.periods import Calendar, Frequency
from kpis.engine.rules import TimeRollup
from kpis.engine.scoring import BoolArray, FloatArray
from kpis.engine.segments import segments_of


class Evaluator:
    """Evaluates formulas and remembers what more than one of them needs."""

    def __init__(
        self, batches: Sequence[Batch], formulas: Mapping[str, Expression], calendar: Calendar, as_of: date
    ) -> None:
        self.calendar, self.years = calendar, batches[0].years
        self.departments = batches[0].actual.shape[0]
        self._formulas = formulas
        self._sources = sources_of(batches, calendar, as_of)
        self._matched: dict[str, dict[str, NativeCells]] = {}
        self._counted: dict[str, FloatArray] = {}
        self._done: dict[tuple[str, Place], InputCells] = {}

    def ordinals(self, native: Frequency) -> range:
        """The native axis of the evaluator's years."""
        return native_ordinals(self.calendar, native, self.years[0], self.years[-1])

    def walk(self, place: Place, native: Frequency) -> Walk:
        """The way over time from a native axis to a place."""
        segments = segments_of(self.calendar, place.section, native, self.years)
        return segments.running if place.year_to_date else segments.reduce

    def exists(self, section: Section) -> BoolArray:
        """[Y,N]: the section's cells that are periods, not room left in a short year."""
        segments = segments_of(self.calendar, section, section.frequency, self.years)
        return (segments.stops > segments.starts).reshape(len(self.years), -1)

    def formula(self, code: str, place: Place) -> InputCells:
        """The formula's cells at a place."""
        if (code, place) not in self._done:
            self._done[code, place] = self._evaluate(code, place)
        return self._done[code, place]

    def _evaluate(self, code: str, place: Place) -> InputCells:
        expression = self._formulas[code]
        inputs = {used: self._input(code, used, place) for used in expression.codes}

        def lookup(used: str, previous: bool) -> FloatArray:
            value = inputs[used].value
            return a_period_ago(value, place, self.exists(place.section)) if previous else value

        shape = next(iter(inputs.values())).value.shape
        value = np.broadcast_to(evaluate(expression.root, lookup), shape)
        return InputCells(value, self._counts(code, inputs, place))

    def _input(self, formula: str, used: str, place: Place) -> InputCells:
        if used in self._formulas:
            return self.formula(used, place)
        rules = self._sources[used].rules
        minimum = np.array([[rules.min_coverage]])
        walk = self.walk(place, Frequency(rules.frequency))
        native = self._natives(formula)[used]
        return InputCells(*value_over_time(native, TimeRollup(rules.time_rollup), minimum, walk))

    def _natives(self, formula: str) -> dict[str, NativeCells]:
        """The formula's reported inputs at native frequency, on matched pairs."""
        if formula not in self._matched:
            groups = self._by_frequency(formula).values()
            required = self._formulas[formula].required
            matched = [matched_natives(sources, required) for sources in groups]
            self._matched[formula] = {code: native for group in matched for code, native in group.items()}
        return self._matched[formula]

    def _marks(self, formula: str) -> FloatArray:
        """[4,D,1,P]: the counts of the formula's matched pairs at native frequency."""
        if formula not in self._counted:
            (sources,) = self._by_frequency(formula).values()
            self._counted[formula] = matched_marks(self._formulas[formula], sources)
        return self._counted[formula]

    def _by_frequency(self, formula: str) -> dict[Frequency, dict[str, Source]]:
        groups: dict[Frequency, dict[str, Source]] = {}
        for code in self._formulas[formula].codes:
            if code not in self._formulas:
                source = self._sources[code]
                groups.setdefault(Frequency(source.rules.frequency), {})[code] = source
        return groups

    def _counts(self, code: str, inputs: Mapping[str, InputCells], place: Place) -> FloatArray:
        """Of matched pairs, or of the input with the least coverage; none where an input does not apply."""
        expression, groups = self._formulas[code], self._by_frequency(code)
        needed = [inputs[used] for used in expression.codes if used in expression.needed]
        if len(groups) == 1 and self._formulas.keys().isdisjoint(expression.codes):
            counts = self.walk(place, next(iter(groups)))(np.add, self._marks(code), 0.0)
        else:
            counts = least_covered([cells.counts for cells in needed])
        combine = np.logical_and if expression.required else np.logical_or
        return np.where(combine.reduce([cells.counts[0] > 0 for cells in needed]), counts, 0.0)
