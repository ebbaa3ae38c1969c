"""/api/v1/closings/"""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.filters import Filters, StrictBoolean
from core.api.lookup import Reference
from core.api.resources import Creates, Resource
from core.api.shapes import Shaped, Written
from kpis import actions
from kpis.api import examples
from kpis.api.periods import PeriodField, PeriodFilter
from kpis.engine.frequency import PeriodError
from kpis.models import PeriodClosing
from kpis.queries import calendar


class ClosingSerializer(Shaped, serializers.ModelSerializer):
    """A closed period; one that was opened again stays readable with `reopened=true`."""

    period = PeriodField()
    closed_by = Reference(code_field="email", source="recorded_by", read_only=True, allow_null=True)
    closed_at = serializers.DateTimeField(source="known_from", read_only=True)
    reopened_by = Reference(code_field="email", read_only=True, allow_null=True)
    reopened_at = serializers.DateTimeField(source="known_to", read_only=True, allow_null=True)

    class Meta:
        model = PeriodClosing
        fields = [
            "id",
            "frequency",
            "period",
            "closed_by",
            "closed_at",
            "reopened_by",
            "reopened_at",
            "reopening_reason",
        ]


class ClosingInput(Written):
    """The period that is closed; the shorter ones that end in it are closed with it."""

    period = serializers.CharField(max_length=40, help_text="As 2026-03, 2026-Q1, 2026-H1 or 2026.")

    def validate_period(self, value: str) -> Any:
        """The period that the text names."""
        try:
            return calendar().parse(value)
        except PeriodError as error:
            raise serializers.ValidationError(str(error), "period") from None


class ReopeningInput(Written):
    """Why it is opened again."""

    reason = serializers.CharField(max_length=2000)


class ClosingFilters(Filters):
    """Periods that are closed now; `reopened=true`: those that were opened again too."""

    period = PeriodFilter(field_name="period", lookup_expr="exact")
    period__gte = PeriodFilter(field_name="period", lookup_expr="gte")
    period__lte = PeriodFilter(field_name="period", lookup_expr="lte")
    reopened = StrictBoolean(method="keep")

    class Meta:
        model = PeriodClosing
        fields = {"frequency": ["exact"]}

    def keep(self, queryset: QuerySet, _name: str, _value: Any) -> QuerySet:
        """Asked for or not, see `filter_queryset`."""
        return queryset

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """As asked; reopened periods only where they were asked for."""
        found = super().filter_queryset(queryset)
        return found if self.form.cleaned_data.get("reopened") else found.filter(known_to__isnull=True)


class Closings(Creates, Resource):
    """Closed periods: their values change only with a reason."""

    queryset = PeriodClosing.objects.select_related("recorded_by", "reopened_by")
    serializer_class = ClosingSerializer
    input_class = ClosingInput
    filterset_class = ClosingFilters
    ordering_fields = ("id", "period", "known_from")
    code_field = ""
    example, input_example = examples.CLOSING, {"period": "2026-Q1"}
    permissions = {"read": "kpis.view_closings", "create": "kpis.close_period", "reopen": "kpis.close_period"}

    def create_one(self, data: dict[str, Any]) -> PeriodClosing:
        """Through the same action as the page."""
        period = data["period"]
        return actions.close_period(by=self.caller, frequency=period.frequency, period=period.ordinal)

    @extend_schema(
        request=ReopeningInput, responses=ClosingSerializer, examples=[examples.REOPENING, examples.REOPENED]
    )
    @action(detail=True, methods=["post"])
    def reopen(self, request: Request, ref: str) -> Response:
        """Open the period again; a shorter one that was closed by itself stays closed."""
        given = ReopeningInput(data=request.data)
        given.is_valid(raise_exception=True)
        closing = self.permitted(ref)
        opened = actions.reopen_period(by=self.caller, closing=closing, **given.validated_data)
        return Response(self.whole(self.reread([opened])[0]))
