"""/api/v1/measurements/"""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponseBase
from django.utils.translation import gettext as _
from django_filters import DateFilter
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
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
from kpis.actions import Recorded, record_measurements, save_drafts
from kpis.api import examples
from kpis.api.as_of import as_of_from
from kpis.api.deciding import Deciding
from kpis.api.measurement_rows import MeasurementInput, raw_values
from kpis.api.parsers import CsvParser
from kpis.api.periods import PeriodField, PeriodFilter, with_frequency
from kpis.approvals import readable_by
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
    decided_by = Reference(
        code_field="email",
        source="approved_by",
        read_only=True,
        allow_null=True,
        help_text="Who approved or returned it.",
    )

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
            "state",
            "comment",
            "recorded_by",
            "entered_at",
            "decided_by",
            "decided_at",
            "known_from",
            "known_to",
        ]


class RecordedSerializer(serializers.Serializer):
    """How many rows said something new."""

    new = serializers.IntegerField()
    corrected = serializers.IntegerField()
    unchanged = serializers.IntegerField()


class RecordedValuesSerializer(RecordedSerializer):
    """How many rows said something new; `submitted` ones count once they are approved."""

    submitted = serializers.IntegerField()


class DraftsSerializer(serializers.Serializer):
    """How many drafts said something new."""

    drafts = serializers.IntegerField()
    unchanged = serializers.IntegerField()


class MeasurementFilters(Filters):
    """Values that count, unless `pending=true` or a `state` asks for those that wait.

    Current ones, unless `revisions=true` asks for superseded ones too; `as_of`: those that counted at the
    end of a day.
    """

    kpi = ByReference(KPI.objects.all())
    department = ByReference(Department.objects.all())
    period = PeriodFilter(field_name="period", lookup_expr="exact")
    period__gte = PeriodFilter(field_name="period", lookup_expr="gte")
    period__lte = PeriodFilter(field_name="period", lookup_expr="lte")
    revisions = StrictBoolean(method="keep")
    as_of = DateFilter(method="keep")

    class Meta:
        model = Measurement
        fields = {
            "external_id": ["exact"],
            "entered_at": ["gte", "lte"],
            "pending": ["exact"],
            "state": ["exact", "in"],
        }

    def keep(self, queryset: QuerySet, _name: str, _value: Any) -> QuerySet:
        """Asked for or not, see `filter_queryset`."""
        return queryset

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """As asked; superseded and waiting rows only where they were asked for."""
        found = super().filter_queryset(queryset)
        asked = self.form.cleaned_data
        if asked.get("pending") is None and not asked.get("state") and not asked.get("state__in"):
            found = found.filter(pending=False)
        if day := asked.get("as_of"):
            moment = as_of_from("as_of", day.isoformat()).known_at
            return found.filter(pk__in=Measurement.objects.known_at(moment).values("pk"))
        return found if asked.get("revisions") else found.filter(known_to__isnull=True)


class Measurements(Deciding, Resource):
    """The values that were reported. They are never overwritten: a correction closes the old row.

    Where a KPI asks for approval, a value waits and the one before it stays until somebody else approves it.
    """

    queryset = Measurement.objects.select_related("kpi", "department", "recorded_by", "approved_by")
    serializer_class = MeasurementSerializer
    filterset_class = MeasurementFilters
    ordering_fields = ("id", "period", "entered_at")
    code_field = ""
    parser_classes = [JSONParser, CsvParser]
    example = examples.MEASUREMENT
    permissions = {
        "read": "kpis.view_kpi",
        "upsert": "kpis.enter_value",
        "drafts": "kpis.enter_value",
        "submit": "kpis.enter_value",
        "discard": "kpis.enter_value",
        "approve": "kpis.approve_values",
        "send_back": "kpis.approve_values",
    }
    dry_runs = {*Resource.dry_runs, "drafts", "submit", "discard", "approve", "send_back"}
    write_scopes = {Scope.MEASUREMENTS_WRITE.value}
    within_department = True

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Values of the KPIs that the user may know of; of what waits only what is near them."""
        return with_frequency(readable_by(user, queryset.filter(kpi__in=visible_to(user))))

    @extend_schema(
        request={"application/json": MeasurementInput(many=True), "text/csv": str},
        responses=RecordedValuesSerializer,
        examples=[examples.MEASUREMENT_BODY, examples.MEASUREMENT_CSV, examples.RECORDED_VALUES],
    )
    def upsert(self, request: Request, **_kwargs: Any) -> HttpResponseBase:
        """Record values by their natural key, all or nothing; the same value again is no revision."""
        return self._taken(request, record_measurements, RecordedValuesSerializer)

    @extend_schema(
        request={"application/json": MeasurementInput(many=True), "text/csv": str},
        responses=DraftsSerializer,
        examples=[examples.MEASUREMENT_BODY, examples.MEASUREMENT_CSV, examples.DRAFTS],
    )
    @action(detail=False, methods=["put"])
    def drafts(self, request: Request) -> HttpResponseBase:
        """Keep values of KPIs that ask for approval, without submitting them yet."""
        return self._taken(request, save_drafts, DraftsSerializer)

    def _taken(
        self, request: Request, act: Callable[..., Recorded], serializer: type[serializers.Serializer]
    ) -> HttpResponseBase:
        """Check the rows and hand them to the action."""
        checked = check_values(by=self.caller, rows=raw_values(request))
        if checked.forbidden:
            reason = _("Some of these values are not yours to report.")
            return Problem(403, "permission_denied", reason, checked.faults).response()
        if checked.faults:
            raise Refused(checked.faults)
        with transaction.atomic():
            recorded = act(by=self.caller, rows=checked.entries)
            if bulk.is_dry_run(request):
                transaction.set_rollback(True)
        return Response(serializer(recorded).data)
