"""/api/v1/evidence/"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.parsers import JSONParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.filters import ByReference, Filters, StrictBoolean
from core.api.lookup import Reference
from core.api.resources import Resource
from core.api.shapes import Shaped, Written
from kpis import actions
from kpis.api import examples
from kpis.api.periods import PeriodField, PeriodFilter, with_frequency
from kpis.downloads import download
from kpis.evidence import visible_evidence
from kpis.intake.place import find_place
from kpis.models import KPI, Evidence
from org.enums import Scope
from org.models import Department


class EvidenceSerializer(Shaped, serializers.ModelSerializer):
    """A file kept with a value; `content_type` is told by its content."""

    kpi = Reference(read_only=True)
    department = Reference(read_only=True)
    period = PeriodField()
    uploaded_by = Reference(code_field="email", read_only=True, allow_null=True)
    removed_by = Reference(code_field="email", read_only=True, allow_null=True)

    class Meta:
        model = Evidence
        fields = [
            "id",
            "kpi",
            "department",
            "period",
            "name",
            "content_type",
            "size",
            "sha256",
            "uploaded_by",
            "uploaded_at",
            "removed_by",
            "removed_at",
            "removal_reason",
        ]


class EvidenceInput(Written):
    """A file and the value it belongs to."""

    kpi = serializers.CharField(max_length=60, help_text="Code of the KPI.")
    department = serializers.CharField(max_length=40, help_text="Code of the department.")
    period = serializers.CharField(max_length=40, help_text="As 2026-03, 2026-Q1, 2026-W09 or 2026.")
    file = serializers.FileField(max_length=255, allow_empty_file=True)


class RemovalInput(Written):
    """Why a file is removed."""

    reason = serializers.CharField(max_length=2000)


class EvidenceFilters(Filters):
    """Files that are kept; `removed=true`: those that were removed too."""

    kpi = ByReference(KPI.objects.all())
    department = ByReference(Department.objects.all())
    period = PeriodFilter(field_name="period", lookup_expr="exact")
    removed = StrictBoolean(method="keep")

    class Meta:
        model = Evidence
        fields = {"sha256": ["exact"]}

    def keep(self, queryset: QuerySet, _name: str, _value: Any) -> QuerySet:
        """Asked for or not, see `filter_queryset`."""
        return queryset

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """As asked; removed files only where they were asked for."""
        found = super().filter_queryset(queryset)
        return found if self.form.cleaned_data.get("removed") else found.filter(removed_at__isnull=True)


class EvidenceFiles(Resource):
    """Files that show where values come from: for those who enter or approve there, and for executives."""

    queryset = Evidence.objects.all()
    serializer_class = EvidenceSerializer
    input_class = EvidenceInput
    filterset_class = EvidenceFilters
    ordering_fields = ("id", "uploaded_at")
    code_field = ""
    example = examples.EVIDENCE
    takes_arrays = False
    dry_runs = set()
    parser_classes = [MultiPartParser, JSONParser]
    permissions = {
        "read": "kpis.view_evidence",
        "create": "kpis.add_evidence",
        "content": "kpis.view_evidence",
        "remove_file": "kpis.add_evidence",
    }
    write_scopes = {Scope.MEASUREMENTS_WRITE.value}
    within_department = True

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those near the caller."""
        return with_frequency(visible_evidence(user))

    @extend_schema(request={"multipart/form-data": EvidenceInput}, responses={201: EvidenceSerializer})
    def create(self, request: Request, **_kwargs: Any) -> Response:
        """Keep a file with a value; its kind is told by its content."""
        given = EvidenceInput(data=request.data)
        given.is_valid(raise_exception=True)
        data = given.validated_data
        place = find_place(data["kpi"], data["department"], data["period"])
        if not self.caller.has_perm("kpis.add_evidence", place.series):
            raise PermissionDenied
        kept = actions.add_evidence(
            by=self.caller,
            kpi=KPI.objects.get(pk=place.kpi_id),
            department=Department.objects.get(pk=place.department_id),
            period=place.period.ordinal,
            name=data["file"].name,
            content=data["file"].read(),
        )
        return self.done([kept], many=False, status=201)

    @extend_schema(responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    @action(detail=True, methods=["get"])
    def content(self, request: Request, ref: str) -> HttpResponse:
        """The file itself, to be stored; 404 once it is removed."""
        file = self.permitted(ref)
        if file.removed_at is not None:
            raise Http404(ref)
        return download(file)

    @extend_schema(
        request={"application/json": RemovalInput},
        responses=EvidenceSerializer,
        examples=[examples.REMOVAL, examples.REMOVED],
    )
    @action(detail=True, methods=["post"], url_path="remove", url_name="remove")
    def remove_file(self, request: Request, ref: str) -> Response:
        """Remove what the file holds; that it was there, who removed it and why stay."""
        given = RemovalInput(data=request.data)
        given.is_valid(raise_exception=True)
        removed = actions.remove_evidence(
            by=self.caller, evidence=self.permitted(ref), **given.validated_data
        )
        return Response(self.whole(self.reread([removed])[0]))
