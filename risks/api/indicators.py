"""/api/v1/risk-indicators/ and /api/v1/escalations/"""

from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.filters import ByReference
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes
from core.api.shapes import Shaped, Written
from kpis.api.numbers import NumberField, optional_number
from kpis.models import KPI
from org.models import Department
from risks.actions import indicators as actions
from risks.api import indicator_examples as examples
from risks.api.parts import TEND_PART, TENDED, OfRiskFilters, OfRisks
from risks.api.references import PartReference, RiskReference, person
from risks.enums import Crossing, IndicatorState
from risks.models import ContingencyPlan, Escalation, RiskIndicator
from risks.views.seen import VIEW


class RiskIndicatorSerializer(Shaped):
    """A KPI that warns of a risk; `value` and `state` as they were seen last."""

    id = serializers.IntegerField(read_only=True)
    risk = RiskReference(read_only=True)
    kpi = Reference(read_only=True)
    department = Reference(read_only=True, allow_null=True, help_text="Null: the whole organisation.")
    crossing = serializers.ChoiceField(choices=Crossing.choices, read_only=True)
    warning = serializers.FloatField(read_only=True, allow_null=True)
    trigger = serializers.FloatField(read_only=True)
    plan = serializers.IntegerField(source="plan_id", read_only=True, allow_null=True)
    state = serializers.ChoiceField(choices=IndicatorState.choices, read_only=True)
    state_since = serializers.DateTimeField(read_only=True, allow_null=True)
    value = serializers.FloatField(read_only=True, allow_null=True)


class RiskIndicatorChange(Written):
    """What of an indicator may change; it is looked at anew at once."""

    kpi = Reference(queryset=KPI.objects.all())
    department = Reference(queryset=Department.objects.all(), allow_null=True, required=False)
    crossing = serializers.ChoiceField(choices=Crossing.choices, required=False)
    warning = optional_number()
    trigger = NumberField(help_text="Reached or crossed, the risk is escalated, once.")
    plan = PartReference(
        queryset=ContingencyPlan.objects.all(),
        allow_null=True,
        required=False,
        help_text="Called up by the trigger; of the same risk.",
    )


class RiskIndicatorInput(RiskIndicatorChange):
    """A KPI that is to warn of a risk; looked at at once."""

    risk = RiskReference()


class RiskIndicatorFilters(OfRiskFilters):
    """By risk, KPI, department and state."""

    kpi = ByReference(KPI.objects.all())
    department = ByReference(Department.objects.all())

    class Meta:
        model = RiskIndicator
        fields = {"id": ["in"], "state": ["exact", "in"], "state_since": ["gte", "lte"]}


class RiskIndicators(Creates, Changes, Removes, OfRisks):
    """KPIs that warn of risks, escalate them and call up their plans."""

    queryset = RiskIndicator.objects.select_related("risk__department", "kpi", "department")
    serializer_class = RiskIndicatorSerializer
    input_class, change_class = RiskIndicatorInput, RiskIndicatorChange
    filterset_class = RiskIndicatorFilters
    ordering_fields = ["id", "state_since"]
    example, input_example = examples.INDICATOR, examples.INDICATOR_INPUT
    change_example = {"trigger": 40}
    permissions = TENDED

    def create_one(self, data: dict[str, Any]) -> RiskIndicator:
        """For who looks after the risk."""
        self.looks_after(data["risk"])
        return actions.watch(by=self.caller, **data)

    def change_one(self, obj: RiskIndicator, data: dict[str, Any]) -> RiskIndicator:
        """What was sent; the rest stays."""
        said: dict[str, Any] = {"kpi": obj.kpi, "trigger": obj.trigger} | data
        return actions.watch(by=self.caller, risk=obj.risk, indicator=obj, **said)

    def remove_one(self, obj: RiskIndicator) -> None:
        """It warns no longer."""
        actions.stop_watching(by=self.caller, indicator=obj)


class EscalationSerializer(Shaped):
    """That a risk was brought before the leadership, why, and what was answered."""

    id = serializers.IntegerField(read_only=True)
    risk = RiskReference(read_only=True)
    indicator = serializers.IntegerField(source="indicator_id", read_only=True, allow_null=True)
    reason = serializers.CharField(read_only=True)
    escalated_by = person(read_only=True, help_text="Null: an indicator did.")
    escalated_at = serializers.DateTimeField(read_only=True)
    answer = serializers.CharField(read_only=True)
    answered_by = person(read_only=True)
    answered_at = serializers.DateTimeField(read_only=True, allow_null=True)


class EscalationInput(Written):
    """A risk, and why the leadership is to know."""

    risk = RiskReference()
    reason = serializers.CharField()


class EscalationAnswer(Written):
    """What is done."""

    answer = serializers.CharField()


class EscalationFilters(OfRiskFilters):
    """By risk, and by when it was escalated and answered."""

    class Meta:
        model = Escalation
        fields = {
            "id": ["in"],
            "escalated_at": ["gte", "lte"],
            "answered_at": ["gte", "lte", "isnull"],
        }


class Escalations(Creates, OfRisks):
    """What was brought before the leadership; people of it or of the office answer, programs never."""

    queryset = Escalation.objects.select_related("risk__department", "escalated_by", "answered_by")
    serializer_class = EscalationSerializer
    input_class = EscalationInput
    filterset_class = EscalationFilters
    search_fields = ["reason", "answer"]
    ordering_fields = ["escalated_at", "answered_at"]
    example, input_example = examples.ESCALATION, examples.ESCALATION_INPUT
    permissions = {"read": VIEW, "create": TEND_PART, "answer": "risks.answer_escalation"}

    def create_one(self, data: dict[str, Any]) -> Escalation:
        """For who looks after the risk."""
        self.looks_after(data["risk"])
        return actions.escalate(by=self.caller, **data)

    @extend_schema(
        request=EscalationAnswer, examples=[OpenApiExample("answer", examples.ANSWER, request_only=True)]
    )
    @action(detail=True, methods=["post"])
    def answer(self, request: Request, ref: str) -> Response:
        """With none left open the risk is escalated no longer; 409 where it was answered already."""
        obj = self.get_object()
        said = EscalationAnswer(data=request.data)
        said.is_valid(raise_exception=True)
        actions.answer_escalation(by=self.caller, escalation=obj, **said.validated_data)
        return self.done([obj], many=False, status=200)
