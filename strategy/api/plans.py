"""/api/v1/plans/"""

from typing import Any, cast

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.exceptions import PermissionDenied
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import bulk
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Resource
from core.api.shapes import Shaped, Written
from core.errors import Fault, Refused
from core.web import authorise
from kpis.api.numbers import NumberField
from org.validators import validate_code
from strategy import actions
from strategy.actions.starting import begin_plan
from strategy.actions.stratml import import_document
from strategy.api import examples
from strategy.api.findings import FindingsSerializer
from strategy.api.parsers import STRATML_PARSERS
from strategy.api.renderers import StratmlRenderer
from strategy.documents.stratml import export_stratml
from strategy.enums import PlanKind, PlanState
from strategy.linter import findings
from strategy.models import Plan
from strategy.permissions import may_become
from strategy.queries import visible_plans
from strategy.starting import TEMPLATES
from strategy.stratml.errors import StratmlError
from strategy.stratml.reader import read


class PlanFields(serializers.Serializer):
    """What a plan says about itself."""

    name = serializers.CharField(max_length=300)
    description = serializers.CharField(allow_blank=True, required=False)
    vision = serializers.CharField(allow_blank=True, required=False)
    vision_meaning = serializers.CharField(allow_blank=True, required=False)
    mission = serializers.CharField(allow_blank=True, required=False)
    mission_meaning = serializers.CharField(allow_blank=True, required=False)
    starts_on = serializers.DateField(allow_null=True, required=False)
    ends_on = serializers.DateField(allow_null=True, required=False)
    min_coverage = NumberField(required=False, validators=[MinValueValidator(0), MaxValueValidator(1)])


class ValueSerializer(serializers.Serializer):
    """Something the organisation stands for."""

    name = serializers.CharField()
    description = serializers.CharField(allow_blank=True)


class PlanSerializer(Shaped, PlanFields):
    """A plan with its values; its objectives are at `/objectives/?plan=`."""

    id = serializers.IntegerField(read_only=True)
    code = serializers.CharField(read_only=True)
    kind = serializers.ChoiceField(choices=PlanKind.choices, read_only=True)
    revises = Reference(read_only=True, allow_null=True, help_text="Of a revision's branch: the plan.")
    state = serializers.ChoiceField(choices=PlanState.choices, read_only=True)
    values = ValueSerializer(source="standing_values", many=True, read_only=True)
    created_at = serializers.DateTimeField(read_only=True)


class PlanChange(Written, PlanFields):
    """What of a plan may change; `state` moves it on, approving asks for an executive."""

    state = serializers.ChoiceField(choices=PlanState.choices, required=False)
    reason = serializers.CharField(
        required=False,
        help_text="Of the new state; needed to approve over open objections and to undo what was agreed.",
    )


class PlanInput(Written, PlanFields):
    """A new draft; without a code one is made of its name."""

    code = serializers.CharField(max_length=60, validators=[validate_code], required=False)
    template = serializers.ChoiceField(
        choices=[each.code for each in TEMPLATES],
        required=False,
        help_text="Begins with the perspectives, priorities and objectives of a template.",
    )
    default_perspectives = serializers.BooleanField(
        required=False, help_text="With the four of the Balanced Scorecard (the default)."
    )


class RemarkSerializer(serializers.Serializer):
    """Something that was read with a guess, or set aside."""

    line = serializers.IntegerField(allow_null=True)
    message = serializers.CharField()


class ImportedSerializer(serializers.Serializer):
    """What a StratML file became."""

    plan = serializers.CharField(source="plan_code")
    state = serializers.CharField()
    priorities = serializers.IntegerField()
    objectives = serializers.IntegerField()
    kpis = serializers.IntegerField()
    targets = serializers.IntegerField()
    measurements = serializers.IntegerField()
    stakeholders = serializers.IntegerField()
    warnings = RemarkSerializer(many=True)


