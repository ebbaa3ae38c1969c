"""Cells of reported and of formula KPIs out of what is stored, as known at any moment; nothing is written."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from django.utils import timezone

from kpis.engine.batch import Cells
from kpis.engine.formulas.rollup import FormulaKpi, roll_up_formulas
from kpis.engine.formulas.tree import Expression
from kpis.engine.frequency import Frequency
from kpis.engine.layout import Grain
from kpis.engine.periods import Calendar, IntArray
from kpis.engine.rollup import roll_up
from kpis.engine.scoring import FloatArray
from kpis.formulas.graph import FormulaGraph, read_graph
from kpis.store.reader import ReadBatch, read_batch, read_cell_targets
from kpis.store.rules import KnownRules, read_rules
from kpis.store.tree import Tree, read_tree

# Chunks this small stay in the processor's cache and in little memory, two of them at once too.
CHUNK = 8


@dataclass(frozen=True)
class Computed:
    """Cells [D,K,Y,N] with the keys of their axes."""

    kpi_ids: IntArray
    department_ids: IntArray
    cells: Cells


@dataclass(frozen=True)
class KnownKpis:
    """KPIs with all that their formulas are computed from, as known at a moment (None: now)."""

    rules: Mapping[str, KnownRules]
    graph: FormulaGraph
    known_at: dt.datetime | None = None

    @cached_property
    def by_id(self) -> dict[int, KnownRules]:
        """The rules by the KPI's key."""
        return {each.kpi_id: each for each in self.rules.values()}

    def is_whole(self, code: str) -> bool:
        """Whether the KPI and everything it is computed from was known."""
        return self.rules.keys() >= self.graph.below([code])


def read_known(
    cursor: Any,
    kpi_ids: Sequence[int],
    known_at: dt.datetime | None = None,
    *,
    above: bool = False,
    likely: Collection[str] = (),
) -> KnownKpis:
    """These KPIs and what their formulas need; `above`: also the formulas that are computed from them.

    Two queries, three where formulas need more than is `likely` needed: codes that are read with the KPIs.
    """
    graph = read_graph(cursor, known_at)
    known = read_rules(kpi_ids, known_at, codes=likely)
    codes = {each.rules.code for each in known}
    wanted = graph.below(codes | graph.above(codes) if above else codes) - codes
    if wanted:
        known += read_rules([], known_at, codes=wanted)
    return KnownKpis({each.rules.code: each for each in known}, graph, known_at)


def cells_of(
    cursor: Any,
    kpi_ids: Sequence[int],
    years: tuple[int, int],
    calendar: Calendar,
    as_of: dt.date,
    known_at: dt.datetime | None = None,
    defined_at: dt.datetime | None = None,
) -> Iterator[Computed]:
    """The cells of KPIs over fiscal years (first, last), judged at the end of `as_of`, as known at a moment.

    A few KPIs at a time, reported ones and formulas apart; what was not known then is left out.
    `defined_at`: by the definitions of another moment, to tell what a new definition did.
    """
    known = replace(read_known(cursor, kpi_ids, defined_at or known_at), known_at=known_at)
    found = known.by_id
    wanted = [found[kpi_id] for kpi_id in kpi_ids if kpi_id in found]
    tree = read_tree(cursor, known_at or timezone.now())
    for chunk in chunks_of([each for each in wanted if not each.is_formula]):
        yield reported_cells(cursor, chunk, years, calendar, as_of, known_at, tree)
    formulas = [each.rules.code for each in wanted if each.is_formula]
    yield from formula_cells(cursor, formulas, known, years, calendar, as_of, tree)


def chunks_of(known: Sequence[KnownRules]) -> Iterator[list[KnownRules]]:
    """KPIs of one frequency, a few at a time."""
    for alike in by_frequency(known).values():
        for start in range(0, len(alike), CHUNK):
            yield alike[start : start + CHUNK]


def by_frequency(known: Iterable[KnownRules]) -> dict[Frequency, list[KnownRules]]:
    """KPIs by their native frequency."""
    grouped: dict[Frequency, list[KnownRules]] = defaultdict(list)
    for each in known:
        grouped[each.rules.frequency].append(each)
    return grouped


