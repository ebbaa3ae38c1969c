"""/api/v1/restatements/?from=&to=&plan=&department=&period="""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_serializer
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from core.api.lookup import found
from core.api.resources import Api
from kpis.as_of import AsOf, AsOfError
from kpis.queries import calendar as fiscal_calendar
from kpis.restating import Change, Kind
from strategy.api.examples import RESTATEMENTS
from strategy.api.scorecards import department_asked, period_asked
from strategy.models import Plan
from strategy.queries import current_plan, visible_plans
from strategy.restating import Effect, Restatements, read_restatements
from strategy.restating.days import read_span

_DAY = {"type": "string", "format": "date"}


class RestatedSerializer(serializers.Serializer):
    """One thing that was said otherwise before; `old` and `new` are the numbers of a corrected value."""

    kind = serializers.ChoiceField(choices=[(str(each), str(each)) for each in Kind])
    code = serializers.CharField(help_text="Of the KPI, objective, perspective or department.")
    name = serializers.CharField()
    department = serializers.CharField(help_text="By name; empty where it is not of one.")
    period = serializers.CharField(help_text="In words; empty where it is not of one.")
    before = serializers.CharField()
    after = serializers.CharField()
    old = serializers.FloatField(allow_null=True)
    new = serializers.FloatField(allow_null=True)
    at = serializers.DateTimeField()
    by = serializers.CharField()
    reason = serializers.CharField()


class ScoreEffectSerializer(serializers.Serializer):
    """A node's score as known on the first day and on the second."""

    kind = serializers.CharField(help_text="plan, perspective or objective")
    code = serializers.CharField()
    name = serializers.CharField()
    score_then = serializers.FloatField(allow_null=True)
    status_then = serializers.CharField(allow_null=True)
    score_now = serializers.FloatField(allow_null=True)
    status_now = serializers.CharField()
    change = serializers.FloatField(allow_null=True)


@extend_schema_serializer(many=False)
class RestatementsSerializer(serializers.Serializer):
    """What was restated between the ends of two days, and what it did to the scores of a period."""

    plan = serializers.CharField()
    department = serializers.CharField()
    period = serializers.CharField()
    since = serializers.DateField()
    until = serializers.DateField()
    arrived = serializers.IntegerField(help_text="Values that came in where none stood before.")
    changes = RestatedSerializer(many=True)
    effects = ScoreEffectSerializer(many=True)


class RestatementsOfPlans(Api, ViewSet):
    """What was known on one day and reads otherwise on another."""

    example = RESTATEMENTS
    permissions = {"read": "strategy.view_scorecard"}
    query_parameters = {"plan", "department", "period", "from", "to"}

    @extend_schema(
        responses=RestatementsSerializer,
        parameters=[
            OpenApiParameter("from", _DAY, description="Else the day of the last closing, or 90 days ago."),
            OpenApiParameter("to", _DAY, description="Else today."),
            OpenApiParameter("plan", str, description="Code or id; else the current plan."),
            OpenApiParameter("department", str, description="Code or id; else the department at the top."),
            OpenApiParameter("period", str, description="Whose scores are compared; else the last quarter."),
        ],
    )
    def list(self, request: Request) -> Response:
        """Values, targets, definitions, weights and places that were changed; scores then and now."""
        plan = _plan(request)
        since, until = _days(request)
        department = department_asked(request, until)
        period = period_asked(request, fiscal_calendar(), plan, until)
        read = read_restatements(plan, department, period, since, until)
        return Response(RestatementsSerializer(_as_data(read)).data)


def _plan(request: Request) -> Plan:
    reference = request.query_params.get("plan")
    user = request.user
    plan = found(visible_plans(user), "code", reference) if reference else current_plan(user)
    if plan is None:
        raise ValidationError({"plan": f"There is no plan {reference or ''}".strip() + "."})
    chosen: Plan = plan
    return chosen


def _days(request: Request) -> tuple[AsOf, AsOf]:
    try:
        return read_span(request.query_params.get("from"), request.query_params.get("to"))
    except AsOfError as error:
        raise ValidationError({"from": str(error)}, "as_of") from error


def _as_data(read: Restatements) -> dict[str, Any]:
    return {
        "plan": read.plan.code,
        "department": read.department.code,
        "period": fiscal_calendar().format(read.period),
        "since": read.since.day,
        "until": read.until.day,
        "arrived": read.arrived,
        "changes": [_change(each) for each in read.changes],
        "effects": [_effect(each) for each in read.effects],
    }


def _change(each: Change) -> dict[str, Any]:
    return {str(name): getattr(each, str(name)) for name in RestatedSerializer().fields}


def _effect(each: Effect) -> dict[str, Any]:
    return {
        "kind": each.kind,
        "code": each.code,
        "name": each.name,
        "score_then": each.then.score.score if each.then else None,
        "status_then": str(each.then.score.status) if each.then else None,
        "score_now": each.now.score.score,
        "status_now": str(each.now.score.status),
        "change": each.change,
    }
