"""/api/v1/department-plans/"""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.errors import Fault, Refused
from core.web import authorise
from org.models import Department, User
from org.validators import validate_code
from strategy.actions import cascade, change_plan
from strategy.api import cascade_examples as examples
from strategy.api.contributions import ContributionSerializer
from strategy.api.references import ObjectiveReference, PlanReference
from strategy.cascade.parts import visible_parts
from strategy.cascade.permissions import STEP_PERMISSION
from strategy.cascade.stages import stage_of
from strategy.enums import (
    AgreementDecision,
    AgreementSide,
    PlanFunction,
    PlanKind,
    PlanState,
    SupportKind,
)
from strategy.enums.cascade import Stage, Step
from strategy.models import Agreement, Plan
from strategy.queries import visible_plans


class AgreementSerializer(serializers.Serializer):
    """Who agreed to a plan, approved it or returned it, for whom and when."""

    side = serializers.ChoiceField(choices=AgreementSide.choices)
    decision = serializers.ChoiceField(choices=AgreementDecision.choices)
    by = serializers.EmailField(source="by.email", allow_null=True, default=None)
    at = serializers.DateTimeField()
    comment = serializers.CharField()
    version = serializers.IntegerField(source="version.number", allow_null=True, default=None)
    stands = serializers.BooleanField(help_text="false: of a version that was returned or written anew.")


class PartFields(serializers.Serializer):
    """What such a plan says about itself."""

    name = serializers.CharField(max_length=300, required=False)
    description = serializers.CharField(allow_blank=True, required=False)
    starts_on = serializers.DateField(allow_null=True, required=False)
    ends_on = serializers.DateField(allow_null=True, required=False)


class PartSerializer(Shaped, PartFields):
    """A departmental or functional plan with its stage and who agreed to it."""

    id = serializers.IntegerField(read_only=True)
    code = serializers.CharField(read_only=True)
    kind = serializers.ChoiceField(choices=PlanKind.choices, read_only=True)
    function = serializers.ChoiceField(choices=[("", ""), *PlanFunction.choices], read_only=True)
    department = Reference(read_only=True)
    part_of = Reference(read_only=True)
    state = serializers.ChoiceField(choices=PlanState.choices, read_only=True)
    stage = serializers.SerializerMethodField()
    agreements = AgreementSerializer(many=True, read_only=True)

    def get_stage(self, plan: Plan) -> Stage:
        """`draft`, `proposed`, `agreed`, `approved`, `active` or `archived`."""
        return stage_of(plan, plan.agreements.all())


class PartChange(Written, PartFields):
    """What of it may change while it is a draft; a step takes it further."""


class PartInput(Written):
    """A new draft; name and code are made where they are left out."""

    part_of = PlanReference(help_text="The organisation's plan.")
    department = Reference(queryset=Department.objects.all())
    function = serializers.ChoiceField(choices=PlanFunction.choices, required=False)
    name = serializers.CharField(max_length=300, required=False)
    code = serializers.CharField(max_length=60, validators=[validate_code], required=False)


class StepInput(Written):
    """Where the plan goes next; returning and beginning anew need a comment."""

    step = serializers.ChoiceField(choices=Step.choices)
    comment = serializers.CharField(allow_blank=True, required=False)


class OwnObjectiveInput(Written):
    """An objective above that is adopted as it is, or supported by an own one with a `name`."""

    above = ObjectiveReference()
    kind = serializers.ChoiceField(choices=SupportKind.choices, required=False)
    name = serializers.CharField(max_length=500, required=False)
    note = serializers.CharField(allow_blank=True, required=False)
    description = serializers.CharField(allow_blank=True, required=False)
    owner = Reference(
        queryset=User.objects.filter(is_active=True),
        code_field="email__iexact",
        allow_null=True,
        required=False,
    )


