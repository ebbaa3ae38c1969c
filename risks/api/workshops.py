"""/api/v1/risk-workshops/"""

from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema, extend_schema_serializer
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from core.api.resources import Api
from risks.enums import WorkshopState
from risks.models import Workshop
from risks.views.seen import VIEW
from risks.workshops.presenting import Line, lines_of
from risks.workshops.visible import workshops_with_counts

EXAMPLE: dict[str, Any] = {
    "workshops": [
        {
            "id": 2,
            "name": "The coast in a storm",
            "state": "together",
            "matrix": "Port Selwyn",
            "closes_on": "2026-11-20",
            "people": 3,
            "done": 0,
            "proposed": [
                {
                    "title": "The pumps lose their power",
                    "kind": "threat",
                    "risk": None,
                    "ratings": 3,
                    "median_likelihood": 2,
                    "median_impact": 4,
                    "agreement": 0.5,
                    "agreed_likelihood": None,
                    "agreed_impact": None,
                }
            ],
        }
    ]
}


class WorkshopProposalSerializer(serializers.Serializer):
    """What was proposed, and, once all look at it together, how far its ratings lie apart."""

    title = serializers.CharField()
    kind = serializers.CharField()
    risk = serializers.CharField(allow_null=True, help_text="Its code, where it is in the register.")
    ratings = serializers.IntegerField(help_text="How many rated it; 0 until all look at it together.")
    median_likelihood = serializers.IntegerField(allow_null=True)
    median_impact = serializers.IntegerField(allow_null=True)
    agreement = serializers.FloatField(allow_null=True, help_text="0 to 1.")
    agreed_likelihood = serializers.IntegerField(allow_null=True)
    agreed_impact = serializers.IntegerField(allow_null=True)


class RiskWorkshopSerializer(serializers.Serializer):
    """A workshop; nothing of what is proposed while everybody proposes alone."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    state = serializers.CharField(help_text=", ".join(WorkshopState.values))
    matrix = serializers.CharField()
    closes_on = serializers.DateField(allow_null=True)
    people = serializers.IntegerField()
    done = serializers.IntegerField(help_text="How many are through with the present step.")
    proposed = WorkshopProposalSerializer(many=True)


@extend_schema_serializer(many=False)
class RiskWorkshopsSerializer(serializers.Serializer):
    """Workshops, the latest first."""

    workshops = RiskWorkshopSerializer(many=True)


class RiskWorkshops(Api, ViewSet):
    """Workshops that the caller leads or is invited to; the strategy office reads all."""

    example = EXAMPLE
    permissions = {"read": VIEW}

    @extend_schema(
        responses=RiskWorkshopsSerializer,
        examples=[OpenApiExample("workshops", EXAMPLE, response_only=True)],
    )
    def list(self, request: Request) -> Response:
        """Each with its proposals, without names."""
        found = workshops_with_counts(request.user)
        data = {"workshops": [_workshop(each, lines_of(each, request.user)) for each in found]}
        return Response(RiskWorkshopsSerializer(data).data)


def _workshop(workshop: Any, lines: list[Line]) -> dict[str, Any]:
    shown: Workshop = workshop
    return {
        "id": shown.pk,
        "name": shown.name,
        "state": shown.state,
        "matrix": shown.matrix.name,
        "closes_on": shown.closes_on,
        "people": workshop.people,
        "done": workshop.done,
        "proposed": [_proposed(line) for line in lines],
    }


def _proposed(line: Line) -> dict[str, Any]:
    spread = line.spread
    return {
        "title": line.proposed.title,
        "kind": line.proposed.kind,
        "risk": line.proposed.risk.code if line.proposed.risk else None,
        "ratings": spread.count if spread else 0,
        "median_likelihood": spread.median[0] if spread else None,
        "median_impact": spread.median[1] if spread else None,
        "agreement": spread.agreement if spread else None,
        "agreed_likelihood": line.proposed.likelihood,
        "agreed_impact": line.proposed.impact,
    }
