"""Defining KPIs: the card changes in place (with history), what the engine reads is closed and added."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault, Refused
from core.outbox import emit
from kpis.actions.rollup import mark_dirty
from kpis.engine.anchors import AnchorError, check_anchors
from kpis.engine.scoring import Direction
from kpis.models import KPI, Definition, Measurement, SeriesTarget
from kpis.store.rules import anchors_of
from org.models import User

_CARD = {
    "name",
    "unit",
    "decimals",
    "purpose",
    "source",
    "method",
    "tendency",
    "owner",
    "approval_needed",
    "extra",
}
_ENGINE = {
    field.name
    for field in Definition._meta.concrete_fields
    if field.name not in {"id", "kpi", "known_from", "known_to", "recorded_by"}
}


def _check(definition: Definition) -> None:
    faults = []
    try:
        check_anchors(
            anchors_of(definition, definition.direction),
            Direction(definition.direction),
            definition.tolerance,
        )
    except AnchorError as error:
        first = "low" if definition.direction == Direction.BAND else "target"
        faults.append(Fault(str(error), field=first))
    if not 0 <= definition.min_coverage <= 1:
        faults.append(Fault(_("The minimum coverage is a share from 0 to 1."), field="min_coverage"))
    if faults:
        raise Refused(faults)


def _refuse_unknown(fields: dict[str, Any], known: set[str]) -> None:
    unknown = set(fields) - known
    if unknown:
        raise TypeError(f"a KPI has no {', '.join(sorted(unknown))}")


@action
def create_kpi(*, by: User | None, code: str, **fields: Any) -> KPI:
    """Define a KPI. `fields`: those of `KPI` and of `Definition`; raises Refused naming the field."""
    _refuse_unknown(fields, _CARD | _ENGINE)
    if KPI.objects.filter(code__iexact=code).exists():
        raise Refused([Fault(_("A KPI with the code %(code)s exists.") % {"code": code}, field="code")])
    kpi = KPI(code=code, **{name: value for name, value in fields.items() if name in _CARD})
    definition = Definition(
        kpi=kpi, recorded_by=by, **{name: value for name, value in fields.items() if name in _ENGINE}
    )
    _check(definition)
    kpi.save()
    definition.kpi = kpi
    definition.save()
    mark_dirty([(kpi.pk, None)])
    emit("kpis.kpi_defined", kpi=kpi.pk)
    return kpi


@action
def change_kpi(*, by: User | None, kpi: KPI, **fields: Any) -> KPI:
    """Change a KPI's card or definition; a new definition holds for all periods, the old stays known.

    With values or targets the native frequency stays: raises Conflict. Anchors out of order: raises Refused.
    """
    _refuse_unknown(fields, _CARD | _ENGINE)
    for name, value in fields.items():
        if name in _CARD:
            setattr(kpi, name, value)
    kpi.save()
    current = Definition.objects.select_for_update().get(kpi=kpi, known_to__isnull=True)
    changed = {n: v for n, v in fields.items() if n in _ENGINE and getattr(current, n) != v}
    if changed:
        _redefine(by, kpi, current, changed)
    return kpi


def frequency_is_fixed(kpi: KPI) -> bool:
    """Whether values or targets are stored by native periods, which another frequency would misread."""
    targets = SeriesTarget.objects.filter(kpi=kpi, known_to__isnull=True)
    return Measurement.objects.filter(kpi=kpi).exists() or targets.exists()


def _redefine(by: User | None, kpi: KPI, current: Definition, changed: dict[str, Any]) -> None:
    if "frequency" in changed and frequency_is_fixed(kpi):
        raise Conflict(
            _("%(kpi)s has values or targets: its frequency stays. Define a new KPI.") % {"kpi": kpi.code}
        )
    now = timezone.now()
    kept = {name: getattr(current, name) for name in _ENGINE}
    definition = Definition(kpi=kpi, recorded_by=by, known_from=now, **{**kept, **changed})
    _check(definition)
    Definition.objects.filter(pk=current.pk).update(known_to=now)
    definition.save()
    mark_dirty([(kpi.pk, None)])
    emit("kpis.kpi_defined", kpi=kpi.pk)
