"""/api/v1/overlaps/: initiatives that look alike, and what becomes of them."""

from typing import Any

from drf_spectacular.utils import OpenApiExample, OpenApiParameter, extend_schema, extend_schema_serializer
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from core.api.resources import Api
from core.api.shapes import Written
from initiatives.actions.coordination import judge_overlap, merge_initiatives
from initiatives.actions.merging import Move
from initiatives.api.references import InitiativeReference
from initiatives.api.resource_load import yes_or_no
from initiatives.coordination.overlaps import Overlap, read_overlap, read_overlaps
from initiatives.enums import Verdict
from initiatives.views.seen import VIEW

JUDGE = "initiatives.judge_overlaps"
_JUDGED: dict[str, Any] = {
    "first": "ONLINE-PERMITS",
    "second": "PERMIT-BOT",
    "score": 0.21,
    "text": 0.27,
    "objectives": 0.33,
    "time": 0.85,
    "department": 1.0,
    "verdict": "related",
    "note": "The answer begins where the file is begun.",
}
_JUDGING = {name: _JUDGED[name] for name in ("first", "second", "verdict", "note")}
_MERGING: dict[str, Any] = {
    "keep": "ONLINE-PERMITS",
    "other": "PERMIT-BOT",
    "moves": ["plan", "people", "money"],
    "note": "One team, one file.",
}


class OverlapSerializer(serializers.Serializer):
    """Two initiatives with how alike they are: score = text × (1 + objectives + time + department) / 4."""

    first = serializers.CharField(source="first.code")
    second = serializers.CharField(source="second.code")
    score = serializers.FloatField(source="parts.score", help_text="0 to 1.")
    text = serializers.FloatField(source="parts.text")
    objectives = serializers.FloatField(source="parts.objectives")
    time = serializers.FloatField(source="parts.time")
    department = serializers.FloatField(source="parts.department")
    verdict = serializers.ChoiceField(
        choices=Verdict.choices, source="verdict.verdict", allow_null=True, default=None
    )
    note = serializers.CharField(source="verdict.note", default="")


@extend_schema_serializer(many=False)
class OverlapsSerializer(serializers.Serializer):
    """Pairs, the likest first; of judged ones the latest."""

    overlaps = OverlapSerializer(many=True)


class JudgingInput(Written):
    """What was found of two initiatives."""

    first = InitiativeReference()
    second = InitiativeReference()
    verdict = serializers.ChoiceField(
        choices=Verdict.choices, help_text="`different` or `related`; `merged` comes of merging."
    )
    note = serializers.CharField(allow_blank=True, required=False)


class MergingInput(Written):
    """Which of two stays, and what goes over to it; `moves` left out: everything."""

    keep = InitiativeReference()
    other = InitiativeReference()
    moves = serializers.ListField(
        child=serializers.ChoiceField(choices=[each.value for each in Move]), required=False
    )
    note = serializers.CharField(allow_blank=True, required=False)


class Overlaps(Api, ViewSet):
    """Initiatives that may be the same, among those that the caller may know of."""

    example = {"overlaps": [_JUDGED]}
    permissions = {"read": VIEW, "create": JUDGE, "merge": JUDGE}
    query_parameters = {"judged"}
    dry_runs = frozenset[str]()
    takes_arrays = False

    @extend_schema(
        responses=OverlapsSerializer,
        examples=[OpenApiExample("overlaps", {"overlaps": [_JUDGED]}, response_only=True)],
        parameters=[OpenApiParameter("judged", bool, description="What was judged, instead of what waits.")],
    )
    def list(self, request: Request) -> Response:
        """Pairs that wait to be judged, or with `judged=true` those that were."""
        found = read_overlaps(request.user, judged=yes_or_no(request, "judged"))
        return Response({"overlaps": [_shown(each) for each in found]})

    @extend_schema(
        request=JudgingInput,
        responses={200: OverlapSerializer},
        examples=[
            OpenApiExample("finding", _JUDGING, request_only=True),
            OpenApiExample("overlap", _JUDGED, response_only=True),
        ],
    )
    def create(self, request: Request) -> Response:
        """Say that two initiatives are different or related, as often as one learns more."""
        asked = JudgingInput(data=request.data, context={"request": request})
        asked.is_valid(raise_exception=True)
        row = judge_overlap(by=self.caller, **asked.validated_data)
        return Response(_shown(read_overlap(request.user, row.first, row.second)))

    @extend_schema(
        request=MergingInput,
        responses={200: OverlapSerializer},
        examples=[
            OpenApiExample("merging", _MERGING, request_only=True),
            OpenApiExample("overlap", {**_JUDGED, "verdict": "merged"}, response_only=True),
        ],
    )
    @action(detail=False, methods=["post"])
    def merge(self, request: Request) -> Response:
        """Make two initiatives one: the other is archived and points to the one that stays."""
        asked = MergingInput(data=request.data, context={"request": request})
        asked.is_valid(raise_exception=True)
        row = merge_initiatives(by=self.caller, **asked.validated_data)
        return Response(_shown(read_overlap(request.user, row.first, row.second)))


def _shown(overlap: Overlap) -> Any:
    return OverlapSerializer(overlap).data
