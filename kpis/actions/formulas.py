"""What defining a formula KPI takes besides: it is checked, and its frequency follows its inputs."""

import datetime as dt
from typing import Any

from django.db import connection
from django.forms.models import model_to_dict
from django.utils.translation import gettext as _

from core.errors import Conflict, Fault, Refused
from kpis.actions.rollup import mark_dirty
from kpis.engine.formulas.order import native_frequencies
from kpis.enums import DepartmentRollup as Over
from kpis.enums import Kind, MissingPolicy, TimeRollup
from kpis.formulas.checking import check_formula, frequency_by_code
from kpis.formulas.graph import read_graph
from kpis.models import KPI, Definition
from org.models import User

_FORMULA_LOCK = 7303
_NEEDED = ("frequency", "direction", "time_rollup", "department_rollup")
_NOT_OF_FORMULAS = (
    "frequency",
    "time_rollup",
    "department_rollup",
    "own_value",
    "missing_policy",
    "carry_limit",
)


def of_its_kind(fields: dict[str, Any], kind: str | None = None) -> dict[str, Any]:
    """The fields without what a KPI of their kind does not have; a formula alone makes it a formula KPI.

    `kind`: what it is now, None for a new one. A formula KPI has no frequency or rollups of its own.
    """
    formula = (fields.get("formula") or "").strip()
    asked = fields.get("kind") or (Kind.FORMULA if formula else kind or Kind.REPORTED)
    if asked == Kind.FORMULA:
        kept = {name: value for name, value in fields.items() if name not in _NOT_OF_FORMULAS}
        return {**kept, "kind": Kind.FORMULA, **({"formula": formula} if "formula" in fields else {})}
    return {**fields, "kind": Kind.REPORTED, "formula": ""}


def complete(definition: Definition, code: str) -> None:
    """Check what a definition of its kind needs, and give a formula the frequency of its coarsest input.

    Raises Refused. Two formulas are never saved at the same time: together they could need each other.
    """
    if definition.kind == Kind.REPORTED:
        faults = [
            Fault(_("A KPI that is reported needs this."), field=name, code="required")
            for name in _NEEDED
            if not getattr(definition, name)
        ]
        if faults:
            raise Refused(faults)
        return
    if not definition.direction:
        raise Refused([Fault(_("Say which way is better."), field="direction", code="required")])
    lock_formulas()
    definition.frequency = check_formula(definition.formula, code).frequency
    definition.time_rollup, definition.department_rollup = TimeRollup.MEAN, Over.MEAN
    definition.missing_policy, definition.carry_limit = MissingPolicy.LEAVE, 0


def lock_formulas() -> None:
    """Wait for whoever else is saving a formula, until the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, 0)", [_FORMULA_LOCK])


def refuse_values(kpi: KPI) -> None:
    """Raise Conflict: values that were reported would be out of sight under a formula."""
    raise Conflict(
        _("%(kpi)s has values or targets that were reported, so it stays reported. Define a new KPI.")
        % {"kpi": kpi.code}
    )


def follow_frequency(*, by: User | None, code: str, now: dt.datetime) -> None:
    """Define the formulas above a KPI anew where its changed frequency changes theirs."""
    with connection.cursor() as cursor:
        graph = read_graph(cursor)
    above = graph.above([code])
    if not above:
        return
    stored = frequency_by_code()
    reported = {each: frequency for each, frequency in stored.items() if each not in graph.expressions}
    natives = native_frequencies(graph.expressions, reported)
    for each in sorted(above):
        if natives[each] != stored[each]:
            _with_frequency(by, graph.kpi_ids[each], natives[each], now)


def _with_frequency(by: User | None, kpi_id: int, frequency: str, now: dt.datetime) -> None:
    current = Definition.objects.select_for_update().get(kpi=kpi_id, known_to__isnull=True)
    fields = model_to_dict(
        current, exclude=["id", "kpi", "known_from", "known_to", "recorded_by", "frequency"]
    )
    Definition.objects.filter(pk=current.pk).update(known_to=now)
    Definition.objects.create(kpi_id=kpi_id, known_from=now, recorded_by=by, frequency=frequency, **fields)
    mark_dirty([(kpi_id, None)])
