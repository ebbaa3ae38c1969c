"""/api/v1/money-follows-strategy/{plan}/: weight in the plan beside share of money and people."""

from typing import Any

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from core.api.lookup import found
from core.api.resources import Api
from initiatives.api.means_examples import FOLLOWS
from initiatives.api.resource_load import yes_or_no
from initiatives.means.following import Following, ObjectiveFlag, ObjectiveLine, PriorityLine, read_following
from initiatives.means.following.reading import Shares
from initiatives.means.months import year_now
from initiatives.views.seen import VIEW
from kpis.queries import calendar as fiscal_calendar
from strategy.models import Plan
from strategy.queries import organisation_plans

FLAGS = [(each.value, each.name) for each in ObjectiveFlag]


class SharesSerializer(serializers.Serializer):
    """Shares are 0 to 1; `fte` are years of one person's full work."""

    code = serializers.CharField(allow_null=True)
    name = serializers.CharField(allow_null=True)
    weight_share = serializers.FloatField()
    budget = serializers.DecimalField(18, 2)
    budget_share = serializers.FloatField()
    fte = serializers.FloatField()
    fte_share = serializers.FloatField()
    score = serializers.FloatField(allow_null=True)
    status = serializers.CharField(allow_null=True)


class FollowingObjectiveSerializer(SharesSerializer):
    """An objective with the initiatives that serve it, and what is wrong."""

    initiatives = serializers.ListField(child=serializers.CharField())
    flags = serializers.ListField(child=serializers.ChoiceField(choices=FLAGS))


class UnservedSerializer(serializers.Serializer):
    """What initiatives take that serve no objective of the plan."""

    budget = serializers.DecimalField(18, 2)
    fte = serializers.FloatField()


class FlaggedSerializer(serializers.Serializer):
    """An initiative to look at."""

    initiative = serializers.CharField()
    flag = serializers.ChoiceField(choices=FLAGS)


class FollowingSerializer(serializers.Serializer):
    """Resources by objective and priority of a plan; `year` null: all years."""

    plan = serializers.CharField()
    year = serializers.IntegerField(allow_null=True)
    scores_of = serializers.CharField()
    budget = serializers.DecimalField(18, 2)
    fte = serializers.FloatField()
    unserved = UnservedSerializer()
    objectives = FollowingObjectiveSerializer(many=True)
    priorities = SharesSerializer(many=True)
    initiatives = FlaggedSerializer(many=True)


class MoneyFollowsStrategy(Api, ViewSet):
    """Whether money follows strategy, counting the initiatives that the caller may know of."""

    example = FOLLOWS
    permissions = {"read": VIEW}
    query_parameters = {"year", "proposals"}
    lookup_url_kwarg = "ref"
    lookup_value_regex = "[^/]+"

    @extend_schema(
        responses=FollowingSerializer,
        parameters=[
            OpenApiParameter("year", str, description="A fiscal year, or `all`; else the present one."),
            OpenApiParameter("proposals", bool, description="Count ideas and proposals as well."),
        ],
    )
    def retrieve(self, request: Request, ref: str) -> Response:
        """What each objective of an organisation's plan (code or id) gets."""
        plan: Plan | None = found(organisation_plans(request.user), "code", ref)
        year = _year(request)
        proposals = yes_or_no(request, "proposals")
        read = read_following(request.user, plan, year, timezone.localdate(), proposals) if plan else None
        if read is None:
            raise Http404(ref)
        return Response(FollowingSerializer(_as_data(read, year)).data)


def _year(request: Request) -> int | None:
    text = request.query_params.get("year", "")
    if text == "all":
        return None
    if not text:
        return year_now(fiscal_calendar(), timezone.localdate())
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise ValidationError({"year": _("A fiscal year such as 2027, or all.")})
    return int(text)


def _as_data(read: Following, year: int | None) -> dict[str, Any]:
    return {
        "plan": read.plan.code,
        "year": year,
        "scores_of": read.period,
        "budget": read.budget,
        "fte": read.fte,
        "unserved": {"budget": read.unserved_budget, "fte": read.unserved_fte},
        "objectives": [_objective(line) for line in read.objectives],
        "priorities": [_priority(line) for line in read.priorities],
        "initiatives": [{"initiative": each.code, "flag": flag.kind.value} for each, flag in read.flagged],
    }


def _shares(line: Shares) -> dict[str, Any]:
    names = ("weight_share", "budget", "budget_share", "fte", "fte_share")
    return {name: getattr(line, name) for name in names}


def _objective(line: ObjectiveLine) -> dict[str, Any]:
    return {
        **_shares(line),
        "code": line.objective.code,
        "name": line.objective.name,
        "score": line.score.score,
        "status": str(line.score.status),
        "initiatives": [each.code for each in line.initiatives],
        "flags": [flag.kind.value for flag in line.flags],
    }


def _priority(line: PriorityLine) -> dict[str, Any]:
    return {
        **_shares(line),
        "code": line.priority.code if line.priority else None,
        "name": line.priority.name if line.priority else None,
        "score": line.score.score if line.score else None,
        "status": str(line.score.status) if line.score else None,
    }
