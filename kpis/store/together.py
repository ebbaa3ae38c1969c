"""Cells of reported KPIs and of the formulas above them, which have most of their inputs in common."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from kpis.engine.batch import Cells
from kpis.engine.formulas.rollup import roll_up_formulas
from kpis.engine.periods import Calendar
from kpis.engine.rollup import roll_up
from kpis.store.compute import (
    CHUNK,
    Computed,
    KnownKpis,
    by_frequency,
    chunks_of,
    formula_cells,
    formula_kpis,
    joined,
    reported_cells,
)
from kpis.store.reader import ReadBatch, read_batch
from kpis.store.rules import KnownRules
from kpis.store.tree import Tree


def all_cells(
    cursor: Any,
    codes: Sequence[str],
    known: KnownKpis,
    years: tuple[int, int],
    calendar: Calendar,
    as_of: dt.date,
    tree: Tree,
) -> Iterator[Computed]:
    """The cells of reported and of formula KPIs over fiscal years (first, last).

    Many come a few at a time. Where they are few, with all that they are computed from, each input is read
    once, and those of one frequency come together: a change of one value asks the database half as often.
    """
    reported = [known.rules[code] for code in codes if not known.rules[code].is_formula]
    formulas = [code for code in codes if known.rules[code].is_formula]
    whole = [code for code in formulas if known.is_whole(code)]
    below = [known.rules[code] for code in sorted(known.graph.below(whole))]
    read = {each.kpi_id: each for each in [*reported, *below] if not each.is_formula}
    # What looks back at earlier years reads more of them.
    if whole and len(read) <= CHUNK and not known.graph.reach(whole):
        together = _Together(cursor, known, years, calendar, as_of, tree)
        yield from together.cells(reported, whole, list(read.values()))
        return
    for chunk in chunks_of(reported):
        yield reported_cells(cursor, chunk, years, calendar, as_of, known.known_at, tree)
    yield from formula_cells(cursor, formulas, known, years, calendar, as_of, tree)


@dataclass(frozen=True)
class _Together:
    cursor: Any
    known: KnownKpis
    years: tuple[int, int]
    calendar: Calendar
    as_of: dt.date
    tree: Tree

    def cells(
        self, reported: Sequence[KnownRules], formulas: Sequence[str], read: Sequence[KnownRules]
    ) -> Iterator[Computed]:
        """`read`: the reported KPIs, and behind them the inputs of the formulas."""
        first = by_frequency(reported)
        batches = {
            frequency: self._read(alike, first.get(frequency, []))
            for frequency, alike in by_frequency(read).items()
        }
        computed = self._formulas(formulas, list(batches.values()))
        above = by_frequency([self.known.rules[code] for code in formulas])
        for frequency in dict.fromkeys([*first, *above]):
            here, there = first.get(frequency, []), above.get(frequency, [])
            parts = [computed[each.rules.code] for each in there]
            if here:
                batch = batches[frequency].batch.of(range(len(here)))
                parts.insert(0, roll_up(batch, self.calendar, self.as_of))
            keys = np.array([each.kpi_id for each in [*here, *there]], dtype=np.int64)
            yield Computed(keys, self.tree.departments, joined(parts))

    def _read(self, alike: Sequence[KnownRules], aimed: Sequence[KnownRules]) -> ReadBatch:
        known_at = self.known.known_at
        return read_batch(self.cursor, alike, self.years, self.calendar, known_at, self.tree, aimed)

    def _formulas(self, codes: Sequence[str], batches: Sequence[ReadBatch]) -> Mapping[str, Cells]:
        """The cells of each formula and of those it is computed from, by code."""
        formulas = formula_kpis(self.cursor, self.known.graph.part(codes), self.known, self.tree)
        return roll_up_formulas([read.batch for read in batches], formulas, self.calendar, self.as_of)
