"""Periods in the API: written as text, compared by their last day."""

from typing import Any

import django_filters
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import ValidationError

from kpis.engine.frequency import Frequency, Period, PeriodError
from kpis.models import Definition
from kpis.queries import calendar


def with_frequency(queryset: QuerySet) -> QuerySet:
    """Rows of KPIs with `frequency`, the native one of their KPI, by which `period` is counted."""
    now = Definition.objects.current().filter(kpi=OuterRef("kpi"))
    return queryset.annotate(frequency=Subquery(now.values("frequency")[:1]))


@extend_schema_field({"type": "string", "example": "2026-03"})
class PeriodField(serializers.Field):
    """The period of a row that has `frequency` and `period`, an ordinal, as text."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "source": "*", "read_only": True})

    def to_representation(self, value: Any) -> str:
        """2026-03, 2026-Q1, 2026-W09, 2026-03-14, 2026."""
        return _calendar_of(self).format(Period(Frequency(value.frequency), value.period))


def _calendar_of(field: serializers.Field) -> Any:
    """The calendar, read once for all rows of an answer."""
    root: Any = field.root
    if not hasattr(root, "_calendar"):
        root._calendar = calendar()
    return root._calendar


@extend_schema_field({"type": "string", "example": "2026-03"})
class PeriodFilter(django_filters.CharFilter):
    """`period=2026-03` is that period; `period__gte` and `__lte` compare last days over all frequencies."""

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        """Rows (made by `with_frequency`) whose period is, or ends from or until, the one that is named."""
        if not value:
            return qs
        year = calendar()
        try:
            named = year.parse(value)
            if self.lookup_expr == "exact":
                return qs.filter(frequency=named.frequency, period=named.ordinal)
            matching = Q()
            for frequency in Frequency:
                first = year.containing(year.start(named), frequency).ordinal
                after = year.containing(year.start(year.shift(named, 1)), frequency).ordinal
                bound = {"period__gte": first} if self.lookup_expr == "gte" else {"period__lt": after}
                matching |= Q(frequency=frequency, **bound)
        except (PeriodError, ValueError, OverflowError) as error:
            reason = str(error) if isinstance(error, PeriodError) else _("This is no period.")
            name = "period" if self.lookup_expr == "exact" else f"period__{self.lookup_expr}"
            raise ValidationError({name: reason}, "period") from None
        return qs.filter(matching)
