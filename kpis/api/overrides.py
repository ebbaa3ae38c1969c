"""/api/v1/status-overrides/"""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.filters import ByReference, Filters, StrictBoolean
from core.api.lookup import Reference
from core.api.resources import Creates, Resource
from core.api.shapes import Shaped, Written
from kpis import actions
from kpis.api import examples
from kpis.api.periods import PeriodField
from kpis.engine.frequency import PeriodError
from kpis.enums import OverrideStatus
from kpis.models import KPI, StatusOverride
from kpis.overrides import holds_on
from kpis.queries import calendar, visible_to
from org.models import Department


class OverrideSerializer(Shaped, serializers.ModelSerializer):
    """A status set by hand; the computed one stands beside it on every scorecard."""

    kpi = Reference(read_only=True)
    department = Reference(read_only=True)
    period = PeriodField()
    holds = serializers.SerializerMethodField(help_text="Neither lifted, replaced nor expired.")
    set_by = Reference(code_field="email", source="recorded_by", read_only=True, allow_null=True)
    set_at = serializers.DateTimeField(source="known_from", read_only=True)
    lifted_by = Reference(code_field="email", read_only=True, allow_null=True)
    ended_at = serializers.DateTimeField(
        source="known_to", read_only=True, allow_null=True, help_text="When it was lifted or replaced."
    )

    class Meta:
        model = StatusOverride
        fields = [
            "id",
            "kpi",
            "department",
            "period",
            "status",
            "reason",
            "expires_on",
            "holds",
            "set_by",
            "set_at",
            "lifted_by",
            "ended_at",
            "lifting_reason",
        ]

    def get_holds(self, override: StatusOverride) -> bool:
        """Whether the status counts today."""
        return holds_on(override, timezone.localdate())


class OverrideInput(Written):
    """A status by hand for one cell, for a reason and until a day; one that holds already is replaced."""

    kpi = Reference(queryset=KPI.objects.all())
    department = Reference(queryset=Department.objects.all())
    period = serializers.CharField(max_length=40, help_text="As 2026-03, 2026-Q1 or 2026.")
    status = serializers.ChoiceField(choices=OverrideStatus.choices)
    reason = serializers.CharField(max_length=2000)
    expires_on = serializers.DateField(help_text="The last day on which it holds; at most a year ahead.")

    def validate_period(self, value: str) -> Any:
        """The period that the text names."""
        try:
            return calendar().parse(value)
        except PeriodError as error:
            raise serializers.ValidationError(str(error), "period") from None


class LiftingInput(Written):
    """Why the computed status speaks again."""

    reason = serializers.CharField(max_length=2000)


class OverrideFilters(Filters):
    """Those that were neither lifted nor replaced; `ended=true`: those that were, too."""

    kpi = ByReference(KPI.objects.all())
    department = ByReference(Department.objects.all())
    ended = StrictBoolean(method="keep")

    class Meta:
        model = StatusOverride
        fields = {"id": ["in"], "status": ["exact"], "expires_on": ["gte", "lte"]}

    def keep(self, queryset: QuerySet, _name: str, _value: Any) -> QuerySet:
        """Asked for or not, see `filter_queryset`."""
        return queryset

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """As asked; ended ones only where they were asked for."""
        found = super().filter_queryset(queryset)
        return found if self.form.cleaned_data.get("ended") else found.filter(known_to__isnull=True)


class StatusOverrides(Creates, Resource):
    """Statuses set by hand. Scores, and what is made of them, stay computed."""

    queryset = StatusOverride.objects.select_related("kpi", "department", "recorded_by", "lifted_by")
    serializer_class = OverrideSerializer
    input_class = OverrideInput
    filterset_class = OverrideFilters
    ordering_fields = ("id", "expires_on", "known_from")
    code_field = ""
    example, input_example = examples.OVERRIDE, examples.OVERRIDE_INPUT
    permissions = {
        "read": "kpis.view_kpi",
        "create": "kpis.override_status",
        "lift": "kpis.override_status",
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Overrides of the KPIs that the user may know of."""
        return queryset.filter(kpi__in=visible_to(user))

    def create_one(self, data: dict[str, Any]) -> StatusOverride:
        """Through the same action as the page."""
        return actions.override_status(by=self.caller, **data)

    @extend_schema(
        request=LiftingInput, responses=OverrideSerializer, examples=[examples.LIFTING, examples.LIFTED]
    )
    @action(detail=True, methods=["post"])
    def lift(self, request: Request, ref: str) -> Response:
        """Let the computed status speak again."""
        given = LiftingInput(data=request.data)
        given.is_valid(raise_exception=True)
        lifted = actions.lift_override(by=self.caller, override=self.permitted(ref), **given.validated_data)
        return Response(self.whole(self.reread([lifted])[0]))
