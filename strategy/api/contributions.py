"""/api/v1/contributions/, /api/v1/activities/ and /api/v1/plan-sections/"""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.web import authorise
from org.models import User
from strategy.actions import cascade
from strategy.api import cascade_examples as examples
from strategy.api.references import ObjectiveReference, PlanReference
from strategy.enums import ActivityState, SupportKind
from strategy.models import Contribution, OperationalActivity, Plan, PlanSection
from strategy.queries import standing_plans, visible_plans

# Reading follows the plan; a head of the plan's department, or the office, writes.
_PERMISSIONS = {
    "read": "strategy.view_plan",
    "create": "strategy.edit_plan_part",
    "change": "strategy.edit_plan_part",
    "remove": "strategy.edit_plan_part",
}


class ContributionSerializer(Shaped):
    """That an objective of a department supports one above, or adopts it."""

    id = serializers.IntegerField(read_only=True)
    objective = ObjectiveReference(read_only=True)
    above = ObjectiveReference(read_only=True)
    kind = serializers.ChoiceField(choices=SupportKind.choices, read_only=True)
    note = serializers.CharField(read_only=True)


class ContributionChange(Written):
    """How it helps."""

    kind = serializers.ChoiceField(choices=SupportKind.choices, required=False)
    note = serializers.CharField(allow_blank=True, required=False)


class ContributionInput(ContributionChange):
    """Both objectives as `plan:code` or id."""

    objective = ObjectiveReference()
    above = ObjectiveReference()


class Contributions(Creates, Changes, Removes, Resource):
    """Which objectives of departments support or adopt which above them."""

    queryset = Contribution.objects.select_related("objective__plan__department", "above__plan")
    serializer_class = ContributionSerializer
    input_class, change_class = ContributionInput, ContributionChange
    filterset_fields = {
        "kind": ["exact"],
        "objective__plan__code": ["exact"],
        "above__plan__code": ["exact"],
        "above__code": ["exact"],
    }
    code_field = ""
    ordering_fields = ["id"]
    example, input_example = examples.CONTRIBUTION, examples.CONTRIBUTION_INPUT
    change_example = {"note": "The same day."}
    permissions = _PERMISSIONS

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of plans that the user may know of, on both ends."""
        known = standing_plans(user)
        return queryset.filter(objective__plan__in=known, above__plan__in=known)

    def create_one(self, data: dict[str, Any]) -> Contribution:
        """Never in a circle."""
        authorise(self.caller, "strategy.write_part", data["objective"].plan)
        return cascade.contribute(by=self.caller, **data)

    def change_one(self, obj: Contribution, data: dict[str, Any]) -> Contribution:
        """Its words."""
        return cascade.change_contribution(by=self.caller, contribution=obj, **data)

    def remove_one(self, obj: Contribution) -> None:
        """Both objectives stay."""
        cascade.withdraw_contribution(by=self.caller, contribution=obj)


class ActivitySerializer(Shaped):
    """What a department does in the daily run of things for its part of the strategy."""

    id = serializers.IntegerField(read_only=True)
    plan = Reference(read_only=True)
    name = serializers.CharField(read_only=True)
    description = serializers.CharField(read_only=True)
    objective = ObjectiveReference(read_only=True, allow_null=True)
    who = Reference(code_field="email", read_only=True, allow_null=True)
    starts_on = serializers.DateField(read_only=True, allow_null=True)
    due_on = serializers.DateField(read_only=True, allow_null=True)
    budget = serializers.DecimalField(max_digits=16, decimal_places=2, read_only=True, allow_null=True)
    state = serializers.ChoiceField(choices=ActivityState.choices, read_only=True)
    position = serializers.IntegerField(read_only=True)


class ActivityChange(Written):
    """What of an activity may change; in an agreed plan `who` and `state`."""

    name = serializers.CharField(max_length=300)
    description = serializers.CharField(allow_blank=True, required=False)
    objective = ObjectiveReference(allow_null=True, required=False)
    who = Reference(
        queryset=User.objects.filter(is_active=True),
        code_field="email__iexact",
        allow_null=True,
        required=False,
    )
    starts_on = serializers.DateField(allow_null=True, required=False)
    due_on = serializers.DateField(allow_null=True, required=False)
    budget = serializers.DecimalField(
        max_digits=16, decimal_places=2, min_value=0, allow_null=True, required=False
    )
    state = serializers.ChoiceField(choices=ActivityState.choices, required=False)
    position = serializers.IntegerField(min_value=0, max_value=32767, required=False)


class ActivityInput(ActivityChange):
    """A new activity of a plan."""

    plan = PlanReference()


class ActivityFilters(Filters):
    """By plan, person and state."""

    plan = ByReference(visible_plans)
    who = ByReference(User.objects.all(), code_field="email__iexact")

    class Meta:
        model = OperationalActivity
        fields = {"state": ["exact", "in"], "due_on": ["gte", "lte"]}


class PartOfDocument(Creates, Changes, Removes, Resource):
    """Activities and passages: seen with their plan, written by who writes the plan."""

    code_field = ""
    permissions = _PERMISSIONS

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the plans that the user may know of."""
        return queryset.filter(plan__in=visible_plans(user))

    def may_write(self, plan: Plan) -> None:
        """The organisation's own plan is the office's."""
        authorise(self.caller, "strategy.write_part" if plan.part_of_id else "strategy.edit_plan", plan)


