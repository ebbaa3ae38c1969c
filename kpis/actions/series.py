"""Opening and closing series: a KPI at a department."""

import datetime as dt
from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault, Refused
from kpis.actions.rollup import mark_dirty
from kpis.enums import Kind
from kpis.formulas.words import computed_text
from kpis.models import KPI, Definition, Series, SeriesTerm
from org.models import Department, User

FAR_PAST = dt.date(1900, 1, 1)


@action
def open_series(
    *,
    by: User | None,
    kpi: KPI,
    department: Department,
    steward: User | None = None,
    since: dt.date = FAR_PAST,
    until: dt.date | None = None,
    weight: float = 1.0,
) -> Series:
    """Have a department report a KPI from `since` (until the day before `until`); raises Refused.

    `weight` counts in weighted means over departments. One that ended begins again, with the steward it had
    unless another is named.
    """
    _check_term(since, until, weight)
    _refuse_formula(kpi)
    series, created = Series.objects.get_or_create(
        kpi=kpi, department=department, defaults={"steward": steward}
    )
    if not created:
        _check_free(series, since, until)
        if steward is not None and series.steward_id != steward.pk:
            series.steward = steward
            series.save()
    SeriesTerm.objects.create(series=series, valid=(since, until), weight=weight, recorded_by=by)
    mark_dirty([(kpi.pk, None)])
    return series


def _refuse_formula(kpi: KPI) -> None:
    """Nobody reports what is computed."""
    computed = Definition.objects.current().filter(kpi=kpi, kind=Kind.FORMULA).first()
    if computed is not None:
        raise Refused([Fault(computed_text(kpi.code, computed.formula), field="department", code="formula")])


def _check_term(since: dt.date, until: dt.date | None, weight: float) -> None:
    faults = []
    if weight < 0:
        faults.append(Fault(_("A weight is not negative."), field="weight"))
    if until is not None and until <= since:
        faults.append(Fault(_("The end lies after the beginning."), field="until"))
    if faults:
        raise Refused(faults)


def _check_free(series: Series, since: dt.date, until: dt.date | None) -> None:
    if SeriesTerm.objects.current().filter(series=series, valid__overlap=(since, until)).exists():
        names = {"department": series.department, "kpi": series.kpi}
        reason = _("%(department)s reports %(kpi)s at that time already.") % names
        raise Refused([Fault(reason, field="department")])


@action
def open_many_series(
    *, by: User | None, kpi: KPI, departments: Sequence[Department], since: dt.date = FAR_PAST
) -> list[Series]:
    """Have departments that never reported the KPI report it from `since` on, in a few statements."""
    _refuse_formula(kpi)
    series = Series.objects.bulk_create(Series(kpi=kpi, department=each) for each in departments)
    SeriesTerm.objects.bulk_create(
        SeriesTerm(series=each, valid=(since, None), recorded_by=by) for each in series
    )
    mark_dirty([(kpi.pk, None)])
    return series


@action
def close_series(*, by: User | None, series: Series, on: dt.date) -> None:
    """End a series from `on`; its past stays."""
    now = timezone.now()
    for term in SeriesTerm.objects.current().filter(series=series).select_for_update():
        if term.valid.upper is not None and term.valid.upper <= on:
            continue
        SeriesTerm.objects.filter(pk=term.pk).update(known_to=now)
        if term.valid.lower < on:
            SeriesTerm.objects.create(
                series=series,
                valid=(term.valid.lower, on),
                weight=term.weight,
                known_from=now,
                recorded_by=by,
            )
    mark_dirty([(series.kpi_id, None)])


@action
def change_steward(*, by: User | None, series: Series, steward: User | None) -> Series:
    """Name the person who reports the series."""
    series.steward = steward
    series.save()
    return series
