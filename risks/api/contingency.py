"""/api/v1/contingency-plans/ and /api/v1/contingency-steps/"""

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
from risks.actions import contingency as actions
from risks.api import contingency_examples as examples
from risks.api.parts import DO_PART, TEND_PART, TENDED, OfRiskFilters, OfRisks, seen_of
from risks.api.references import PartReference, RiskReference, person
from risks.enums import ContingencyState
from risks.models import ContingencyPlan, ContingencyStep
from risks.queries import visible_risks

LONGEST_HOURS = 10_000


class ContingencyPlanSerializer(Shaped):
    """What is done when it happens after all; `contingency-steps` are its steps."""

    id = serializers.IntegerField(read_only=True)
    risk = RiskReference(read_only=True)
    name = serializers.CharField(read_only=True)
    trigger = serializers.CharField(read_only=True, help_text="Called up when this is so.")
    owner = person(read_only=True)
    resources = serializers.CharField(read_only=True)
    cost = serializers.DecimalField(16, 2, read_only=True, allow_null=True)
    tested_on = serializers.DateField(read_only=True, allow_null=True)
    test_result = serializers.CharField(read_only=True)
    state = serializers.ChoiceField(choices=ContingencyState.choices, read_only=True)
    called_at = serializers.DateTimeField(read_only=True, allow_null=True)
    called_by = person(read_only=True)
    called_why = serializers.CharField(read_only=True)
    ended_at = serializers.DateTimeField(read_only=True, allow_null=True)
    outcome = serializers.CharField(read_only=True, help_text="How it went.")


class ContingencyPlanChange(Written):
    """What of a plan may change; `call` and `end` say whether it runs."""

    name = serializers.CharField(max_length=300)
    trigger = serializers.CharField(allow_blank=True, required=False)
    owner = person()
    resources = serializers.CharField(allow_blank=True, required=False)
    cost = serializers.DecimalField(16, 2, min_value=0, allow_null=True, required=False)
    tested_on = serializers.DateField(allow_null=True, required=False)
    test_result = serializers.CharField(allow_blank=True, required=False)


class ContingencyPlanInput(ContingencyPlanChange):
    """A new plan; only its risk and name are needed."""

    risk = RiskReference()


class CallUpInput(Written):
    """Why it is called up."""

    reason = serializers.CharField()


class StandDownInput(Written):
    """How it went."""

    outcome = serializers.CharField()


class ContingencyPlanFilters(OfRiskFilters):
    """By risk, owner, state and test."""

    owner = ByReference(User.objects.all(), code_field="email__iexact")

    class Meta:
        model = ContingencyPlan
        fields = {
            "id": ["in"],
            "state": ["exact", "in"],
            "tested_on": ["gte", "lte", "isnull"],
            "called_at": ["gte", "lte", "isnull"],
        }


class ContingencyPlans(Creates, Changes, Removes, OfRisks):
    """Plans for the case that it happens; one that was called up is kept (409)."""

    queryset = ContingencyPlan.objects.select_related("risk__department", "owner", "called_by")
    serializer_class = ContingencyPlanSerializer
    input_class, change_class = ContingencyPlanInput, ContingencyPlanChange
    filterset_class = ContingencyPlanFilters
    search_fields = ["name", "trigger", "resources"]
    ordering_fields = ["name", "tested_on", "called_at"]
    example, input_example = examples.PLAN, examples.PLAN_INPUT
    change_example = {"tested_on": "2026-10-12", "test_result": "The pumps ran within two hours."}
    permissions = {**TENDED, "call": DO_PART, "end": DO_PART}

    def create_one(self, data: dict[str, Any]) -> ContingencyPlan:
        """For who looks after the risk."""
        self.looks_after(data["risk"])
        return actions.add_plan(by=self.caller, **data)

    def change_one(self, obj: ContingencyPlan, data: dict[str, Any]) -> ContingencyPlan:
        """What was sent."""
        return actions.change_plan(by=self.caller, plan=obj, **data)

    def remove_one(self, obj: ContingencyPlan) -> None:
        """Only where it was never called up."""
        actions.remove_plan(by=self.caller, plan=obj)

    @extend_schema(request=CallUpInput, examples=[OpenApiExample("reason", examples.CALL, request_only=True)])
    @action(detail=True, methods=["post"])
    def call(self, request: Request, ref: str) -> Response:
        """It runs, and its steps are due from now on; 409 where it runs already."""
        obj = self.get_object()
        said = CallUpInput(data=request.data)
        said.is_valid(raise_exception=True)
        actions.call_up(by=self.caller, plan=obj, **said.validated_data)
        return self.done([obj], many=False, status=200)

    @extend_schema(
        request=StandDownInput, examples=[OpenApiExample("outcome", examples.END, request_only=True)]
    )
    @action(detail=True, methods=["post"])
    def end(self, request: Request, ref: str) -> Response:
        """It is stood down; 409 where it does not run."""
        obj = self.get_object()
        said = StandDownInput(data=request.data)
        said.is_valid(raise_exception=True)
        actions.stand_down(by=self.caller, plan=obj, **said.validated_data)
        return self.done([obj], many=False, status=200)


