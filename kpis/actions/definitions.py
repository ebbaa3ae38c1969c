"""Defining KPIs: the card changes in place (with history), what the engine reads is closed and added."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault, Refused
from core.outbox import emit
from kpis.actions.card import dated_rating
from kpis.actions.formulas import complete, follow_frequency, lock_formulas, of_its_kind, refuse_values
from kpis.actions.rollup import mark_dirty
from kpis.engine.anchors import AnchorError, check_anchors
from kpis.engine.scoring import Direction
from kpis.enums import Kind
from kpis.models import KPI, Definition, Measurement, SeriesTarget
from kpis.store.rules import anchors_of
from kpis.validators import check_given, check_rating, check_stretch
from org.models import User
from org.roles import is_smo_staff

_CARD = {
    "name",
    "unit",
    "decimals",
    "purpose",
    "source",
    "method",
    "tendency",
    "owner",
    "quality",
    "quality_rated_on",
    "limits_of_use",
    "stretch_target",
    "approval_needed",
    "extra",
}
_ENGINE = {
    field.name
    for field in Definition._meta.concrete_fields
    if field.name not in {"id", "kpi", "known_from", "known_to", "recorded_by"}
}


def _check(definition: Definition, given: dict[str, Any]) -> None:
    faults = check_given(definition, given)
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


def _check_card(kpi: KPI, definition: Definition) -> None:
    faults = [
        *check_rating(kpi.quality, kpi.quality_rated_on, timezone.localdate()),
        *check_stretch(kpi, definition),
    ]
    if faults:
        raise Refused(faults)


def _refuse_unknown(fields: dict[str, Any], known: set[str]) -> None:
    unknown = set(fields) - known
    if unknown:
        raise TypeError(f"a KPI has no {', '.join(sorted(unknown))}")


@action
def create_kpi(*, by: User | None, code: str, **fields: Any) -> KPI:
    """Define a KPI. `fields`: those of `KPI` and of `Definition`; raises Refused naming the field.

    With a `formula` it is computed: its native frequency is its coarsest input's, whatever is given.

    Outside the strategy office whoever defines a KPI owns it unless they name another: until a department
    reports it, it is the owner's to go on with.
    """
    _refuse_unknown(fields, _CARD | _ENGINE)
    if KPI.objects.filter(code__iexact=code).exists():
        raise Refused([Fault(_("A KPI with the code %(code)s exists.") % {"code": code}, field="code")])
    fields = of_its_kind(dated_rating(KPI(), fields, timezone.localdate()))
    if by is not None and fields.get("owner") is None and not is_smo_staff(by):
        fields["owner"] = by
    kpi = KPI(code=code, **{name: value for name, value in fields.items() if name in _CARD})
    definition = Definition(
        kpi=kpi, recorded_by=by, **{name: value for name, value in fields.items() if name in _ENGINE}
    )
    complete(definition, code)
    _check(definition, fields)
    _check_card(kpi, definition)
    kpi.save()
    definition.kpi = kpi
    definition.save()
    mark_dirty([(kpi.pk, None)])
    emit("kpis.kpi_defined", kpi=kpi.pk)
    return kpi


@action
def change_kpi(*, by: User | None, kpi: KPI, **fields: Any) -> KPI:
    """Change a KPI's card or definition; a new definition holds for all periods, the old stays known.

    With values or targets the native frequency stays, and so does reporting: raises Conflict. Anchors out of
    order, or a formula that cannot be: raises Refused.
    """
    _refuse_unknown(fields, _CARD | _ENGINE)
    if not fields.keys().isdisjoint({"kind", "formula", "frequency"}):
        lock_formulas()  # before the definition's row, as whoever holds this may go on to that
    for name, value in dated_rating(kpi, fields, timezone.localdate()).items():
        if name in _CARD:
            setattr(kpi, name, value)
    kpi.save()
    current = Definition.objects.select_for_update().get(kpi=kpi, known_to__isnull=True)
    wanted = of_its_kind(fields, current.kind)
    changed = {n: v for n, v in wanted.items() if n in _ENGINE and getattr(current, n) != v}
    if changed:
        current = _redefine(by, kpi, current, changed)
    _check_card(kpi, current)
    return kpi


def frequency_is_fixed(kpi: KPI) -> bool:
    """Whether values or targets are stored by native periods, which another frequency would misread."""
    targets = SeriesTarget.objects.filter(kpi=kpi, known_to__isnull=True)
    return Measurement.objects.filter(kpi=kpi).exists() or targets.exists()


def _redefine(by: User | None, kpi: KPI, current: Definition, changed: dict[str, Any]) -> Definition:
    if "frequency" in changed and frequency_is_fixed(kpi):
        raise Conflict(
            _("%(kpi)s has values or targets: its frequency stays. Define a new KPI.") % {"kpi": kpi.code}
        )
    if changed.get("kind") == Kind.FORMULA and frequency_is_fixed(kpi):
        refuse_values(kpi)
    now = timezone.now()
    kept = {name: getattr(current, name) for name in _ENGINE}
    definition = Definition(kpi=kpi, recorded_by=by, known_from=now, **{**kept, **changed})
    complete(definition, kpi.code)
    _check(definition, changed)
    Definition.objects.filter(pk=current.pk).update(known_to=now)
    definition.save()
    mark_dirty([(kpi.pk, None)])
    if definition.frequency != current.frequency:
        follow_frequency(by=by, code=kpi.code, now=now)
    emit("kpis.kpi_defined", kpi=kpi.pk)
    return definition