class Activities(PartOfDocument):
    """Operational activities of plans."""

    queryset = OperationalActivity.objects.select_related("plan__department", "objective__plan", "who")
    serializer_class = ActivitySerializer
    input_class, change_class = ActivityInput, ActivityChange
    filterset_class = ActivityFilters
    search_fields = ["name", "description"]
    ordering_fields = ["position", "due_on", "name"]
    example, input_example = examples.ACTIVITY, examples.ACTIVITY_INPUT
    change_example = {"state": "done"}

    def create_one(self, data: dict[str, Any]) -> OperationalActivity:
        """After the others."""
        self.may_write(data["plan"])
        return cascade.add_activity(by=self.caller, **data)

    def change_one(self, obj: OperationalActivity, data: dict[str, Any]) -> OperationalActivity:
        """What was sent."""
        return cascade.change_activity(by=self.caller, activity=obj, **data)

    def remove_one(self, obj: OperationalActivity) -> None:
        """The history keeps it."""
        cascade.remove_activity(by=self.caller, activity=obj)


class SectionSerializer(Shaped):
    """A passage of a plan's document."""

    id = serializers.IntegerField(read_only=True)
    plan = Reference(read_only=True)
    title = serializers.CharField(read_only=True)
    text = serializers.CharField(read_only=True)
    position = serializers.IntegerField(read_only=True)


class SectionChange(Written):
    """What of a passage may change."""

    title = serializers.CharField(max_length=200)
    text = serializers.CharField(allow_blank=True, required=False)


class SectionInput(SectionChange):
    """A new passage of a plan."""

    plan = PlanReference()


class SectionFilters(Filters):
    """By plan."""

    plan = ByReference(visible_plans)

    class Meta:
        model = PlanSection
        fields = {"id": ["in"]}


class Sections(PartOfDocument):
    """Passages of plans' documents."""

    queryset = PlanSection.objects.select_related("plan__department")
    serializer_class = SectionSerializer
    input_class, change_class = SectionInput, SectionChange
    filterset_class = SectionFilters
    search_fields = ["title", "text"]
    ordering_fields = ["position", "title"]
    example, input_example = examples.SECTION, examples.SECTION_INPUT
    change_example = {"title": "Where we are"}

    def create_one(self, data: dict[str, Any]) -> PlanSection:
        """After the others."""
        self.may_write(data["plan"])
        return cascade.add_section(by=self.caller, **data)

    def change_one(self, obj: PlanSection, data: dict[str, Any]) -> PlanSection:
        """What was sent."""
        return cascade.change_section(by=self.caller, section=obj, **data)

    def remove_one(self, obj: PlanSection) -> None:
        """The history keeps it."""
        cascade.remove_section(by=self.caller, section=obj)
