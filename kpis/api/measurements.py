"""/api/v1/measurements/"""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponseBase
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.parsers import JSONParser
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import bulk
from core.api.filters import ByReference, Filters, StrictBoolean
from core.api.lookup import Reference
from core.api.problems import Problem
from core.api.resources import Resource
from core.api.shapes import Shaped
from core.errors import Refused
from kpis.actions import record_measurements
from kpis.api import examples
from kpis.api.measurement_rows import MeasurementInput, raw_values
from kpis.api.parsers import CsvParser
from kpis.api.periods import PeriodField, PeriodFilter, with_frequency
from kpis.intake import check_values
from kpis.models import KPI, Measurement
from kpis.queries import visible_to
from org.enums import Scope
from org.models import Department


class MeasurementSerializer(Shaped, serializers.ModelSerializer):
    """A reported value; a corrected one stays readable with `revisions=true`."""

    kpi = Reference(read_only=True)
    department = Reference(read_only=True)
    period = PeriodField()
    recorded_by = Reference(code_field="email", read_only=True, allow_null=True)

    class Meta:
        model = Measurement
        fields = [
            "id",
            "kpi",
            "department",
            "period",
            "value",
            "note",
            "reason",
            "external_id",
            "pending",
            "recorded_by",
            "entered_at",
            "known_from",
            "known_to",
        ]


class RecordedSerializer(serializers.Serializer):
    """How many rows said something new."""

    new = serializers.IntegerField()
    corrected = serializers.IntegerField()
    unchanged = serializers.IntegerField()


class MeasurementFilters(Filters):
    """Current values, unless `revisions=true` asks for superseded ones too."""

    kpi = ByReference(KPI.objects.all())
    department = ByReference(Department.objects.all())
    period = PeriodFilter(field_name="period", lookup_expr="exact")
    period__gte = PeriodFilter(field_name="period", lookup_expr="gte")
    period__lte = PeriodFilter(field_name="period", lookup_expr="lte")
    revisions = StrictBoolean(method="keep")

    class Meta:
        model = Measurement
        fields = {"external_id": ["exact"], "entered_at": ["gte", "lte"], "pending": ["exact"]}

    def keep(self, queryset: QuerySet, _name: str, _value: Any) -> QuerySet:
        """Asked for or not, see `filter_queryset`."""
        return queryset

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """As asked; superseded rows only where they were asked for."""
        found = super().filter_queryset(queryset)
        return found if self.form.cleaned_data.get("revisions") else found.filter(known_to__isnull=True)


class Measurements(Resource):
    """The values that were reported. They are never overwritten: a correction closes the old row."""

    queryset = Measurement.objects.select_related("kpi", "department", "recorded_by")
    serializer_class = MeasurementSerializer
    filterset_class = MeasurementFilters
    ordering_fields = ("id", "period", "entered_at")
    code_field = ""
    parser_classes = [JSONParser, CsvParser]
    example = {
        "id": 7,
        "kpi": "complaints",
        "department": "roads",
        "period": "2026-03",
        "value": 30.0,
        "note": "",
        "reason": "",
        "external_id": "crm-2026-03",
        "pending": False,
        "recorded_by": "vera@city.example",
        "entered_at": "2026-04-02T08:00:00Z",
        "known_from": "2026-04-02T08:00:00Z",
        "known_to": None,
    }
    example = examples.MEASUREMENT
    permissions = {"read": "kpis.view_kpi", "upsert": "kpis.enter_value"}
    write_scopes = {Scope.MEASUREMENTS_WRITE.value}
    within_department = True

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Values of the KPIs that the user may know of."""
        return with_frequency(queryset.filter(kpi__in=visible_to(user)))

    @extend_schema(
        request={"application/json": MeasurementInput(many=True), "text/csv": str},
        responses=RecordedSerializer,
        examples=[examples.MEASUREMENT_BODY, examples.MEASUREMENT_CSV, examples.RECORDED],
    )
    def upsert(self, request: Request, **_kwargs: Any) -> HttpResponseBase:
        """Record values by their natural key, all or nothing; the same value again is no revision."""
        checked = check_values(by=self.caller, rows=raw_values(request))
        if checked.forbidden:
            reason = _("Some of these values are not yours to report.")
            return Problem(403, "permission_denied", reason, checked.faults).response()
        if checked.faults:
            raise Refused(checked.faults)
        with transaction.atomic():
            recorded = record_measurements(by=self.caller, rows=checked.entries)
            if bulk.is_dry_run(request):
                transaction.set_rollback(True)
        return Response(RecordedSerializer(recorded).data)
