"""/api/v1/gate-decisions/"""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Creates, Resource
from core.api.shapes import Shaped, Written
from core.web import authorise
from initiatives.actions.gates import DECISIONS, Answer, ask_gate, decide_gate, withdraw_gate
from initiatives.api import portfolio_examples as examples
from initiatives.api.references import InitiativeReference
from initiatives.enums import GateOutcome, Stage
from initiatives.gates.reading import visible_gates
from initiatives.models import GateDecision
from initiatives.queries import visible_initiatives

ASK = "initiatives.ask_gate"


# What may be decided; a gate that waits or was withdrawn was not.
DECISION_CHOICES = [(each.value, each.label) for each in DECISIONS]


class GateCriterionThenSerializer(serializers.Serializer):
    """A criterion as it stood then."""

    text = serializers.CharField()
    required = serializers.BooleanField()  # type: ignore[assignment]
    met = serializers.BooleanField(allow_null=True)
    note = serializers.CharField()


class GateDecisionSerializer(Shaped):
    """What was asked and decided when an initiative was to enter another stage."""

    id = serializers.IntegerField(read_only=True)
    initiative = InitiativeReference(read_only=True)
    from_stage = serializers.ChoiceField(choices=Stage.choices, read_only=True)
    to_stage = serializers.ChoiceField(choices=Stage.choices, read_only=True)
    outcome = serializers.ChoiceField(choices=GateOutcome.choices, read_only=True)
    request = serializers.CharField(read_only=True)
    criteria = GateCriterionThenSerializer(many=True, read_only=True)
    asked_by = Reference(code_field="email", read_only=True, allow_null=True)
    asked_at = serializers.DateTimeField(read_only=True)
    decide_by = serializers.DateField(read_only=True, allow_null=True)
    reason = serializers.CharField(read_only=True)
    conditions = serializers.CharField(read_only=True)
    decided_by = Reference(code_field="email", read_only=True, allow_null=True)
    decided_at = serializers.DateTimeField(read_only=True, allow_null=True)


class GateAnswerInput(Written):
    """How an initiative stands to a criterion, by the id of it."""

    criterion = serializers.IntegerField()
    met = serializers.BooleanField(allow_null=True, required=False)
    note = serializers.CharField(max_length=500, allow_blank=True, required=False)


class GateInput(Written):
    """To ask for a stage; a move that needs no decision is made at once."""

    initiative = InitiativeReference()
    to_stage = serializers.ChoiceField(choices=Stage.choices)
    request = serializers.CharField(help_text="What is asked for and why; else the reason.")
    criteria = GateAnswerInput(many=True, required=False)
    decide_by = serializers.DateField(allow_null=True, required=False)


class GateDecisionInput(Written):
    """What is decided; returned with a reason, passed with conditions."""

    outcome = serializers.ChoiceField(choices=DECISION_CHOICES)
    reason = serializers.CharField(allow_blank=True, required=False)
    conditions = serializers.CharField(allow_blank=True, required=False)


class GateFilters(Filters):
    """By initiative, stage and outcome."""

    initiative = ByReference(visible_initiatives)

    class Meta:
        model = GateDecision
        fields = {
            "id": ["in"],
            "from_stage": ["exact", "in"],
            "to_stage": ["exact", "in"],
            "outcome": ["exact", "in"],
            "asked_at": ["gte", "lte"],
            "decided_at": ["gte", "lte", "isnull"],
        }


class GateDecisions(Creates, Resource):
    """Stage gates: asked with POST, decided by executives (never by programs), or taken back."""

    queryset = GateDecision.objects.select_related("initiative__department", "asked_by", "decided_by")
    serializer_class = GateDecisionSerializer
    input_class = GateInput
    filterset_class = GateFilters
    code_field = ""
    search_fields = ["request", "reason", "conditions"]
    ordering_fields = ["asked_at", "decided_at"]
    example, input_example = examples.GATE, examples.GATE_INPUT
    permissions = {
        "read": "initiatives.view_initiative",
        "create": ASK,
        "decide": "initiatives.decide_gate",
        "withdraw": "initiatives.withdraw_gate",
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of initiatives that the user may know of."""
        return queryset.filter(pk__in=visible_gates(user).order_by().values("pk"))

    def create_one(self, data: dict[str, Any]) -> GateDecision:
        """For who runs the initiative."""
        authorise(self.caller, ASK, data["initiative"])
        said = data.pop("criteria", [])
        answers = {each["criterion"]: Answer(each.get("met"), each.get("note", "")) for each in said}
        return ask_gate(by=self.caller, answers=answers, **data)

    @extend_schema(
        request=GateDecisionInput, examples=[OpenApiExample("decision", examples.DECISION, request_only=True)]
    )
    @action(detail=True, methods=["post"])
    def decide(self, request: Request, ref: str) -> Response:
        """It passes, passes with conditions, or is returned."""
        obj = self.get_object()
        serializer = GateDecisionInput(data=request.data, context=self.get_serializer_context())
        serializer.is_valid(raise_exception=True)
        decide_gate(by=self.caller, gate=obj, **serializer.validated_data)
        return self.done([obj], many=False, status=200)

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def withdraw(self, request: Request, ref: str) -> Response:
        """What was asked for is taken back."""
        obj = self.get_object()
        withdraw_gate(by=self.caller, gate=obj)
        return self.done([obj], many=False, status=200)
