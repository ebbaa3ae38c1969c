"""KPI definitions as the engine's rules."""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import F, Q

from kpis.engine.frequency import Frequency
from kpis.engine.rules import (
    Anchors,
    DepartmentRollup,
    KpiRules,
    MissingPolicy,
    OwnValue,
    TimeRollup,
)
from kpis.engine.scoring import Direction
from kpis.enums import Kind
from kpis.models import Definition


@dataclass(frozen=True)
class KnownRules:
    """A KPI's key with its rules and what else the states of its cells depend on."""

    kpi_id: int
    rules: KpiRules
    due_days: int

    @property
    def is_formula(self) -> bool:
        """Whether the KPI is computed by a formula rather than reported."""
        return bool(self.rules.formula)


def anchors_of(row: object, direction: str) -> Anchors:
    """The four anchors of a definition or target row in the engine's order, NaN where there is none."""
    names = (
        ("low", "red_low", "high", "red_high")
        if direction == Direction.BAND
        else ("target", "red_line", "best", "worst")
    )
    values = [getattr(row, name) for name in names]
    a, b, c, d = (math.nan if value is None else float(value) for value in values)
    return a, b, c, d


def rules_of(definition: Definition, code: str = "") -> KnownRules:
    """A definition as the engine understands it. `code`: the KPI's, where the caller has it at hand."""
    rules = KpiRules(
        code=code or definition.kpi.code,
        frequency=Frequency(definition.frequency),
        direction=Direction(definition.direction),
        time_rollup=TimeRollup(definition.time_rollup),
        department_rollup=DepartmentRollup(definition.department_rollup),
        own_value=OwnValue(definition.own_value),
        tolerance=definition.tolerance,
        default_anchors=anchors_of(definition, definition.direction),
        missing_policy=MissingPolicy(definition.missing_policy),
        carry_limit=definition.carry_limit,
        min_coverage=definition.min_coverage,
        formula=definition.formula if definition.kind == Kind.FORMULA else "",
    )
    return KnownRules(definition.kpi_id, rules, definition.due_days)


def read_rules(
    kpi_ids: Sequence[int] | None, known_at: dt.datetime | None = None, *, codes: Iterable[str] = ()
) -> list[KnownRules]:
    """Rules of these KPIs (None: of all), ordered by KPI, as known at a moment (None: now).

    `codes`: those of further KPIs.
    """
    rows = Definition.objects.known_at(known_at).annotate(code=F("kpi__code")).order_by("kpi_id")
    if kpi_ids is not None:
        further = list(codes)
        wanted = Q(kpi_id__in=kpi_ids)
        rows = rows.filter(wanted | Q(kpi__code__in=further) if further else wanted)
    return [rules_of(definition, definition.code) for definition in rows]
