"""/api/v1/heat-map/ and /api/v1/objectives-at-risk/"""

from typing import Any

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, extend_schema, extend_schema_serializer
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from core.api.resources import Api
from kpis.queries import calendar
from risks.api.pictures_examples import AT_RISK, HEAT
from risks.enums import RiskKind
from risks.models import RiskMatrix
from risks.pictures.filters import find_risks, kind_asked
from risks.pictures.heat import HeatMap, Layer, heat_map
from risks.pictures.objectives import AtRisk, ByObjective, read_by_objective
from risks.pictures.places import Place
from risks.register.ratings import current_matrix
from risks.views.pictures.heat import REGISTER
from strategy.queries import current_plan


class PlaceSerializer(serializers.Serializer):
    """A cell of the matrix in use; levels count from 1."""

    likelihood = serializers.IntegerField()
    impact = serializers.IntegerField()
    score = serializers.IntegerField()
    band = serializers.CharField(help_text="The band's key.")


class HeatRiskSerializer(serializers.Serializer):
    """A risk in a cell, with its target where one is rated on the same matrix."""

    code = serializers.CharField()
    title = serializers.CharField()
    target = PlaceSerializer(allow_null=True)


class HeatCellSerializer(PlaceSerializer):
    """A cell with the risks that stand there."""

    risks = HeatRiskSerializer(many=True)


@extend_schema_serializer(many=False)
class HeatMapSerializer(serializers.Serializer):
    """Every cell of the matrix in use, from the highest likelihood down; codes of those without a place."""

    matrix = serializers.CharField()
    version = serializers.IntegerField()
    layer = serializers.ChoiceField(choices=[(each.value, each.value) for each in Layer])
    cells = HeatCellSerializer(many=True)
    unrated = serializers.ListField(child=serializers.CharField())
    rated_on_an_earlier_matrix = serializers.ListField(child=serializers.CharField())


class HeatMaps(Api, ViewSet):
    """The heat map of the risks that the caller may know of."""

    example = HEAT
    permissions = {"read": REGISTER}
    query_parameters = {"kind", "layer", "department", "category", "objective"}

    @extend_schema(
        responses=HeatMapSerializer,
        examples=[OpenApiExample("heat map", HEAT, response_only=True)],
        parameters=[
            OpenApiParameter("kind", str, enum=RiskKind.values, description="Else threats."),
            OpenApiParameter("layer", str, enum=list(Layer), description="Else `current`."),
            OpenApiParameter("department", str, description="Code: it and those below; else all."),
            OpenApiParameter("category", int, description="Id; else all."),
            OpenApiParameter("objective", int, description="Id; else all."),
        ],
    )
    def list(self, request: Request) -> Response:
        """Cells with their risks."""
        asked = request.query_params
        layer = _one_of(asked.get("layer"), list(Layer), "layer") or Layer.CURRENT
        _one_of(asked.get("kind"), RiskKind.values, "kind")
        risks = find_risks(request.user, asked).filter(kind=kind_asked(asked))
        heat = heat_map(_matrix(), list(risks), Layer(layer), timezone.localdate())
        return Response(HeatMapSerializer(_heat(heat)).data)


def _one_of(value: str | None, allowed: list[Any], name: str) -> str | None:
    if value is not None and value not in allowed:
        raise ValidationError({name: _("One of %(all)s.") % {"all": ", ".join(allowed)}})
    return value


def _matrix() -> RiskMatrix:
    matrix = current_matrix()
    if matrix is None:
        raise Http404
    return matrix


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "likelihood": place.likelihood,
        "impact": place.impact,
        "score": place.score,
        "band": place.band.key,
    }


def _heat(heat: HeatMap) -> dict[str, Any]:
    return {
        "matrix": heat.matrix.name,
        "version": heat.matrix.version,
        "layer": heat.layer.value,
        "cells": [
            {
                "likelihood": each.cell.likelihood,
                "impact": each.cell.impact,
                "score": each.cell.score,
                "band": each.cell.band.key,
                "risks": [
                    {"code": one.risk.code, "title": one.risk.title, "target": _place(one.to)}
                    for one in each.placed
                ],
            }
            for row in heat.rows
            for each in row.cells
        ],
        "unrated": [each.code for each in heat.unrated],
        "rated_on_an_earlier_matrix": [each.code for each in heat.earlier],
    }


class ObjectiveAtRiskSerializer(serializers.Serializer):
    """An objective's score, and how many of its points are at risk: an indication, no forecast."""

    objective = serializers.CharField()
    name = serializers.CharField()
    score = serializers.FloatField(allow_null=True)
    status = serializers.CharField()
    score_at_risk = serializers.FloatField(allow_null=True)
    act_first = serializers.BooleanField(help_text="On target, with a threat in one of the upper bands.")
    threats = serializers.DictField(child=serializers.IntegerField(), help_text="Rated threats by band.")
    risks = serializers.ListField(child=serializers.CharField())


@extend_schema_serializer(many=False)
class AtRiskSerializer(serializers.Serializer):
    """Every objective of the plan in force, in its last ended period."""

    plan = serializers.CharField()
    period = serializers.CharField()
    objectives = ObjectiveAtRiskSerializer(many=True)


class ObjectivesAtRisk(Api, ViewSet):
    """Risk by objective, of the risks that the caller may know of."""

    example = AT_RISK
    permissions = {"read": REGISTER}

    @extend_schema(
        responses=AtRiskSerializer,
        examples=[OpenApiExample("objectives at risk", AT_RISK, response_only=True)],
    )
    def list(self, request: Request) -> Response:
        """Every objective of the plan in force."""
        plan, matrix = current_plan(request.user), _matrix()
        if plan is None:
            raise Http404
        read = read_by_objective(request.user, plan, matrix, timezone.localdate())
        if read is None:
            raise Http404
        return Response(AtRiskSerializer(_at_risk(read)).data)


def _at_risk(read: ByObjective) -> dict[str, Any]:
    return {
        "plan": read.plan.code,
        "period": calendar().format(read.period),
        "objectives": [_objective(each) for each in read.lines],
    }


def _objective(line: AtRisk) -> dict[str, Any]:
    return {
        "objective": line.line.objective.code,
        "name": line.line.objective.name,
        "score": line.score,
        "status": line.line.node.score.status.value,
        "score_at_risk": line.at_risk,
        "act_first": line.act_first,
        "threats": {band.key: count for band, count in line.by_band},
        "risks": [each.risk.code for each in line.touching],
    }
