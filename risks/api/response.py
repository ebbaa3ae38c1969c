"""/api/v1/mitigations/ and /api/v1/rating-proposals/"""

from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.filters import ByReference
from core.api.resources import Changes, Creates, Removes
from core.api.shapes import Shaped, Written
from core.web import authorise
from org.models import User
from risks.actions import response as actions
from risks.api import response_examples as examples
from risks.api.parts import DO_PART, TEND_PART, TENDED, OfRiskFilters, OfRisks, seen_of
from risks.api.references import RiskReference, person
from risks.enums import MitigationState, ProposalState, Side
from risks.models import Mitigation, RatingProposal
from risks.views.seen import VIEW

"""What somebody whose action it is says of it without looking after the risk."""


class MitigationSerializer(Shaped):
    """An action against a threat or for an opportunity; done, it proposes a rating."""

    id = serializers.IntegerField(read_only=True)
    risk = RiskReference(read_only=True)
    name = serializers.CharField(read_only=True)
    description = serializers.CharField(read_only=True)
    side = serializers.ChoiceField(choices=Side.choices, read_only=True)
    owner = person(read_only=True)
    due_on = serializers.DateField(read_only=True, allow_null=True)
    cost = serializers.DecimalField(16, 2, read_only=True, allow_null=True)
    to_likelihood = serializers.IntegerField(read_only=True, allow_null=True)
    to_impact = serializers.IntegerField(read_only=True, allow_null=True)
    effect = serializers.CharField(read_only=True)
    state = serializers.ChoiceField(choices=MitigationState.choices, read_only=True)
    progress = serializers.IntegerField(read_only=True)
    done_on = serializers.DateField(read_only=True, allow_null=True)


class MitigationChange(Written):
    """What of an action may change; whose it is, says `state` and `progress`."""

    name = serializers.CharField(max_length=300)
    description = serializers.CharField(allow_blank=True, required=False)
    side = serializers.ChoiceField(choices=Side.choices, required=False)
    owner = person()
    due_on = serializers.DateField(allow_null=True, required=False)
    cost = serializers.DecimalField(16, 2, allow_null=True, required=False)
    to_likelihood = serializers.IntegerField(
        allow_null=True, required=False, help_text="Level of the matrix in use expected once it is done."
    )
    to_impact = serializers.IntegerField(allow_null=True, required=False)
    effect = serializers.CharField(allow_blank=True, required=False)
    state = serializers.ChoiceField(choices=MitigationState.choices, required=False)
    progress = serializers.IntegerField(min_value=0, max_value=100, required=False)


class MitigationInput(MitigationChange):
    """A new action; only its risk and name are needed."""

    risk = RiskReference()


class MitigationFilters(OfRiskFilters):
    """By risk, owner, state and day."""

    owner = ByReference(User.objects.all(), code_field="email__iexact")

    class Meta:
        model = Mitigation
        fields = {
            "id": ["in"],
            "state": ["exact", "in"],
            "due_on": ["gte", "lte", "isnull"],
            "done_on": ["gte", "lte", "isnull"],
        }


class Mitigations(Creates, Changes, Removes, OfRisks):
    """Actions about risks; what was begun is dropped, not removed (409)."""

    queryset = Mitigation.objects.select_related("risk__department", "owner")
    serializer_class = MitigationSerializer
    input_class, change_class = MitigationInput, MitigationChange
    filterset_class = MitigationFilters
    search_fields = ["name", "description", "effect"]
    ordering_fields = ["due_on", "name", "progress"]
    example, input_example = examples.MITIGATION, examples.MITIGATION_INPUT
    change_example = {"state": "done"}
    permissions = {**TENDED, "change": DO_PART}

    def create_one(self, data: dict[str, Any]) -> Mitigation:
        """After the others of its risk."""
        self.looks_after(data["risk"])
        return actions.add_mitigation(by=self.caller, **data)

    def change_one(self, obj: Mitigation, data: dict[str, Any]) -> Mitigation:
        """What was sent; done, it proposes the rating that it was to bring."""
        if set(data) - actions.REPORTED_BY_OWNER:
            authorise(self.caller, TEND_PART, obj)
        return actions.change_mitigation(by=self.caller, mitigation=obj, **data)

    def remove_one(self, obj: Mitigation) -> None:
        """Only what was not begun."""
        actions.remove_mitigation(by=self.caller, mitigation=obj)


class RatingProposalSerializer(Shaped):
    """A rating that a completed action proposes, and what was decided."""

    id = serializers.IntegerField(read_only=True)
    risk = RiskReference(read_only=True)
    mitigation = serializers.IntegerField(source="mitigation_id", read_only=True)
    likelihood = serializers.IntegerField(read_only=True)
    impact = serializers.IntegerField(read_only=True)
    state = serializers.ChoiceField(choices=ProposalState.choices, read_only=True)
    rating = serializers.IntegerField(
        source="rating_id", read_only=True, allow_null=True, help_text="The one that it became."
    )
    reason = serializers.CharField(read_only=True)
    proposed_at = serializers.DateTimeField(read_only=True)
    decided_by = person(read_only=True)
    decided_at = serializers.DateTimeField(read_only=True, allow_null=True)


class RatingProposalDecision(Written):
    """Whether it becomes the current rating; declined with a reason."""

    accepted = serializers.BooleanField()
    reason = serializers.CharField(allow_blank=True, required=False)


class RatingProposalFilters(OfRiskFilters):
    """By risk, action and state."""

    mitigation = ByReference(seen_of(Mitigation), code_field="")

    class Meta:
        model = RatingProposal
        fields = {
            "id": ["in"],
            "state": ["exact", "in"],
            "proposed_at": ["gte", "lte"],
        }


class RatingProposals(OfRisks):
    """Ratings that completed actions propose; none counts before somebody accepts it."""

    queryset = RatingProposal.objects.select_related("risk__department", "decided_by")
    serializer_class = RatingProposalSerializer
    filterset_class = RatingProposalFilters
    search_fields = ["reason"]
    ordering_fields = ["proposed_at", "decided_at"]
    example = examples.PROPOSAL
    permissions = {"read": VIEW, "decide": TEND_PART}

    @extend_schema(
        request=RatingProposalDecision,
        examples=[OpenApiExample("decision", examples.DECISION, request_only=True)],
    )
    @action(detail=True, methods=["post"])
    def decide(self, request: Request, ref: str) -> Response:
        """Accepted, a rating of today is made; declined, none; once decided it stays so (409)."""
        obj = self.get_object()
        said = RatingProposalDecision(data=request.data)
        said.is_valid(raise_exception=True)
        actions.decide_proposal(by=self.caller, proposal=obj, **said.validated_data)
        return self.done([obj], many=False, status=200)
