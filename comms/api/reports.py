"""/api/v1/report-definitions/ and /api/v1/report-runs/"""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from comms import actions
from comms.enums import PeriodRule
from comms.models import ReportDefinition, ReportRun
from comms.queries import visible_definitions, visible_runs
from comms.schedules import Repeats, Schedule, Weekday
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from org.models import Department, User
from strategy.models import Plan


class ScheduleSerializer(serializers.Serializer):
    """When a report is sent, in the installation's time zone."""

    repeats = serializers.ChoiceField(choices=Repeats.choices)
    weekday = serializers.ChoiceField(choices=Weekday.choices, required=False)
    day_of_month = serializers.IntegerField(min_value=1, max_value=28, required=False)
    hour = serializers.IntegerField(min_value=0, max_value=23)
    minute = serializers.IntegerField(min_value=0, max_value=59, required=False)


class ReportDefinitionSerializer(Shaped, serializers.ModelSerializer):
    """A performance report: of what, to whom, when."""

    plan = Reference(read_only=True)
    department = Reference(read_only=True, allow_null=True)
    recipients: Any = serializers.SlugRelatedField(slug_field="email", many=True, read_only=True)
    schedule = serializers.SerializerMethodField()

    class Meta:
        model = ReportDefinition
        fields = ["id", "name", "plan", "department", "period_rule", "recipients", "schedule", "is_active"]

    @extend_schema(responses=ScheduleSerializer)
    def get_schedule(self, report: ReportDefinition) -> dict[str, Any] | None:
        """Daily, weekly or monthly at a time of day; null where it is not scheduled."""
        if report.schedule is None or report.schedule.crontab is None:
            return None
        return dict(vars(Schedule.of(report.schedule.crontab)))


class ReportDefinitionInput(Written):
    """What a report is made of; `recipients` by e-mail."""

    name = serializers.CharField(max_length=200)
    plan = Reference(queryset=Plan.objects.all())
    department = Reference(queryset=Department.objects.all(), allow_null=True, required=False)
    period_rule = serializers.ChoiceField(choices=PeriodRule.choices)
    recipients = serializers.ListField(
        child=Reference(code_field="email__iexact", queryset=User.objects.all())
    )
    schedule = ScheduleSerializer()
    is_active = serializers.BooleanField(required=False, default=True)


class ReportRunSerializer(Shaped, serializers.ModelSerializer):
    """One report as it was sent: the frozen numbers, their digest, the recipients, what became of it."""

    class Meta:
        model = ReportRun
        fields = [
            "id",
            "definition",
            "slot",
            "period",
            "as_of",
            "numbers",
            "digest",
            "subject",
            "recipients",
            "state",
            "deliveries",
            "error",
            "created_at",
            "sent_at",
        ]


_DEFINITION = {
    "name": "Board, monthly",
    "plan": "harbour-city-2030",
    "department": None,
    "period_rule": "last_month",
    "recipients": ["executive@demo.example"],
    "schedule": {"repeats": "monthly", "weekday": "1", "day_of_month": 5, "hour": 7, "minute": 0},
    "is_active": True,
}


_RUN = {
    "id": 1,
    "definition": 1,
    "slot": "scheduled 2026-04-05T07",
    "period": "2026-03",
    "as_of": "2026-04-05T07:00:00Z",
    "numbers": {"code": "harbour-city-2030", "score": 65.1, "status": "amber"},
    "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "subject": "Board, monthly: 65.1, near target (March 2026)",
    "recipients": ["executive@demo.example"],
    "state": "sent",
    "deliveries": {"executive@demo.example": "sent"},
    "error": "",
    "created_at": "2026-04-05T07:00:00Z",
    "sent_at": "2026-04-05T07:00:02Z",
}


class ReportDefinitions(Creates, Changes, Removes, Resource):
    """Performance reports; POST on `/run/` sends one now."""

    queryset = ReportDefinition.objects.all()
    serializer_class = ReportDefinitionSerializer
    input_class = ReportDefinitionInput
    code_field = ""
    filterset_fields = {"name": ["exact", "icontains"], "is_active": ["exact"]}
    search_fields = ["name"]
    ordering_fields = ["id", "name"]
    permissions = {
        "read": "comms.view_reports",
        "create": "comms.edit_report",
        "change": "comms.edit_report",
        "remove": "comms.edit_report",
        "run": "comms.run_report",
    }
    example = {"id": 1, **_DEFINITION}
    input_example = _DEFINITION
    change_example = {"is_active": False}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those the caller may know of."""
        return visible_definitions(user).prefetch_related("recipients")

    def create_one(self, data: dict[str, Any]) -> ReportDefinition:
        """Through the same action as the page."""
        return actions.define_report(by=self.caller, **_with_schedule(data))

    def change_one(self, obj: ReportDefinition, data: dict[str, Any]) -> ReportDefinition:
        """Only what was sent changes."""
        kept = {
            "name": obj.name,
            "plan": obj.plan,
            "department": obj.department,
            "period_rule": obj.period_rule,
            "recipients": list(obj.recipients.all()),
            "schedule": Schedule.of(obj.schedule.crontab) if obj.schedule else Schedule(),
            "is_active": obj.is_active,
        }
        return actions.change_report(by=self.caller, report=obj, **{**kept, **_with_schedule(data)})

    def remove_one(self, obj: ReportDefinition) -> None:
        """It is not sent again; with runs it stays listed as inactive."""
        actions.remove_report(by=self.caller, report=obj)

    @extend_schema(
        request=None,
        responses={201: ReportRunSerializer},
        examples=[OpenApiExample("A run", _RUN, response_only=True, status_codes=["201"])],
    )
    @action(detail=True, methods=["post"])
    def run(self, request: Request, ref: str) -> Response:
        """Send the report now; answers with the run."""
        report = self.permitted(ref)
        slot = f"by hand {timezone.now():%Y-%m-%dT%H:%M:%S.%f}"
        sent = actions.run_report(report, slot, by=self.caller)
        return Response(ReportRunSerializer(sent).data, status=201)


def _with_schedule(data: dict[str, Any]) -> dict[str, Any]:
    """The schedule's parts as the action takes them."""
    return {**data, "schedule": Schedule(**data["schedule"])} if "schedule" in data else data


class ReportRuns(Resource):
    """What was sent: frozen, never changed."""

    queryset = ReportRun.objects.all()
    serializer_class = ReportRunSerializer
    code_field = ""
    filterset_fields = {"definition": ["exact"], "state": ["exact", "in"], "period": ["exact"]}
    ordering_fields = ["id", "created_at"]
    permissions = {"read": "comms.view_report_run"}
    example = _RUN

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those that were sent to the caller; SMO staff see all."""
        return visible_runs(user)
