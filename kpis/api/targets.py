"""/api/v1/targets/"""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponseBase
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import bulk
from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.problems import Problem
from core.api.resources import Resource
from core.api.shapes import Shaped, Written
from core.errors import Refused
from kpis.actions import Recorded, set_cell_targets, set_targets
from kpis.api import examples
from kpis.api.measurements import RecordedSerializer
from kpis.api.numbers import optional_number
from kpis.api.periods import PeriodField, PeriodFilter, with_frequency
from kpis.api.target_plans import CopyInput, GrowInput, MadeSerializer, MakesTargets, SpreadInput, made
from kpis.intake import RawTarget, check_cell_targets, check_targets
from kpis.models import KPI, CellTarget, SeriesTarget
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


class Targets(MakesTargets, Resource):
    """Targets of series for single periods; where there is none, the KPI's default holds."""

    queryset = SeriesTarget.objects.current().select_related("kpi", "department")
    serializer_class = TargetSerializer
    filterset_class = TargetFilters
    ordering_fields = ("id", "period")
    code_field = ""
    example = examples.TARGET
    permissions = {
        "read": "kpis.view_kpi",
        "upsert": "kpis.edit_targets",
        "copy": "kpis.edit_targets",
        "grow": "kpis.edit_targets",
        "spread": "kpis.edit_targets",
    }
    dry_runs = Resource.dry_runs | {"copy", "grow", "spread"}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Targets of the KPIs that the user may know of."""
        return with_frequency(queryset.filter(kpi__in=visible_to(user)))

    @extend_schema(
        request=TargetInput(many=True),
        responses=RecordedSerializer,
        examples=[examples.TARGET_BODY, examples.RECORDED],
    )
    def upsert(self, request: Request, **_kwargs: Any) -> HttpResponseBase:
        """Set targets by their natural key, all or nothing; the same target again changes nothing."""
        return stored(request, check_targets(raw_targets(request), by=self.caller), set_targets)

    @extend_schema(
        request=CopyInput, responses=MadeSerializer, examples=[examples.COPY_BODY, examples.TARGETS_MADE]
    )
    @action(detail=False, methods=["post"])
    def copy(self, request: Request) -> HttpResponseBase:
        """Copy a year's targets to another, or one department's to others."""
        return made(request, *self.copied(_body(request, CopyInput())))

    @extend_schema(
        request=GrowInput, responses=MadeSerializer, examples=[examples.GROW_BODY, examples.TARGETS_MADE]
    )
    @action(detail=False, methods=["post"])
    def grow(self, request: Request) -> HttpResponseBase:
        """Change a year's targets by a percentage, rounded to the KPI's decimals."""
        return made(request, *self.grown(_body(request, GrowInput())))

    @extend_schema(
        request=SpreadInput, responses=MadeSerializer, examples=[examples.SPREAD_BODY, examples.TARGETS_MADE]
    )
    @action(detail=False, methods=["post"])
    def spread(self, request: Request) -> HttpResponseBase:
        """Spread a year's figure over its periods; they add up to it exactly, as the KPI rolls up."""
        subject, proposals, even = self.spread_out(_body(request, SpreadInput()))
        return made(request, subject, proposals, even=even)


def _body(request: Request, serializer: serializers.Serializer) -> dict[str, Any]:
    """What the body says; raises ValidationError."""
    return dict(serializer.run_validation(request.data))


class CellTargetSerializer(Shaped, serializers.ModelSerializer):
    """A target set directly for KPI × department × frequency × period; it feeds no other cell."""

    kpi = Reference(read_only=True)
    department = Reference(read_only=True)
    period = PeriodField()

    class Meta:
        model = CellTarget
        fields = ["id", "kpi", "department", "period", *_LINES, "note", "known_from"]


class CellTargetFilters(TargetFilters):
    """By KPI, department, frequency and period."""

    class Meta:
        model = CellTarget
        fields = {"id": ["in"], "frequency": ["exact"]}


class CellTargets(Resource):
    """Targets of single cells, of the KPI's frequency or longer: each replaces what is rolled up there."""

    queryset = CellTarget.objects.current().select_related("kpi", "department")
    serializer_class = CellTargetSerializer
    filterset_class = CellTargetFilters
    ordering_fields = ("id", "period")
    code_field = ""
    example = examples.CELL_TARGET
    permissions = {"read": "kpis.view_kpi", "upsert": "kpis.edit_targets"}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Targets of the KPIs that the user may know of."""
        return queryset.filter(kpi__in=visible_to(user))

    @extend_schema(
        request=TargetInput(many=True),
        responses=RecordedSerializer,
        examples=[examples.CELL_TARGET_BODY, examples.RECORDED],
    )
    def upsert(self, request: Request, **_kwargs: Any) -> HttpResponseBase:
        """Set targets of cells, all or nothing; without any number the rolled-up target holds again."""
        return stored(request, check_cell_targets(raw_targets(request), by=self.caller), set_cell_targets)


def raw_targets(request: Request) -> list[RawTarget]:
    """The rows of the body; raises Refused with every row that is not shaped like a target."""
    rows = bulk.validated(bulk.rows_of(request, _MOST_ROWS), TargetInput())
    return [RawTarget(**{"department": "", **row}) for row in rows]


def stored(request: Request, checked: Any, store: Callable[..., Recorded]) -> HttpResponseBase:
    """Counts of what an action stored of checked rows; 403 where some are not the caller's to set."""
    if checked.forbidden:
        reason = _("Some of these targets are not yours to set.")
        return Problem(403, "permission_denied", reason, checked.faults).response()
    if checked.faults:
        raise Refused(checked.faults)
    with transaction.atomic():
        recorded = store(by=request.user, rows=checked.entries)
        if bulk.is_dry_run(request):
            transaction.set_rollback(True)
    return Response(RecordedSerializer(recorded).data)
