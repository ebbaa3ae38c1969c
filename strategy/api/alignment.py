"""/api/v1/alignment/{plan}/: which departments own, adopted or support each objective; what is missing."""

from typing import Any

from django.http import Http404
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from core.api.lookup import found
from core.api.resources import Api
from org.queries import TreeNode
from strategy.api.cascade_examples import ALIGNMENT
from strategy.cascade.bonds import Bond
from strategy.cascade.gaps import Gap, gaps_of
from strategy.cascade.matrix import Line, read_alignment
from strategy.enums.cascade import GapKind, Tie
from strategy.models import Objective, Plan
from strategy.queries import organisation_plans

EVERY_LEVEL = 99


class TieSerializer(serializers.Serializer):
    """What a department does for an objective, and by which objective of its own."""

    department = serializers.CharField()
    tie = serializers.ChoiceField(choices=Tie.choices)
    objective = serializers.CharField(allow_null=True, help_text="`plan:code` of the department's own.")
    note = serializers.CharField()


class AlignedSerializer(serializers.Serializer):
    """An objective of the strategy with every department that works for it."""

    code = serializers.CharField()
    name = serializers.CharField()
    perspective = serializers.CharField(allow_null=True)
    owner = serializers.EmailField(allow_null=True)
    lead = serializers.CharField(allow_null=True)
    kpis = serializers.IntegerField()
    ties = TieSerializer(many=True)


class AlignmentGapSerializer(serializers.Serializer):
    """Something that is missing, at an objective, a department or a KPI."""

    kind = serializers.ChoiceField(choices=GapKind.choices)
    objective = serializers.CharField(allow_null=True)
    department = serializers.CharField(allow_null=True)
    kpi = serializers.CharField(allow_null=True)


class AlignmentSerializer(serializers.Serializer):
    """The alignment matrix of a strategy."""

    plan = serializers.CharField()
    departments = serializers.ListField(child=serializers.CharField())
    objectives = AlignedSerializer(many=True)
    gaps = AlignmentGapSerializer(many=True)


class AlignmentMatrix(Api, ViewSet):
    """Objectives by departments, and the gaps between them; departments by their own ties, at any level."""

    example = ALIGNMENT
    permissions = {"read": "strategy.view_plan"}
    lookup_url_kwarg = "ref"
    lookup_value_regex = "[^/]+"
    serializer_class = AlignmentSerializer

    def retrieve(self, request: Request, ref: str) -> Response:
        """The matrix of an organisation's plan (code or id)."""
        plan: Plan | None = found(organisation_plans(request.user), "code", ref)
        if plan is None:
            raise Http404(ref)
        read = read_alignment(plan, request.user, EVERY_LEVEL)
        codes = {node.id: node for node in read.tree}
        body = {
            "plan": plan.code,
            "departments": [node.code for node in read.departments],
            "objectives": [_objective(line, codes) for line in read.lines],
            "gaps": [_gap(gap) for gap in gaps_of(read, request.user)],
        }
        return Response(AlignmentSerializer(body).data)


def _objective(line: Line, nodes: dict[int, TreeNode]) -> dict[str, Any]:
    placed = line.placed
    objective = placed.objective
    return {
        "code": objective.code,
        "name": objective.name,
        "perspective": placed.perspective.code if placed.perspective else None,
        "owner": objective.owner.email if objective.owner else None,
        "lead": objective.lead.code if objective.lead else None,
        "kpis": len(placed.kpi_links),
        "ties": [_tie(bond, nodes) for bond in line.bonds],
    }


def _tie(bond: Bond, nodes: dict[int, TreeNode]) -> dict[str, Any]:
    return {
        "department": nodes[bond.department_id].code,
        "tie": bond.tie.value,
        "objective": _ref(bond.objective),
        "note": bond.note,
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "kind": gap.kind.value,
        "objective": _ref(gap.objective),
        "department": gap.department.code if gap.department else None,
        "kpi": gap.kpi.code if gap.kpi else None,
    }


def _ref(objective: Objective | None) -> str | None:
    return f"{objective.plan.code}:{objective.code}" if objective is not None else None
