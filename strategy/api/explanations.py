"""What explains a score of a scorecard, as REST answers it."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from kpis.api.as_of import AS_OF
from kpis.api.explanations import EffectsSerializer, MissingValueSerializer
from kpis.as_of import AsOf, AsOfError
from kpis.engine.frequency import Period
from kpis.queries import calendar as fiscal_calendar
from org.models import Department
from strategy.explaining import KINDS, UnknownNode, explain_node
from strategy.explaining.against import read_against
from strategy.explaining.plain import explanation_data
from strategy.models import Plan

PARAMETERS = [
    OpenApiParameter("kind", str, enum=KINDS, description="What is explained; else the plan."),
    OpenApiParameter(
        "key", str, description="Its code; of `perspective` without one, the objectives that stand in none."
    ),
    OpenApiParameter("department", str, description="Code or id; else the department at the top."),
    OpenApiParameter("period", str, description="`2026-Q1`, `2026-03`, `2026`; else the last quarter."),
    OpenApiParameter(
        "against",
        str,
        description="`period` (the default): the period before. `year`: the same period a year before. A day"
        " such as `2026-03-31`: the same period as it was known at the end of that day.",
    ),
    AS_OF,
]
NAMES = frozenset({"kind", "key", "department", "period", "against", "as_of"})


class ChildSerializer(serializers.Serializer):
    """A child of a node: points are effective weight times score and add up to the node's score."""

    kind = serializers.CharField(help_text="`perspective`, `objective` or `kpi`.")
    code = serializers.CharField()
    name = serializers.CharField()
    weight = serializers.FloatField(help_text="As it is set, relative to the others.")
    effective_weight = serializers.FloatField(
        allow_null=True, help_text="Share of the score, 0 to 1; null without a score."
    )
    score = serializers.FloatField(allow_null=True)
    points = serializers.FloatField(allow_null=True)
    status = serializers.CharField()
    coverage = serializers.FloatField()
    before = serializers.FloatField(allow_null=True)
    change = serializers.FloatField(help_text="By how much it moved the node's score.")
    effects = EffectsSerializer(help_text="The same by effect.")
    gone = serializers.BooleanField(help_text="It counted before and is not a child any more.")


class MoverSerializer(serializers.Serializer):
    """A KPI that moved the node's score, wherever below the node it stands."""

    kpi = serializers.CharField()
    name = serializers.CharField()
    objective = serializers.CharField()
    change = serializers.FloatField()
    effects = EffectsSerializer()
    value_before = serializers.FloatField(allow_null=True)
    value = serializers.FloatField(allow_null=True)


class GapSerializer(serializers.Serializer):
    """A KPI of the node that lacks a score or a value."""

    kpi = serializers.CharField()
    name = serializers.CharField()
    status = serializers.CharField()
    reported = serializers.IntegerField()
    expected = serializers.IntegerField()
    values = MissingValueSerializer(many=True)


class SuggestionSerializer(serializers.Serializer):
    """A value of one KPI that alone would turn the node's status; `now` is the present one."""

    kpi = serializers.CharField()
    name = serializers.CharField()
    value = serializers.FloatField()
    now = serializers.FloatField()
    score = serializers.FloatField(help_text="What the value would score.")
    status = serializers.CharField(help_text="What the node's status would turn to.")


class ExplanationSerializer(serializers.Serializer):
    """Why a score is what it is; the effects add up to the change, as do those of all children."""

    plan = serializers.CharField()
    kind = serializers.CharField()
    code = serializers.CharField()
    name = serializers.CharField()
    department = serializers.CharField()
    period = serializers.CharField()
    as_of = serializers.DateField()
    against = serializers.CharField(help_text="A period or a day.")
    score = serializers.FloatField(allow_null=True)
    status = serializers.CharField()
    coverage = serializers.FloatField()
    before = serializers.FloatField(allow_null=True)
    change = serializers.FloatField(allow_null=True)
    effects = EffectsSerializer(
        allow_null=True, help_text="Null where one of the scores is wanting, or while they are computed."
    )
    children = ChildSerializer(many=True)
    movers = MoverSerializer(many=True, help_text="KPIs, the one that moved the score most first.")
    missing = GapSerializer(many=True)
    lifts = SuggestionSerializer(many=True, help_text="What would turn it for the better.")
    holds = SuggestionSerializer(
        many=True, help_text="The last value with which it keeps its status; anything worse turns it."
    )
    computed_at = serializers.DateTimeField(allow_null=True)
    computing = serializers.BooleanField()


def explained(
    request: Request, plan: Plan, department: Department, period: Period, as_of: AsOf
) -> dict[str, Any]:
    """The explanation that the request asks for; 404 for a node that the plan does not have."""
    query = request.query_params
    against = _against(query.get("against"), period)
    try:
        found = explain_node(
            plan, department, period, query.get("kind", "plan"), query.get("key", ""), as_of, against
        )
    except UnknownNode as error:
        raise Http404(str(error)) from error
    return dict(ExplanationSerializer(explanation_data(found)).data)


def _against(text: str | None, period: Period) -> AsOf | Period | None:
    """What the score is compared with; 400 for what is neither a day nor a word that is known."""
    try:
        return read_against(text, period, fiscal_calendar())
    except AsOfError as error:
        raise ValidationError({"against": str(error)}, "as_of") from error
