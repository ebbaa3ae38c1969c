"""Values that were corrected, and values that came in."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Subquery

from core.ui.numbers import number_text
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.models import Definition, Measurement
from kpis.restating.change import Change, Kind, Span
from kpis.wording import period_text

MOST = 500


def values_corrected(span: Span, calendar: Calendar) -> Iterator[Change]:
    """Each correction of a value that counted, the latest first; one query. At most `MOST`."""
    after = Measurement.objects.filter(
        kpi=OuterRef("kpi"),
        department=OuterRef("department"),
        period=OuterRef("period"),
        pending=False,
        known_from__gte=OuterRef("known_to"),
    ).order_by("known_from", "pk")
    frequency = Definition.objects.current().filter(kpi=OuterRef("kpi")).values("frequency")[:1]
    rows = (
        span.here(span.superseded(Measurement.objects.filter(pending=False)))
        .annotate(
            new=Subquery(after.values("value")[:1]),
            why=Subquery(after.values("reason")[:1]),
            note_after=Subquery(after.values("note")[:1]),
            who=Subquery(after.values("recorded_by__name")[:1]),
            frequency=Subquery(frequency),
        )
        .filter(new__isnull=False)
        .select_related("kpi", "department")
        .order_by("-known_to", "-pk")
    )
    for row in rows[:MOST]:
        yield Change(
            kind=Kind.VALUE,
            code=row.kpi.code,
            name=row.kpi.name,
            before=number_text(row.value, row.kpi.decimals),
            after=number_text(row.new, row.kpi.decimals),
            at=row.known_to,
            by=row.who or "",
            reason=row.why or row.note_after or "",
            department=row.department.label,
            period=period_text(Period(Frequency(row.frequency), row.period), calendar),
            old=row.value,
            new=row.new,
        )


def values_arrived(span: Span) -> int:
    """How many values came in where none stood before: no restatement, but scores move with them."""
    before = Measurement.objects.filter(
        kpi=OuterRef("kpi"),
        department=OuterRef("department"),
        period=OuterRef("period"),
        pending=False,
        known_to__lte=OuterRef("known_from"),
    )
    rows = Measurement.objects.filter(
        pending=False, kpi__in=span.kpi_ids, known_from__gt=span.after, known_from__lte=span.until
    )
    return span.here(rows).filter(~Exists(before)).count()
