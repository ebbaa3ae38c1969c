"""/api/v1/initiatives/{code}/schedule/: what is computed of an action plan."""

from typing import Any

from django.utils import timezone
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from initiatives.api.planning_examples import SCHEDULE
from initiatives.planning.plan import ActionPlan, PlanRow, read_plan


class ScheduledTaskSerializer(serializers.Serializer):
    """A task with its computed dates."""

    task = serializers.IntegerField()
    name = serializers.CharField()
    starts_on = serializers.DateField(allow_null=True)
    ends_on = serializers.DateField(allow_null=True)
    expected_start = serializers.DateField(allow_null=True)
    expected_end = serializers.DateField(allow_null=True)
    float_days = serializers.IntegerField(
        allow_null=True, help_text="How long it can slip before the end moves; null: done, or no day."
    )
    is_critical = serializers.BooleanField()
    is_late = serializers.BooleanField(help_text="Its own day has passed.")
    delay_days = serializers.IntegerField(help_text="By how much it is expected to end later than planned.")
    delayed_by = serializers.ListField(
        child=serializers.CharField(), help_text="Names of what delays it, the nearest first."
    )
    moved_days = serializers.IntegerField(
        allow_null=True, help_text="How much later than the latest baseline it is planned to end."
    )


class PlanScheduleSerializer(serializers.Serializer):
    """An action plan with its expected dates, float and delays, over all plans it hangs together with."""

    initiative = serializers.CharField()
    as_of = serializers.DateField()
    starts_on = serializers.DateField(allow_null=True)
    ends_on = serializers.DateField(allow_null=True)
    expected_end = serializers.DateField(allow_null=True)
    progress = serializers.FloatField(allow_null=True, help_text="In percent, weighted.")
    planned_progress = serializers.FloatField(allow_null=True, help_text="In percent, by the baseline.")
    tasks = ScheduledTaskSerializer(many=True)


class ReadsSchedule:
    """Adds `schedule` to the resource of initiatives."""

    @extend_schema(
        responses=PlanScheduleSerializer,
        examples=[OpenApiExample("Schedule", SCHEDULE, response_only=True)],
    )
    @action(detail=True, methods=["get"])
    def schedule(self: Any, _request: Request, **_kwargs: Any) -> Response:
        """Critical path, float, and what is delayed by what."""
        initiative = self.get_object()
        plan = read_plan(initiative, self.caller, timezone.localdate())
        return Response(PlanScheduleSerializer(_as_data(plan)).data)


def _as_data(plan: ActionPlan) -> dict[str, Any]:
    return {
        "initiative": plan.initiative.code,
        "as_of": timezone.localdate(),
        "starts_on": plan.starts_on,
        "ends_on": plan.ends_on,
        "expected_end": plan.expected_end,
        "progress": plan.progress,
        "planned_progress": plan.planned,
        "tasks": [_task(row) for row in plan.leaves],
    }


def _task(row: PlanRow) -> dict[str, Any]:
    timing = row.timing
    return {
        "task": row.task.pk,
        "name": row.task.name,
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "expected_start": timing.starts_on if timing else None,
        "expected_end": timing.ends_on if timing else None,
        "float_days": timing.float_days if timing else None,
        "is_critical": row.is_critical,
        "is_late": row.is_late,
        "delay_days": timing.delay_days if timing else 0,
        "delayed_by": list(row.delay.chain) if row.delay else [],
        "moved_days": row.moved_days,
    }
