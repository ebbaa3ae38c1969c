"""What a changed definition would do to scores, computed and taken back: nothing of it stays."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db import connection, transaction

from kpis.actions import change_kpi
from kpis.engine.frequency import Frequency, Period
from kpis.engine.layout import grain_of, row_layout
from kpis.engine.periods import Calendar
from kpis.models import KPI
from kpis.queries import definition_of
from kpis.store.compute import cells_of
from kpis.wording import last_ended, period_text
from org.models import User
from org.queries import department_tree


@dataclass(frozen=True)
class ScoreChange:
    """A department's score now and then; None where there is none."""

    department_id: int
    department: str
    before: float | None
    after: float | None


@dataclass(frozen=True)
class DefinitionPreview:
    """The KPI's scores of a period that would change, in the order of the tree."""

    kpi_id: int
    shown: Period
    period: str
    changes: tuple[ScoreChange, ...]

    @property
    def pk(self) -> int:
        """What upper floors answer by: a page has one preview of a KPI."""
        return self.kpi_id


def preview_definition(
    *, by: User, kpi: KPI, fields: Mapping[str, Any], calendar: Calendar, today: dt.date
) -> DefinitionPreview:
    """Change the KPI, compute the last quarter that has ended (or its own longer period), and take it back.

    Raises what `change_kpi` raises.
    """
    before_frequency = Frequency(definition_of(kpi).frequency)
    with transaction.atomic():
        before = _scores(kpi, before_frequency, calendar, today)
        change_kpi(by=by, kpi=KPI.objects.get(pk=kpi.pk), **fields)
        frequency = Frequency(definition_of(kpi).frequency)
        after = _scores(kpi, frequency, calendar, today)
        transaction.set_rollback(True)
    changes = [
        ScoreChange(node.id, node.label, before.get(node.id), after.get(node.id))
        for node in department_tree()
        if not _same(before.get(node.id), after.get(node.id))
    ]
    shown = _shown(frequency, calendar, today)
    return DefinitionPreview(kpi.pk, shown, period_text(shown, calendar), tuple(changes))


def _shown(native: Frequency, calendar: Calendar, today: dt.date) -> Period:
    usual = native if Frequency.QUARTER.is_finer_than(native) else Frequency.QUARTER
    return last_ended(calendar, usual, today)


def _scores(kpi: KPI, native: Frequency, calendar: Calendar, today: dt.date) -> dict[int, float]:
    """The KPI's scores of the period by department; a cell without one is left out."""
    period = _shown(native, calendar, today)
    year = calendar.fiscal_year_of(period)
    section = row_layout(native, grain_of(period.frequency)).section(period.frequency)
    first, _last = calendar.child_range(Period(Frequency.YEAR, year), period.frequency)
    place = section.offset + period.ordinal - first
    found: dict[int, float] = {}
    with connection.cursor() as cursor:
        for computed in cells_of(cursor, [kpi.pk], (year, year), calendar, today):
            scores = computed.cells.grains[grain_of(period.frequency)]["score"][:, 0, 0, place]
            for department, score in zip(computed.department_ids.tolist(), scores.tolist(), strict=True):
                if not np.isnan(score):
                    found[department] = score
    return found


def _same(one: float | None, other: float | None) -> bool:
    return one == other or (one is not None and other is not None and abs(one - other) < 1e-9)
