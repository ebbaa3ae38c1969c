"""/api/v1/targets/"""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import bulk
from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Resource
from core.api.shapes import Shaped, Written
from core.errors import Refused
from kpis.actions import set_targets
from kpis.api import examples
from kpis.api.measurements import RecordedSerializer
from kpis.api.numbers import optional_number
from kpis.api.periods import PeriodField, PeriodFilter, with_frequency
from kpis.intake import RawTarget, check_targets
from kpis.models import KPI, SeriesTarget
from kpis.queries import visible_to
from org.models import Department

_LINES = ["target", "red_line", "best", "worst", "low", "high", "red_low", "red_high"]
_MOST_ROWS = 10_000


class TargetSerializer(Shaped, serializers.ModelSerializer):
    """The target of a series for one of its native periods, with the lines around it."""

    kpi = Reference(read_only=True)
    department = Reference(read_only=True)
    period = PeriodField()

    class Meta:
        model = SeriesTarget
        fields = ["id", "kpi", "department", "period", *_LINES, "note", "known_from"]


class TargetInput(Written):
    """A target by its natural key; without any number the KPI's default holds again."""

    kpi = serializers.CharField(help_text="Code of the KPI.")
    department = serializers.CharField(
        required=False, allow_blank=True, help_text="Its code; empty: the one at the top."
    )
    period = serializers.CharField(help_text="As 2026-03, 2026-Q1, 2026-W09, 2026-03-14 or 2026.")
    target = optional_number()
    red_line = optional_number()
    best = optional_number()
    worst = optional_number()
    low = optional_number()
    high = optional_number()
    red_low = optional_number()
    red_high = optional_number()
    note = serializers.CharField(required=False, allow_blank=True)


class TargetFilters(Filters):
    """By KPI, department and period."""

    kpi = ByReference(KPI.objects.all())
    department = ByReference(Department.objects.all())
    period = PeriodFilter(field_name="period", lookup_expr="exact")
    period__gte = PeriodFilter(field_name="period", lookup_expr="gte")
    period__lte = PeriodFilter(field_name="period", lookup_expr="lte")

    class Meta:
        model = SeriesTarget
        fields = {"id": ["in"]}


class Targets(Resource):
    """Targets of series for single periods; where there is none, the KPI's default holds."""

    queryset = SeriesTarget.objects.current().select_related("kpi", "department")
    serializer_class = TargetSerializer
    filterset_class = TargetFilters
    ordering_fields = ("id", "period")
    code_field = ""
    example = examples.TARGET
    permissions = {"read": "kpis.view_kpi", "upsert": "kpis.edit_kpi"}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Targets of the KPIs that the user may know of."""
        return with_frequency(queryset.filter(kpi__in=visible_to(user)))

    @extend_schema(
        request=TargetInput(many=True),
        responses=RecordedSerializer,
        examples=[examples.TARGET_BODY, examples.RECORDED],
    )
    def upsert(self, request: Request, **_kwargs: Any) -> Response:
        """Set targets by their natural key, all or nothing; the same target again changes nothing."""
        rows = bulk.validated(bulk.rows_of(request, _MOST_ROWS), TargetInput())
        checked = check_targets([RawTarget(**{"department": "", **row}) for row in rows])
        if checked.faults:
            raise Refused(checked.faults)
        with transaction.atomic():
            recorded = set_targets(by=self.caller, rows=checked.entries)
            if bulk.is_dry_run(request):
                transaction.set_rollback(True)
        return Response(RecordedSerializer(recorded).data)
