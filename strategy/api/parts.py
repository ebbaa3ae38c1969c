"""/api/v1/perspectives/ and /api/v1/priorities/"""

from typing import Any

from django.db.models import F, FloatField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Concat
from django.utils import timezone
from rest_framework import serializers

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Resource
from core.api.shapes import Shaped, Written
from kpis.api.numbers import NumberField
from org.validators import validate_code
from strategy import actions
from strategy.api import examples
from strategy.api.archiving import Archives
from strategy.models import Perspective, PerspectiveWeight, Plan, Priority
from strategy.queries import visible_plans


def with_ref(queryset: QuerySet) -> QuerySet:
    """Parts of plans with `ref`, by which they are addressed: their codes are unique within a plan only."""
    return queryset.annotate(ref=Concat(F("plan__code"), Value(":"), F("code")))


class PartSerializer(Shaped):
    """What perspectives and priorities have in common."""

    id = serializers.IntegerField(read_only=True)
    ref = serializers.CharField(read_only=True, help_text="`plan:code`, by which it can be addressed.")
    plan = Reference(read_only=True)
    code = serializers.CharField()
    name = serializers.CharField()
    position = serializers.IntegerField(read_only=True)
    archived_on = serializers.DateField(
        read_only=True, allow_null=True, help_text="From this day on it counts no longer."
    )


class PerspectiveSerializer(PartSerializer):
    """A perspective with the weight it has today."""

    question = serializers.CharField(read_only=True)
    weight = serializers.FloatField(read_only=True)


class PerspectiveChange(Written):
    """What of a perspective may change; a weight holds from `since` (else today) on."""

    name = serializers.CharField(max_length=200)
    question = serializers.CharField(allow_blank=True, required=False)
    weight = NumberField(required=False)
    since = serializers.DateField(required=False)


class PerspectiveInput(PerspectiveChange):
    """A new perspective; without `since` its weight holds for all time."""

    plan = Reference(queryset=Plan.objects.all())
    code = serializers.CharField(max_length=60, validators=[validate_code])


class PrioritySerializer(PartSerializer):
    """A strategic priority (StratML: goal)."""

    description = serializers.CharField(read_only=True)


class PriorityChange(Written):
    """What of a priority may change."""

    name = serializers.CharField(max_length=500)
    description = serializers.CharField(allow_blank=True, required=False)


class PriorityInput(PriorityChange):
    """A new priority."""

    plan = Reference(queryset=Plan.objects.all())
    code = serializers.CharField(max_length=60, validators=[validate_code])


class PerspectiveFilters(Filters):
    """By plan."""

    plan = ByReference(visible_plans)

    class Meta:
        model = Perspective
        fields = {
            "id": ["in"],
            "code": ["exact", "in"],
            "name": ["exact", "icontains"],
            "archived_on": ["isnull"],
        }


class PriorityFilters(Filters):
    """By plan."""

    plan = ByReference(visible_plans)

    class Meta:
        model = Priority
        fields = {
            "id": ["in"],
            "code": ["exact", "in"],
            "name": ["exact", "icontains"],
            "archived_on": ["isnull"],
        }


class PartOfPlan(Archives, Creates, Changes, Resource):
    """Perspectives and priorities: seen with their plan, edited by SMO staff."""

    code_field = "ref"
    search_fields = ["code", "name"]
    ordering_fields = ["position", "code", "name"]
    permissions = {
        "read": "strategy.view_plan",
        "create": "strategy.edit_plan",
        "change": "strategy.edit_plan",
        "remove": "strategy.edit_plan",
        "archive": "strategy.edit_plan",
        "restore": "strategy.edit_plan",
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the plans that the user may know of."""
        return with_ref(queryset.filter(plan__in=visible_plans(user)))


class Perspectives(PartOfPlan):
    """Perspectives of plans, with the weights they have today."""

    queryset = Perspective.objects.select_related("plan")
    serializer_class = PerspectiveSerializer
    input_class, change_class = PerspectiveInput, PerspectiveChange
    filterset_class = PerspectiveFilters
    example, input_example = examples.PERSPECTIVE, examples.PERSPECTIVE_INPUT
    change_example = {"weight": 30, "since": "2026-01-01"}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """With the weight of today; without a row it is 1."""
        rows = PerspectiveWeight.objects.current().valid_on(timezone.localdate())
        today = rows.filter(perspective=OuterRef("pk")).values("weight")[:1]
        weight = Coalesce(Subquery(today, output_field=FloatField()), Value(1.0))
        return super().visible(queryset, user).annotate(weight=weight)

    def create_one(self, data: dict[str, Any]) -> Perspective:
        """After the others."""
        return actions.add_perspective(by=self.caller, **data)

    def change_one(self, obj: Perspective, data: dict[str, Any]) -> Perspective:
        """Its words, then its weight."""
        words = {name: data[name] for name in ("name", "question") if name in data}
        if words:
            actions.change_perspective(by=self.caller, perspective=obj, **words)
        if "weight" in data:
            since = data.get("since") or timezone.localdate()
            actions.change_perspective_weight(
                by=self.caller, perspective=obj, weight=data["weight"], since=since
            )
        return obj


class Priorities(PartOfPlan):
    """Strategic priorities of plans."""

    queryset = Priority.objects.select_related("plan")
    serializer_class = PrioritySerializer
    input_class, change_class = PriorityInput, PriorityChange
    filterset_class = PriorityFilters
    example, input_example = examples.PRIORITY, examples.PRIORITY_INPUT
    change_example = {"name": "A city without detours"}

    def create_one(self, data: dict[str, Any]) -> Priority:
        """After the others."""
        return actions.add_priority(by=self.caller, **data)

    def change_one(self, obj: Priority, data: dict[str, Any]) -> Priority:
        """Its words."""
        return actions.change_priority(by=self.caller, priority=obj, **data)