def reported_cells(
    cursor: Any,
    known: Sequence[KnownRules],
    years: tuple[int, int],
    calendar: Calendar,
    as_of: dt.date,
    known_at: dt.datetime | None = None,
    tree: Tree | None = None,
) -> Computed:
    """The cells of reported KPIs of one native frequency."""
    read = read_batch(cursor, known, years, calendar, known_at, tree)
    return Computed(read.kpi_ids, read.department_ids, roll_up(read.batch, calendar, as_of))


def formula_cells(
    cursor: Any,
    codes: Sequence[str],
    known: KnownKpis,
    years: tuple[int, int],
    calendar: Calendar,
    as_of: dt.date,
    tree: Tree,
) -> Iterator[Computed]:
    """The cells of formula KPIs; independent ones apart, a few at a time, so that little is read at once."""
    for group in known.graph.groups([code for code in codes if known.is_whole(code)]):
        for start in range(0, len(group), CHUNK):
            yield from _formulas_together(
                cursor, group[start : start + CHUNK], known, years, calendar, as_of, tree
            )


def _formulas_together(
    cursor: Any,
    codes: Sequence[str],
    known: KnownKpis,
    years: tuple[int, int],
    calendar: Calendar,
    as_of: dt.date,
    tree: Tree,
) -> Iterator[Computed]:
    part = known.graph.part(codes)
    lead = known.graph.reach(codes)
    span = (years[0] - lead, years[1])
    batches = _read_inputs(cursor, part, known, span, calendar, tree)
    formulas = formula_kpis(cursor, part, known, tree)
    cells = roll_up_formulas([read.batch for read in batches], formulas, calendar, as_of)
    for alike in by_frequency([known.rules[code] for code in codes]).values():
        yield Computed(
            np.array([each.kpi_id for each in alike], dtype=np.int64),
            tree.departments,
            joined([_without_lead(cells[each.rules.code], lead) for each in alike]),
        )


def _read_inputs(
    cursor: Any,
    part: Mapping[str, Expression],
    known: KnownKpis,
    span: tuple[int, int],
    calendar: Calendar,
    tree: Tree,
) -> list[ReadBatch]:
    """The reported KPIs that formulas are computed from, a batch a native frequency."""
    codes = dict.fromkeys(code for formula in part.values() for code in formula.codes if code not in part)
    batches = by_frequency([known.rules[code] for code in codes]).values()
    return [read_batch(cursor, each, span, calendar, known.known_at, tree, aimed=[]) for each in batches]


def formula_kpis(
    cursor: Any, part: Mapping[str, Expression], known: KnownKpis, tree: Tree
) -> dict[str, FormulaKpi]:
    """Formulas as the engine takes them, with the targets of their cells; one query."""
    rules = [known.rules[code] for code in part]
    kpi_ids = np.array([each.kpi_id for each in rules], dtype=np.int64)
    targets = read_cell_targets(cursor, kpi_ids, tree, known.known_at)
    return {
        each.rules.code: FormulaKpi(
            each.rules,
            part[each.rules.code],
            tuple(target for target in targets if target.kpi == place),
        )
        for place, each in enumerate(rules)
    }


def _without_lead(cells: Cells, lead: int) -> Cells:
    """The cells of the years wanted, without those that were read for what `prev` looks back upon."""
    grains = {
        grain: {name: values[:, :, lead:] for name, values in metrics.items()}
        for grain, metrics in cells.grains.items()
    }
    return replace(cells, years=cells.years[lead:], grains=grains)


def joined(parts: Sequence[Cells]) -> Cells:
    """Cells of KPIs of one frequency and the same years on one axis of KPIs."""
    grains: dict[Grain, dict[str, FloatArray]] = {
        grain: {name: _side_by_side([part.grains[grain][name] for part in parts]) for name in metrics}
        for grain, metrics in parts[0].grains.items()
    }
    return Cells(parts[0].years, grains)


def _side_by_side(parts: Sequence[FloatArray]) -> FloatArray:
    return np.concatenate(parts, axis=1)
