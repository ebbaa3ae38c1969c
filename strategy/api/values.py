"""/api/v1/plan-values/: what an organisation stands for, as its plan says it."""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Resource
from core.api.shapes import Shaped, Written
from strategy import actions
from strategy.api import examples
from strategy.api.archiving import Archives
from strategy.models import Plan, Value
from strategy.queries import visible_plans


class PlanValueSerializer(Shaped):
    """A value with its meaning in plain words."""

    id = serializers.IntegerField(read_only=True)
    plan = Reference(read_only=True)
    name = serializers.CharField(read_only=True)
    description = serializers.CharField(read_only=True)
    position = serializers.IntegerField(read_only=True)
    archived_on = serializers.DateField(
        read_only=True, allow_null=True, help_text="Since this day the plan says it no longer."
    )


class PlanValueChange(Written):
    """What of a value may change."""

    name = serializers.CharField(max_length=300)
    description = serializers.CharField(allow_blank=True, required=False)


class PlanValueInput(PlanValueChange):
    """A new value."""

    plan = Reference(queryset=Plan.objects.all())


class PlanValueFilters(Filters):
    """By plan."""

    plan = ByReference(visible_plans)

    class Meta:
        model = Value
        fields = {"id": ["in"], "name": ["exact", "icontains"], "archived_on": ["isnull"]}


class PlanValues(Archives, Creates, Changes, Resource):
    """Values of plans: seen with their plan, edited by SMO staff; in use, they are archived."""

    queryset = Value.objects.select_related("plan")
    serializer_class = PlanValueSerializer
    input_class, change_class = PlanValueInput, PlanValueChange
    filterset_class = PlanValueFilters
    code_field = ""
    search_fields = ["name", "description"]
    ordering_fields = ["position", "name"]
    example, input_example = examples.PLAN_VALUE, examples.PLAN_VALUE_INPUT
    change_example = {"description": "We say it as it is."}
    permissions = dict.fromkeys(
        ("create", "change", "remove", "archive", "restore"), "strategy.edit_plan"
    ) | {"read": "strategy.view_plan"}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the plans that the user may know of."""
        return queryset.filter(plan__in=visible_plans(user))

    def create_one(self, data: dict[str, Any]) -> Value:
        """After the others."""
        return actions.add_value(by=self.caller, **data)

    def change_one(self, obj: Value, data: dict[str, Any]) -> Value:
        """Its words."""
        words = {"name": obj.name, "description": obj.description} | data
        return actions.change_value(by=self.caller, value=obj, **words)