class ContingencyStepSerializer(Shaped):
    """A step of a plan, due so many hours after it was called up."""

    id = serializers.IntegerField(read_only=True)
    risk = RiskReference(source="plan.risk", read_only=True)
    plan = serializers.IntegerField(source="plan_id", read_only=True)
    name = serializers.CharField(read_only=True)
    who = person(read_only=True)
    within_hours = serializers.IntegerField(read_only=True, allow_null=True)
    done_at = serializers.DateTimeField(read_only=True, allow_null=True)
    position = serializers.IntegerField(read_only=True)


class _StepWords(Written):
    name = serializers.CharField(max_length=300)
    who = person()
    within_hours = serializers.IntegerField(
        min_value=0, max_value=LONGEST_HOURS, allow_null=True, required=False
    )


class ContingencyStepChange(_StepWords):
    """What of a step may change; `done` ticks it while the plan runs (else 409), false takes it back."""

    done = serializers.BooleanField(required=False)


class ContingencyStepInput(_StepWords):
    """A new step, after the others."""

    plan = PartReference(queryset=ContingencyPlan.objects.all())


class ContingencyStepFilters(OfRiskFilters):
    """By risk, plan, and who does it."""

    risk = ByReference(visible_risks, field_name="plan__risk")
    plan = ByReference(seen_of(ContingencyPlan), code_field="")
    who = ByReference(User.objects.all(), code_field="email__iexact")

    class Meta:
        model = ContingencyStep
        fields = {"id": ["in"], "done_at": ["isnull"]}


class ContingencySteps(Creates, Changes, Removes, OfRisks):
    """Steps of contingency plans, in their order; whose step it is, ticks it."""

    queryset = ContingencyStep.objects.select_related("plan__risk__department", "who")
    serializer_class = ContingencyStepSerializer
    input_class, change_class = ContingencyStepInput, ContingencyStepChange
    filterset_class = ContingencyStepFilters
    path_to_risk = "plan__risk"
    search_fields = ["name"]
    ordering_fields = ["position", "name"]
    example, input_example = examples.STEP, examples.STEP_INPUT
    change_example = {"done": True}
    permissions = {**TENDED, "change": DO_PART}

    def check_object_permissions(self, request: Request, obj: Any) -> None:
        """Asked of the plan; who is to do a step changes it as far as `change_one` lets them."""
        changes = self.action in ("partial_update", "bulk_change")
        if not (changes and obj.who_id == request.user.pk):
            super().check_object_permissions(request, obj.plan)

    def create_one(self, data: dict[str, Any]) -> ContingencyStep:
        """After the others of its plan."""
        self.looks_after(data["plan"].risk)
        return actions.add_step(by=self.caller, **data)

    def change_one(self, obj: ContingencyStep, data: dict[str, Any]) -> ContingencyStep:
        """What it says is for who looks after the risk; ticking also for who does it, or owns the plan."""
        done = data.pop("done", None)
        if data:
            authorise(self.caller, TEND_PART, obj.plan)
            actions.change_step(by=self.caller, step=obj, **data)
        if done is not None:
            actions.tick_step(by=self.caller, step=obj, done=done)
        return obj

    def remove_one(self, obj: ContingencyStep) -> None:
        """Not while the plan runs (409)."""
        actions.remove_step(by=self.caller, step=obj)
