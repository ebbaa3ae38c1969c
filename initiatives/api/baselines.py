"""/api/v1/baselines/ and /api/v1/plan-notices/"""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Creates, Resource
from core.api.shapes import Shaped, Written
from core.web import authorise
from initiatives.actions import planning as actions
from initiatives.api import planning_examples as examples
from initiatives.api.references import InitiativeReference
from initiatives.enums import TaskKind
from initiatives.models import Baseline, PlanNotice
from initiatives.planning.notices import texts_of, visible_notices
from initiatives.planning.visible import visible_baselines
from initiatives.queries import visible_initiatives
from initiatives.views.seen import RUN


class BaselineTaskSerializer(serializers.Serializer):
    """A task as it was agreed; `task` is null where the plan has it no longer."""

    task = serializers.IntegerField(source="task_id", allow_null=True)
    name = serializers.CharField()
    kind = serializers.ChoiceField(choices=TaskKind.choices)
    starts_on = serializers.DateField(allow_null=True)
    ends_on = serializers.DateField(allow_null=True)
    weight = serializers.FloatField()


class PlanBaselineSerializer(Shaped):
    """The plan and the money as they were agreed."""

    id = serializers.IntegerField(read_only=True)
    initiative = InitiativeReference(read_only=True)
    number = serializers.IntegerField(read_only=True)
    reason = serializers.CharField(read_only=True)
    starts_on = serializers.DateField(read_only=True, allow_null=True)
    ends_on = serializers.DateField(read_only=True, allow_null=True)
    budget = serializers.DecimalField(16, 2, read_only=True, allow_null=True)
    set_by = Reference(code_field="email", read_only=True, allow_null=True)
    set_at = serializers.DateTimeField(read_only=True)
    tasks = BaselineTaskSerializer(many=True, read_only=True)


class PlanBaselineInput(Written):
    """Agree on the plan as it stands; a second time needs a reason."""

    initiative = InitiativeReference()
    reason = serializers.CharField(allow_blank=True, required=False)


class BaselineFilters(Filters):
    """By initiative."""

    initiative = ByReference(visible_initiatives)

    class Meta:
        model = Baseline
        fields = {"id": ["in"], "number": ["exact"]}


class Baselines(Creates, Resource):
    """What was agreed, each with its tasks; they are never changed."""

    queryset = Baseline.objects.all()
    serializer_class = PlanBaselineSerializer
    input_class = PlanBaselineInput
    filterset_class = BaselineFilters
    code_field = ""
    ordering_fields = ["number", "set_at"]
    example, input_example = examples.BASELINE, examples.BASELINE_INPUT
    permissions = {"read": "initiatives.view_initiative", "create": "initiatives.run_part"}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the initiatives that the caller may know of."""
        return visible_baselines(user).select_related("initiative", "set_by").prefetch_related("tasks")

    def create_one(self, data: dict[str, Any]) -> Baseline:
        """Keep the plan as it stands."""
        authorise(self.caller, RUN, data["initiative"])
        return actions.set_baseline(by=self.caller, **data)


class _Texts(serializers.ListSerializer):
    """Many notices: what the caller may know of is asked once."""

    def to_representation(self, data: Any) -> list[Any]:
        """Each with what it may say."""
        rows = list(data)
        for text in texts_of(rows, self.context["request"].user):
            text.notice.said = text  # type: ignore[attr-defined]
        return super().to_representation(rows)


class PlanNoticeSerializer(Shaped):
    """A task elsewhere moved, and one of this initiative waits for it."""

    id = serializers.IntegerField(read_only=True)
    initiative = InitiativeReference(read_only=True)
    task = serializers.IntegerField(source="task_id", read_only=True)
    task_name = serializers.CharField(source="task.name", read_only=True)
    moved_name = serializers.CharField(source="said.moved_name", read_only=True)
    moved_initiative = InitiativeReference(
        source="said.moved_initiative",
        read_only=True,
        allow_null=True,
        help_text="Null: one that the caller may not know of.",
    )
    ended_on = serializers.DateField(read_only=True, allow_null=True, help_text="When it was to end.")
    ends_on = serializers.DateField(read_only=True, allow_null=True, help_text="When it ends now.")
    delay_days = serializers.IntegerField(
        read_only=True, help_text="By how much the task that waits was delayed then."
    )
    told_at = serializers.DateTimeField(read_only=True)
    seen_by = Reference(code_field="email", read_only=True, allow_null=True)
    seen_at = serializers.DateTimeField(read_only=True, allow_null=True)

    class Meta:
        list_serializer_class = _Texts

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """With what it may say, where it is not among many."""
        if not hasattr(instance, "said"):
            instance.said = texts_of([instance], self.context["request"].user)[0]
        return super().to_representation(instance)


class NoticeFilters(Filters):
    """By initiative, and whether it was seen."""

    initiative = ByReference(visible_initiatives)

    class Meta:
        model = PlanNotice
        fields = {"id": ["in"], "seen_at": ["isnull"], "told_at": ["gte", "lte"]}


class PlanNotices(Resource):
    """Notices to initiatives whose tasks wait for what moved elsewhere."""

    queryset = PlanNotice.objects.all()
    serializer_class = PlanNoticeSerializer
    filterset_class = NoticeFilters
    code_field = ""
    ordering_fields = ["told_at"]
    example = examples.NOTICE
    permissions = {"read": "initiatives.view_initiative", "seen": "initiatives.run_part"}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those to the initiatives that the caller may know of."""
        return visible_notices(user)

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def seen(self, request: Request, ref: str) -> Response:
        """It was read."""
        obj = self.get_object()
        actions.see_notice(by=self.caller, notice=obj)
        return self.done([obj], many=False, status=200)
