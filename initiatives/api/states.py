"""/api/v1/initiative-states/, and the state of one initiative."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiExample, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.filters import ByReference, Filters
from core.api.resources import Resource
from core.api.shapes import Shaped
from initiatives.api import status_examples as examples
from initiatives.earned import Computed
from initiatives.enums import Rag, Stage
from initiatives.models import Initiative
from initiatives.queries import standing_initiatives
from initiatives.status.amounts import amount_writer
from initiatives.status.evidence import evidence
from initiatives.status.states import LOOKED_AT, State, read_states
from org.models import Department, User


def light(**more: Any) -> serializers.ChoiceField:
    """A light that is read; empty where there is none."""
    return serializers.ChoiceField(choices=Rag.choices, allow_blank=True, read_only=True, **more)


class ComputedStateSerializer(serializers.Serializer):
    """What plan and money say; numbers that cannot be had are null."""

    schedule = light(help_text="Empty: not computable, `schedule_unknown` says why.")
    schedule_unknown = serializers.CharField(help_text="`no_plan`, `no_days`, or empty.")
    cost = light(help_text="Empty: not computable, `cost_unknown` says why.")
    cost_unknown = serializers.CharField(help_text="`no_budget`, `no_actuals`, or empty.")
    progress = serializers.FloatField(allow_null=True, help_text="Share of the work done, 0 to 1.")
    planned = serializers.FloatField(allow_null=True, help_text="Share that the baseline has done by now.")
    late = serializers.IntegerField(help_text="So many of `counted` milestones (or tasks) are late.")
    counted = serializers.IntegerField()
    late_days = serializers.IntegerField(help_text="By how much the latest of them is.")
    budget = serializers.FloatField(allow_null=True, help_text="Budget at completion, BAC.")
    spent = serializers.FloatField(allow_null=True, help_text="Actual cost, AC.")
    outturn = serializers.FloatField(allow_null=True, help_text="What the forecasts expect in the end.")
    planned_value = serializers.FloatField(allow_null=True, help_text="PV.")
    earned_value = serializers.FloatField(allow_null=True, help_text="EV.")
    spi = serializers.FloatField(allow_null=True, help_text="Schedule performance index, EV / PV.")
    cpi = serializers.FloatField(allow_null=True, help_text="Cost performance index, EV / AC.")
    estimate = serializers.FloatField(allow_null=True, help_text="Estimate at completion, BAC / CPI.")


class ReportedStateSerializer(serializers.Serializer):
    """What was reported last."""

    update = serializers.IntegerField(  # type: ignore[assignment]
        source="update.pk", help_text="Its id in `status-updates`."
    )
    due_on = serializers.DateField(help_text="The day that it is for.")
    schedule = light(source="update.schedule")
    cost = light(source="update.cost")
    scope = light(source="update.scope")
    overall = light(help_text="The worst of the three.")
    progress = serializers.IntegerField(allow_null=True, help_text="In percent.")
    help_needed = serializers.CharField(source="update.help_needed")


class StateEvidenceSerializer(serializers.Serializer):
    """The sentences behind the computed lights, in the caller's language."""

    schedule = serializers.ListField(child=serializers.CharField())
    cost = serializers.ListField(child=serializers.CharField())


class StateDisagreementSerializer(serializers.Serializer):
    """That something is reported better than it is computed."""

    what = serializers.ChoiceField(choices=LOOKED_AT)
    reported = light()
    computed = light()
    watermelon = serializers.BooleanField(source="is_watermelon", help_text="Reported green, computed red.")


class _States(serializers.ListSerializer):
    """Many initiatives, read together: as many queries for a page of them as for one."""

    def to_representation(self, data: Any) -> list[Any]:
        """Each with its state."""
        initiatives = list(data)
        for state in read_states(initiatives):
            state.initiative.state_now = state  # type: ignore[attr-defined]
        return super().to_representation(initiatives)


class InitiativeStateSerializer(Shaped):
    """An initiative as reported (null: never yet) beside what plan and money say today."""

    id = serializers.IntegerField(read_only=True)
    code = serializers.CharField(read_only=True)
    name = serializers.CharField(read_only=True)
    stage = serializers.ChoiceField(choices=Stage.choices, read_only=True)
    reported = ReportedStateSerializer(source="state_now.reported", read_only=True, allow_null=True)
    computed = ComputedStateSerializer(source="state_now.computed", read_only=True)
    evidence = serializers.SerializerMethodField()
    disagreements = StateDisagreementSerializer(source="state_now.disagreements", many=True, read_only=True)

    class Meta:
        list_serializer_class = _States

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """With its state, where it is not among many."""
        if not hasattr(instance, "state_now"):
            instance.state_now = read_states([instance])[0]
        return super().to_representation(instance)

    @extend_schema_field(StateEvidenceSerializer)
    def get_evidence(self, initiative: Any) -> dict[str, list[str]]:
        """Why the computed lights are what they are."""
        state: State = initiative.state_now
        return evidence_of(state.computed, self._amount())

    def _amount(self) -> Any:
        """What writes money, made once a request."""
        context: dict[str, Any] = self.context  # type: ignore[assignment]
        if "amount" not in context:
            context["amount"] = amount_writer()
        return context["amount"]


def evidence_of(computed: Computed, amount: Any) -> dict[str, list[str]]:
    """The sentences of schedule and cost."""
    return {what: evidence(what, computed, amount) for what in LOOKED_AT}


class StateFilters(Filters):
    """By stage, department, lead."""

    department = ByReference(Department.objects.all())
    lead = ByReference(User.objects.all(), code_field="email__iexact")

    class Meta:
        model = Initiative
        fields = {"id": ["in"], "code": ["exact", "in"], "stage": ["exact", "in"]}


class InitiativeStates(Resource):
    """Where initiatives stand: reported beside computed, with evidence."""

    queryset = Initiative.objects.all()
    serializer_class = InitiativeStateSerializer
    filterset_class = StateFilters
    search_fields = ["code", "name"]
    ordering_fields = ["code", "name", "stage"]
    example = examples.STATE
    permissions = {"read": "initiatives.view_initiative"}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those that the caller may know of, neither archived nor merged."""
        return queryset.filter(pk__in=standing_initiatives(user).order_by().values("pk"))


class ReadsState:
    """`state` beside an initiative's own fields: mixed into the resource of initiatives."""

    @extend_schema(
        responses=InitiativeStateSerializer,
        examples=[OpenApiExample("State", examples.STATE, response_only=True)],
    )
    @action(detail=True, methods=["get"])
    def state(self: Any, _request: Request, **_kwargs: Any) -> Response:
        """Where it stands: reported beside computed, with evidence."""
        return Response(
            InitiativeStateSerializer(self.get_object(), context=self.get_serializer_context()).data
        )
