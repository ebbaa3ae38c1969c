"""Targets that were changed, of series and set directly for cells."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from django.db.models import Model, OuterRef, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.ui.numbers import number_text
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.models import CellTarget, Definition, SeriesTarget
from kpis.restating.change import Change, Kind, Span
from kpis.wording import range_text, short_period_text

_LINES = ("target", "low", "high", "red_line", "red_low", "red_high")


def targets_changed(span: Span, calendar: Calendar) -> Iterator[Change]:
    """Targets that replaced others or were removed; those changed at once for a KPI and department are one.

    Two queries. A target where none stood before is none of them.
    """
    for model in (SeriesTarget, CellTarget):
        for _key, group in groupby(_rows(model, span), key=_together):
            yield _change(list(group), calendar)


def _rows(model: type[Model], span: Span) -> Any:
    is_cell = model is CellTarget
    keys = ["kpi", "department", "period", *(["frequency"] if is_cell else [])]
    after = model._default_manager.filter(
        known_from__gte=OuterRef("known_to"), **{key: OuterRef(key) for key in keys}
    ).order_by("known_from", "pk")
    found = span.here(span.superseded(model._default_manager.all())).annotate(
        **{f"new_{line}": Subquery(after.values(line)[:1]) for line in _LINES},
        who=Subquery(after.values("recorded_by__name")[:1]),
    )
    if not is_cell:
        frequency = Definition.objects.current().filter(kpi=OuterRef("kpi")).values("frequency")[:1]
        found = found.annotate(frequency=Subquery(frequency))
    found = found.select_related("kpi", "department")
    return found.order_by("-known_to", "kpi", "department", "frequency", "period")


def _together(row: Any) -> tuple[Any, ...]:
    return row.known_to, row.kpi_id, row.department_id, row.frequency


def _change(rows: Sequence[Any], calendar: Calendar) -> Change:
    first = rows[0]
    return Change(
        kind=Kind.TARGET,
        code=first.kpi.code,
        name=first.kpi.name,
        before=_text(first, ""),
        after=_text(first, "new_"),
        at=first.known_to,
        by=first.who or "",
        department=first.department.label,
        period=_periods(rows, calendar),
    )


def _text(row: Any, prefix: str) -> str:
    """Target and red line: "88, red line 80"; of a band "97–101, red lines 95–103"."""
    target, low, high, red, red_low, red_high = (getattr(row, f"{prefix}{line}") for line in _LINES)
    decimals = row.kpi.decimals
    if low is not None and high is not None:
        text = range_text(low, high, decimals)
        if red_low is not None and red_high is not None:
            return _("%(band)s, red lines %(red)s") % {
                "band": text,
                "red": range_text(red_low, red_high, decimals),
            }
        return text
    if target is None:
        return _("none")
    text = number_text(target, decimals)
    if red is None:
        return text
    return _("%(target)s, red line %(red)s") % {"target": text, "red": number_text(red, decimals)}


def _periods(rows: Sequence[Any], calendar: Calendar) -> str:
    first = short_period_text(Period(Frequency(rows[0].frequency), rows[0].period), calendar)
    if len(rows) == 1:
        return first
    more = len(rows) - 1
    return ngettext("%(first)s and %(n)s more period", "%(first)s and %(n)s more periods", more) % {
        "first": first,
        "n": more,
    }
