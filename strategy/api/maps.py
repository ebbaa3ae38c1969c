"""/api/v1/strategy-maps/{plan}/: objectives in lanes, arrows, and what the data says of each."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from core.api.lookup import found
from core.api.resources import Api
from core.api.shapes import Written
from core.web import authorise
from kpis.api.as_of import AS_OF, as_of_asked
from kpis.queries import calendar as fiscal_calendar
from strategy import actions
from strategy.api import mapping_examples as examples
from strategy.api.scorecards import department_asked, period_asked
from strategy.enums import Influence
from strategy.mapping.association import Word
from strategy.mapping.claims import Arrow, read_arrows
from strategy.mapping.lanes import Lane, lanes_of, place_on_map
from strategy.models import Plan
from strategy.queries import plan_structure, visible_plans
from strategy.scoring import ObjectiveLine, read_scorecard
from strategy.validators import part_named


class DataSaysSerializer(serializers.Serializer):
    """Whether two scores moved together: a rank correlation of their changes, never a proof."""

    word = serializers.ChoiceField(choices=[each.value for each in Word])
    agrees = serializers.BooleanField(allow_null=True, help_text="Whether they move as the arrow claims.")
    frequency = serializers.CharField(allow_null=True, help_text="`month` or `quarter`: which were compared.")
    lag = serializers.IntegerField(help_text="In periods of that frequency.")
    pairs = serializers.IntegerField()
    coefficient = serializers.FloatField(allow_null=True)
    low = serializers.FloatField(allow_null=True, help_text="Of the 95% interval.")
    high = serializers.FloatField(allow_null=True)


class ArrowSerializer(serializers.Serializer):
    """A claim of cause and effect; change it under /cause-effects/."""

    id = serializers.IntegerField()
    cause = serializers.CharField(help_text="Code of the objective.")
    effect = serializers.CharField()
    influence = serializers.ChoiceField(choices=Influence.choices)
    lag_months = serializers.IntegerField(allow_null=True)
    note = serializers.CharField()
    evidence = DataSaysSerializer()


class MapObjectiveSerializer(serializers.Serializer):
    """A card of the map."""

    code = serializers.CharField()
    name = serializers.CharField()
    lead = serializers.CharField(allow_null=True)
    score = serializers.FloatField(allow_null=True)
    status = serializers.CharField()
    coverage = serializers.FloatField()
    change = serializers.FloatField(allow_null=True)
    red_child = serializers.BooleanField(help_text="One of its KPIs is off target.")


class MapLaneSerializer(serializers.Serializer):
    """A perspective with its objectives from the start; `perspective` is null for what is unplaced."""

    perspective = serializers.CharField(allow_null=True)
    name = serializers.CharField(allow_null=True)
    score = serializers.FloatField(allow_null=True)
    status = serializers.CharField(allow_null=True)
    objectives = MapObjectiveSerializer(many=True)


class StrategyMapSerializer(serializers.Serializer):
    """The map of a plan at a department and period."""

    code = serializers.CharField()
    name = serializers.CharField()
    department = serializers.CharField()
    period = serializers.CharField()
    as_of = serializers.DateField()
    lanes = MapLaneSerializer(many=True)
    arrows = ArrowSerializer(many=True)


class ArrangementInput(Written):
    """Where an objective shall stand: in which lane (null: unplaced), and where in it (0: first)."""

    objective = serializers.CharField()
    perspective = serializers.CharField(allow_null=True)
    place = serializers.IntegerField(min_value=0)


class ArrangedLaneSerializer(serializers.Serializer):
    """A lane as it is arranged now."""

    perspective = serializers.CharField(allow_null=True)
    objectives = serializers.ListField(child=serializers.CharField())


class StrategyMaps(Api, ViewSet):
    """Maps of plans: which objective leads to which, and how each is doing."""

    example = examples.STRATEGY_MAP
    permissions = {"read": "strategy.view_scorecard", "arrange": "strategy.edit_plan"}
    query_parameters = {"department", "period", "as_of"}
    lookup_url_kwarg = "ref"
    lookup_value_regex = "[^/]+"

    @extend_schema(
        responses=StrategyMapSerializer,
        parameters=[
            OpenApiParameter("department", str, description="Code or id; else the department at the top."),
            OpenApiParameter(
                "period", str, description="`2026-Q1`, `2026-03`, `2026`; else the last quarter."
            ),
            AS_OF,
        ],
    )
    def retrieve(self, request: Request, ref: str) -> Response:
        """The map of a plan (code or id).

        As of a past day lanes, arrows and scores are those of that day; the order within a lane is today's.
        """
        plan = self._plan(ref)
        calendar, as_of = fiscal_calendar(), as_of_asked(request)
        department = department_asked(request, as_of)
        period = period_asked(request, calendar, plan, as_of)
        card = read_scorecard(plan, department, period, as_of.day, as_of.known_at, signals=False)
        arrows = read_arrows(plan, department.pk, calendar, as_of.day, as_of.known_at)
        codes = {line.objective.pk for line in card.objectives}
        body = {
            "code": plan.code,
            "name": plan.name,
            "department": department.code,
            "period": calendar.format(period),
            "as_of": as_of.day,
            "lanes": [_lane(each) for each in lanes_of(card) if each.perspective or each.objectives],
            "arrows": [_arrow(each) for each in arrows if {each.cause.pk, each.effect.pk} <= codes],
        }
        return Response(StrategyMapSerializer(body).data)

    @extend_schema(
        request=ArrangementInput,
        responses=ArrangedLaneSerializer,
        examples=[
            OpenApiExample("arrangement", examples.ARRANGEMENT, request_only=True),
            OpenApiExample("lane", examples.LANE, response_only=True),
        ],
    )
    @action(detail=True, methods=["post"], query_parameters=set())
    def arrange(self, request: Request, ref: str) -> Response:
        """Put an objective at a place of a lane; into another lane is a change of what was agreed."""
        plan = self._plan(ref)
        authorise(self.caller, "strategy.edit_plan", plan)
        asked = ArrangementInput(data=request.data)
        asked.is_valid(raise_exception=True)
        objective = found(plan.objectives.all(), "code", asked.validated_data["objective"])
        if objective is None:
            raise ValidationError({"objective": _("There is no such objective in this plan.")})
        code = asked.validated_data["perspective"]
        lane = None if code is None else part_named(plan.perspectives.all(), "perspective", code)
        actions.arrange_objective(
            by=self.caller, objective=objective, perspective=lane, place=asked.validated_data["place"]
        )
        beside = plan_structure(plan).in_perspective(lane)
        ordered = sorted((each.objective for each in beside), key=place_on_map)
        return Response({"perspective": lane and lane.code, "objectives": [each.code for each in ordered]})

    def _plan(self, ref: str) -> Plan:
        """The plan by code or id; 404 for one that the caller may not know of."""
        plan: Plan | None = found(visible_plans(self.caller), "code", ref)
        if plan is None:
            raise Http404(ref)
        return plan


def _lane(lane: Lane) -> dict[str, Any]:
    return {
        "perspective": lane.perspective.code if lane.perspective else None,
        "name": lane.perspective.name if lane.perspective else None,
        "score": lane.node.score.score if lane.perspective and lane.node else None,
        "status": str(lane.node.score.status) if lane.perspective and lane.node else None,
        "objectives": [_objective(line) for line in lane.objectives],
    }


def _objective(line: ObjectiveLine) -> dict[str, Any]:
    objective, node = line.objective, line.node
    return {
        "code": objective.code,
        "name": objective.name,
        "lead": objective.lead.code if objective.lead else None,
        "score": node.score.score,
        "status": str(node.score.status),
        "coverage": node.score.coverage,
        "change": node.change,
        "red_child": node.score.red_child,
    }


def _arrow(arrow: Arrow) -> dict[str, Any]:
    link, said = arrow.link, arrow.found
    return {
        "id": link.pk,
        "cause": link.cause.code,
        "effect": link.effect.code,
        "influence": link.influence,
        "lag_months": link.lag_months,
        "note": link.note,
        "evidence": {
            "word": said.word.value,
            "agrees": arrow.agrees,
            "frequency": arrow.frequency,
            "lag": said.lag,
            "pairs": said.pairs,
            "coefficient": said.coefficient,
            "low": said.low,
            "high": said.high,
        },
    }