class Plans(Creates, Changes, Resource):
    """Strategic plans. A draft is seen by those who work on it, a published one by everyone."""

    queryset = Plan.objects.select_related("revises").prefetch_related("values_held")
    serializer_class = PlanSerializer
    input_class, change_class = PlanInput, PlanChange
    filterset_fields = {
        "id": ["in"],
        "code": ["exact", "in", "icontains"],
        "name": ["exact", "icontains"],
        "state": ["exact", "in"],
    }
    search_fields = ["code", "name", "vision"]
    ordering_fields = ["code", "name", "created_at"]
    example, input_example = examples.PLAN, examples.PLAN_INPUT
    change_example = {"vision": "Everyone lives well here."}
    permissions = {
        "read": "strategy.view_plan",
        "create": "strategy.edit_plan",
        "change": "strategy.move_plan",  # its words ask for strategy.edit_plan
        "stratml": "strategy.import_plan",
        "as_stratml": "strategy.view_plan",
        "findings": "strategy.check_plan",
    }
    dry_runs = Resource.dry_runs | {"stratml"}

    @property
    def query_parameters(self) -> set[str]:  # type: ignore[override]
        """`code` names the plan that an import makes."""
        return {"code"} if getattr(self, "action", None) == "stratml" else set()

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """The plans that the user may know of."""
        return queryset.filter(pk__in=visible_plans(user).order_by().values("pk"))

    def create_one(self, data: dict[str, Any]) -> Plan:
        """A draft."""
        return begin_plan(by=self.caller, **data)

    def change_one(self, obj: Plan, data: dict[str, Any]) -> Plan:
        """Its words, then its state."""
        fields = {name: value for name, value in data.items() if name not in ("state", "reason")}
        state = data.get("state", obj.state)
        if fields:
            authorise(self.caller, "strategy.edit_plan", obj)
        if state != obj.state and not may_become(self.caller, obj, state):
            raise PermissionDenied(_("Executives approve plans, the strategy office does the rest."))
        if fields:
            actions.change_plan(by=self.caller, plan=obj, **fields)
        reason = data.get("reason", "")
        return actions.set_plan_state(by=self.caller, plan=obj, state=state, reason=reason)

    @extend_schema(responses=FindingsSerializer, examples=[examples.FINDINGS])
    @action(detail=True, methods=["get"])
    def findings(self, _request: Request, **_kwargs: Any) -> Response:
        """Check how the plan is measured: what would mislead its readers, why, and how to mend it."""
        plan = self.get_object()
        found = findings(plan, timezone.localdate())
        return Response(FindingsSerializer({"plan": plan.code, "findings": found}).data)

    @extend_schema(responses={(200, "application/stratml+xml"): OpenApiTypes.BINARY})
    @action(detail=True, url_path="stratml", renderer_classes=[StratmlRenderer, JSONRenderer])
    def as_stratml(self, _request: Request, **_kwargs: Any) -> Response:
        """Export the plan as a StratML Part 2 (2016) file; an import of it gives the same plan."""
        return Response(export_stratml(self.get_object()), content_type=StratmlRenderer.media_type)

    @extend_schema(
        request={"application/xml": str, "application/stratml+xml": str, "text/xml": str},
        responses={201: ImportedSerializer, 200: ImportedSerializer},
        parameters=[OpenApiParameter("code", str, description="The plan's code; else made of its name.")],
        examples=examples.STRATML,
    )
    @action(detail=False, methods=["post"], parser_classes=STRATML_PARSERS)
    def stratml(self, request: Request) -> Response:
        """Import a StratML file: everything of it, or nothing."""
        dry_run = bulk.is_dry_run(request)
        code = request.query_params.get("code", "")
        try:
            document = read(cast(bytes, request.data))
        except StratmlError as error:
            raise Refused([Fault(str(error), error.line)]) from error
        with transaction.atomic():
            report = import_document(by=self.caller, document=document, code=code, dry_run=dry_run)
        return Response(ImportedSerializer(_as_data(report)).data, status=200 if dry_run else 201)


def _as_data(report: Any) -> dict[str, Any]:
    """The report with its remarks by name."""
    remarks = [{"line": line, "message": message} for line, message in report.warnings]
    return {**vars(report), "warnings": remarks}
