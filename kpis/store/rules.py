"""KPI definitions as the engine's rules."""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from django.db import connection

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


def rules_of(definition: "Definition | _Row", code: str = "") -> KnownRules:
    """A definition as the engine understands it. `code`: the KPI's, where the caller has it at hand."""
    rules = KpiRules(
        code=code or definition.kpi.code,  # type: ignore[union-attr]  # a row names its code
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
    wanted = "true" if kpi_ids is None else "d.kpi_id = ANY(%(kpis)s) OR k.code = ANY(%(codes)s)"
    known = "d.known_to IS NULL" if known_at is None else _KNOWN
    asked = {"kpis": None if kpi_ids is None else list(kpi_ids), "codes": list(codes), "known": known_at}
    with connection.cursor() as cursor:
        cursor.execute(f"{_SQL} WHERE ({wanted}) AND {known} ORDER BY d.kpi_id", asked)
        return [_rules_of_row(values) for values in cursor.fetchall()]


class _Row(NamedTuple):
    """The fields of a definition that make its rules, and its KPI's code."""

    kpi_id: int
    kind: str
    frequency: str
    direction: str
    time_rollup: str
    department_rollup: str
    own_value: str
    tolerance: float
    target: float | None
    red_line: float | None
    best: float | None
    worst: float | None
    low: float | None
    high: float | None
    red_low: float | None
    red_high: float | None
    missing_policy: str
    carry_limit: int
    min_coverage: float
    formula: str
    due_days: int
    code: str


@lru_cache(maxsize=8192)  # every page asks for the rules of hundreds of KPIs, and they hardly ever change
def _rules_of_row(values: tuple[Any, ...]) -> KnownRules:
    row = _Row._make(values)
    return rules_of(row, row.code)


# By hand: the statement is the same however many are asked for, and made anew it took longer than to run it.
_COLUMNS = ", ".join("k.code" if name == "code" else f"d.{name}" for name in _Row._fields)
_SQL = f"SELECT {_COLUMNS} FROM kpis_definition d JOIN kpis_kpi k ON k.id = d.kpi_id"
_KNOWN = "d.known_from <= %(known)s AND (d.known_to IS NULL OR d.known_to > %(known)s)"