class PartFilters(Filters):
    """By strategy, department, kind and state."""

    part_of = ByReference(visible_plans)
    department = ByReference(Department.objects.all())

    class Meta:
        model = Plan
        fields = {
            "id": ["in"],
            "code": ["exact", "in"],
            "kind": ["exact"],
            "function": ["exact"],
            "state": ["exact", "in"],
        }


class DepartmentPlans(Creates, Changes, Removes, Resource):
    """Plans of departments and functions within the organisation's. Their heads write, the office agrees."""

    queryset = Plan.objects.select_related("department", "part_of").prefetch_related(
        Prefetch("agreements", Agreement.objects.select_related("by", "version").order_by("at", "pk"))
    )
    serializer_class = PartSerializer
    input_class, change_class = PartInput, PartChange
    filterset_class = PartFilters
    search_fields = ["code", "name"]
    ordering_fields = ["code", "name", "created_at"]
    example, input_example = examples.DEPARTMENT_PLAN, examples.DEPARTMENT_PLAN_INPUT
    change_example = {"name": "Plan of Transport"}
    permissions = {
        "read": "strategy.view_plan",
        "create": "strategy.begin_part",
        "change": "strategy.write_part",
        "remove": "strategy.write_part",
        "steps": "strategy.view_plan",  # each step asks for its own
        "own_objectives": "strategy.write_part",
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those that the user may know of."""
        return queryset.filter(pk__in=visible_parts(user).order_by().values("pk"))

    def create_one(self, data: dict[str, Any]) -> Plan:
        """A draft."""
        authorise(self.caller, "strategy.begin_part", data["department"])
        return cascade.begin_part(by=self.caller, **data)

    def change_one(self, obj: Plan, data: dict[str, Any]) -> Plan:
        """Its words."""
        return change_plan(by=self.caller, plan=obj, **data)

    def remove_one(self, obj: Plan) -> None:
        """Only one that was never proposed."""
        cascade.remove_part(by=self.caller, plan=obj)

    @extend_schema(
        request=StepInput,
        responses=PartSerializer,
        examples=[OpenApiExample("Propose", examples.STEP, request_only=True)],
    )
    @action(detail=True, methods=["post"])
    def steps(self, request: Request, **_kwargs: Any) -> Response:
        """Propose, agree, return, approve, activate, reopen (begin the next version) or archive the plan."""
        plan, data = self.get_object(), _validated(StepInput, request, self)
        authorise(self.caller, STEP_PERMISSION[data["step"]], plan)
        cascade.take_step(by=self.caller, plan=plan, **data)
        return self.done([plan], many=False, status=200)

    @extend_schema(
        request=OwnObjectiveInput,
        responses={201: ContributionSerializer},
        examples=[
            OpenApiExample("Support", examples.OWN_OBJECTIVE, request_only=True),
            OpenApiExample("Made", examples.CONTRIBUTION, response_only=True, status_codes=["201"]),
        ],
    )
    @action(detail=True, methods=["post"], url_path="objectives", url_name="objectives")
    def own_objectives(self, request: Request, **_kwargs: Any) -> Response:
        """Adopt an objective of the strategy, or add an own one that supports it."""
        plan, data = self.get_object(), _validated(OwnObjectiveInput, request, self)
        above, kind = data.pop("above"), data.pop("kind", SupportKind.SUPPORTS)
        if kind == SupportKind.ADOPTS:
            objective = cascade.adopt_objective(by=self.caller, plan=plan, above=above)
        elif "name" not in data:
            raise Refused([Fault(_("A name is needed."), field="name", code="required")])
        else:
            objective = cascade.support_objective(by=self.caller, plan=plan, above=above, **data)
        made = objective.contributes_to.select_related("objective__plan", "above__plan").get(above=above)
        return Response(ContributionSerializer(made).data, status=201)


def _validated(serializer_class: Any, request: Request, view: Resource) -> dict[str, Any]:
    """The body, or a 400 that names what is wrong with it."""
    serializer = serializer_class(data=request.data, context=view.get_serializer_context())
    serializer.is_valid(raise_exception=True)
    return dict(serializer.validated_data)
