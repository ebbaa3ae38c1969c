"""What formulas are evaluated on: reported KPIs, taken one by one out of their batches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from kpis.engine.batch import Batch, Epoch
from kpis.engine.departments import NativeCells, roll_up_departments
from kpis.engine.layout import Section
from kpis.engine.pairs import Pairs, own_pairs
from kpis.engine.periods import Calendar
from kpis.engine.rules import KpiRules
from kpis.engine.scoring import FloatArray


@dataclass(frozen=True, slots=True)
class Place:
    """Where cells are wanted: in a section, or in its year to date."""

    section: Section
    year_to_date: bool = False


@dataclass(frozen=True, slots=True)
class InputCells:
    """value [D,1,C]; counts [4,D,1,C]: active, expected, reported, filled."""

    value: FloatArray
    counts: FloatArray


@dataclass(frozen=True, slots=True)
class Source:
    """One reported KPI: its rules and pairs [D,1,P], what weighs them and the trees they climb."""

    rules: KpiRules
    pairs: Pairs
    weight: FloatArray
    epochs: Sequence[Epoch]

    def climb(self, pairs: Pairs) -> NativeCells:
        """Roll some of its pairs up over departments."""
        return roll_up_departments(pairs, self.weight, self.rules, self.epochs)


def sources_of(batches: Sequence[Batch], calendar: Calendar, as_of: date) -> dict[str, Source]:
    """The KPIs of the batches by code."""
    sources = {}
    for batch in batches:
        batch.check(calendar)
        pairs, epochs = own_pairs(batch, calendar, as_of), batch.wanted_epochs()
        weight = np.broadcast_to(batch.weight, batch.actual.shape)[..., batch.lead :]
        for k, rules in enumerate(batch.rules):
            sources[rules.code] = Source(rules, pairs.of([k]), weight[:, [k]], epochs)
    return sources
