"""/api/v1/goals/ and /api/v1/goal-steps/"""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.web import authorise
from kpis.api.numbers import NumberField
from kpis.models import KPI
from org.models import Department, User
from strategy.actions import goals as actions
from strategy.api import goal_examples as examples
from strategy.api.archiving import Archives
from strategy.api.goal_findings import ProgressSerializer, SmartSerializer
from strategy.api.parts import with_ref
from strategy.api.references import ObjectiveReference
from strategy.enums import ActivityState, GoalState
from strategy.goals.queries import visible_goals, visible_steps
from strategy.goals.reading import read_goal, read_goals, with_relations
from strategy.models import Goal, GoalStep
from strategy.queries import visible_objectives, visible_plans


class _Readings(serializers.ListSerializer):
    """Many goals, read together: as many queries for a page of them as for one."""

    def to_representation(self, data: Any) -> list[Any]:
        """Each with its reading."""
        goals = list(data)
        for reading in read_goals(goals):
            reading.goal.reading = reading  # type: ignore[attr-defined]
        return super().to_representation(goals)


class GoalSerializer(Shaped):
    """A goal with its SMART check and its progress, which are computed when it is read."""

    id = serializers.IntegerField(read_only=True)
    plan = serializers.CharField(source="objective.plan.code", read_only=True)
    objective = ObjectiveReference(read_only=True)
    statement = serializers.CharField(read_only=True)
    kpi = Reference(read_only=True, allow_null=True)
    department = Reference(
        read_only=True, allow_null=True, help_text="Whose series; null: the whole organisation's."
    )
    baseline = serializers.FloatField(read_only=True, allow_null=True)
    baseline_on = serializers.DateField(read_only=True, allow_null=True)
    target = serializers.FloatField(read_only=True, allow_null=True)
    due_on = serializers.DateField(read_only=True, allow_null=True)
    owner = Reference(code_field="email", read_only=True, allow_null=True)
    resources = serializers.CharField(read_only=True)
    budget = serializers.DecimalField(16, 2, read_only=True, allow_null=True)
    relevance = serializers.CharField(read_only=True)
    state = serializers.ChoiceField(choices=GoalState.choices, read_only=True)
    closing_note = serializers.CharField(read_only=True)
    archived_on = serializers.DateField(read_only=True, allow_null=True)
    smart = SmartSerializer(source="reading.smart", read_only=True)
    progress = ProgressSerializer(source="reading.progress", read_only=True, allow_null=True)
    suggested_state = serializers.CharField(
        source="reading.suggested", read_only=True, help_text="What the values say; empty: nothing yet."
    )

    class Meta:
        list_serializer_class = _Readings

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """With its reading, where it is not among many."""
        if not hasattr(instance, "reading"):
            instance.reading = read_goal(instance)
        return super().to_representation(instance)


class GoalChange(Written):
    """What of a goal may change. In a plan in force only owner, resources, budget, relevance and state do.

    `state` with `closing_note` says what became of it.
    """

    statement = serializers.CharField(max_length=500)
    kpi = Reference(queryset=KPI.objects.all(), allow_null=True, required=False)
    department = Reference(queryset=Department.objects.all(), allow_null=True, required=False)
    baseline = NumberField(allow_null=True, required=False)
    baseline_on = serializers.DateField(allow_null=True, required=False)
    target = NumberField(allow_null=True, required=False)
    due_on = serializers.DateField(allow_null=True, required=False)
    owner = Reference(
        queryset=User.objects.filter(is_active=True),
        code_field="email__iexact",
        allow_null=True,
        required=False,
    )
    resources = serializers.CharField(allow_blank=True, required=False)
    budget = serializers.DecimalField(16, 2, min_value=0, allow_null=True, required=False)
    relevance = serializers.CharField(allow_blank=True, required=False)
    state = serializers.ChoiceField(choices=GoalState.choices, required=False)
    closing_note = serializers.CharField(allow_blank=True, required=False)


class GoalInput(GoalChange):
    """A new goal; only its objective and its statement are needed, the check says what else is missing."""

    objective = ObjectiveReference()
    state = None  # type: ignore[assignment]
    closing_note = None  # type: ignore[assignment]


def objectives_by_ref(user: Any) -> QuerySet:
    """The objectives that the user may know of, by `plan:code`."""
    return with_ref(visible_objectives(user))


class GoalFilters(Filters):
    """By plan, objective, KPI, owner, department."""

    plan = ByReference(visible_plans, field_name="objective__plan")
    objective = ByReference(objectives_by_ref, code_field="ref")
    kpi = ByReference(KPI.objects.all())
    department = ByReference(Department.objects.all())
    owner = ByReference(User.objects.all(), code_field="email__iexact")

    class Meta:
        model = Goal
        fields = {
            "id": ["in"],
            "state": ["exact", "in"],
            "due_on": ["gte", "lte"],
            "archived_on": ["isnull"],
        }


class Goals(Creates, Changes, Archives, Resource):
    """SMART goals of objectives, each letter checked by the facts."""

    queryset = Goal.objects.all()
    serializer_class = GoalSerializer
    input_class, change_class = GoalInput, GoalChange
    filterset_class = GoalFilters
    code_field = ""
    search_fields = ["statement", "relevance"]
    ordering_fields = ["position", "due_on", "state"]
    example, input_example = examples.GOAL, examples.GOAL_INPUT
    change_example = {"state": "reached", "closing_note": "Two months early."}
    permissions = {
        "read": "strategy.view_plan",
        "create": "strategy.edit_objective",
        "change": "strategy.tend_goal",  # what was agreed asks for strategy.edit_objective
        **dict.fromkeys(("remove", "archive", "restore"), "strategy.edit_goal"),
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the plans that the user may know of."""
        return with_relations(queryset.filter(pk__in=visible_goals(user).order_by().values("pk")))

    def create_one(self, data: dict[str, Any]) -> Goal:
        """After the others of its objective."""
        authorise(self.caller, "strategy.edit_objective", data["objective"])
        return actions.add_goal(by=self.caller, **data)

    def change_one(self, obj: Goal, data: dict[str, Any]) -> Goal:
        """Its words and numbers, then what became of it."""
        note, state = data.pop("closing_note", obj.closing_note), data.pop("state", obj.state)
        if self._changes_agreed(obj, data) and not self.caller.has_perm(
            "strategy.edit_objective", obj.objective
        ):
            raise PermissionDenied(_("What was agreed is changed by who may edit the objective."))
        if data:
            actions.change_goal(by=self.caller, goal=obj, **data)
        if (state, note) != (obj.state, obj.closing_note):
            actions.set_goal_state(by=self.caller, goal=obj, state=state, note=note)
        return obj

    @staticmethod
    def _changes_agreed(goal: Goal, data: Mapping[str, Any]) -> bool:
        return any(name in data and data[name] != getattr(goal, name) for name in actions.AGREED)


class GoalReference(Reference):
    """A goal by its id; a hidden one is as unknown as none."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(code_field="", **rest)

    def get_queryset(self) -> Any:
        """Those that the caller may know of."""
        request = self.context.get("request")
        return visible_goals(request.user) if request is not None else super().get_queryset()


class GoalStepSerializer(Shaped):
    """Something to do for a goal."""

    id = serializers.IntegerField(read_only=True)
    goal = serializers.IntegerField(source="goal_id", read_only=True)
    name = serializers.CharField(read_only=True)
    who = Reference(code_field="email", read_only=True, allow_null=True)
    due_on = serializers.DateField(read_only=True, allow_null=True)
    state = serializers.ChoiceField(choices=ActivityState.choices, read_only=True)
    done_on = serializers.DateField(read_only=True, allow_null=True)


class GoalStepChange(Written):
    """What of a step may change; who does it may change its state only."""

    name = serializers.CharField(max_length=300)
    who = Reference(
        queryset=User.objects.filter(is_active=True),
        code_field="email__iexact",
        allow_null=True,
        required=False,
    )
    due_on = serializers.DateField(allow_null=True, required=False)
    state = serializers.ChoiceField(choices=ActivityState.choices, required=False)


class GoalStepInput(GoalStepChange):
    """A new step of a goal."""

    goal = GoalReference(queryset=Goal.objects.all())


class GoalStepFilters(Filters):
    """By plan, goal, person."""

    plan = ByReference(visible_plans, field_name="goal__objective__plan")
    goal = ByReference(visible_goals, code_field="")
    who = ByReference(User.objects.all(), code_field="email__iexact")

    class Meta:
        model = GoalStep
        fields = {"id": ["in"], "state": ["exact", "in"], "due_on": ["gte", "lte"]}


class GoalSteps(Creates, Changes, Removes, Resource):
    """Steps of goals: who does what by when."""

    queryset = GoalStep.objects.select_related("who", "goal__objective__plan", "goal__objective__lead")
    serializer_class = GoalStepSerializer
    input_class, change_class = GoalStepInput, GoalStepChange
    filterset_class = GoalStepFilters
    code_field = ""
    search_fields = ["name"]
    ordering_fields = ["position", "due_on", "state"]
    example, input_example = examples.STEP, examples.STEP_INPUT
    change_example = {"state": "done"}
    permissions = {
        "read": "strategy.view_plan",
        "create": "strategy.tend_goal",
        "change": "strategy.tick_step",  # more than its state asks for strategy.tend_goal
        "remove": "strategy.tick_step",  # as well
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the goals that the user may know of."""
        return queryset.filter(pk__in=visible_steps(user).order_by().values("pk"))

    def create_one(self, data: dict[str, Any]) -> GoalStep:
        """After the others of its goal."""
        authorise(self.caller, "strategy.tend_goal", data["goal"])
        return actions.add_step(by=self.caller, **data)

    def change_one(self, obj: GoalStep, data: dict[str, Any]) -> GoalStep:
        """Its state for who does it, everything for who keeps up the goal."""
        if set(data) - {"state"}:
            authorise(self.caller, "strategy.tend_goal", obj.goal)
        return actions.change_step(by=self.caller, step=obj, **data)

    def remove_one(self, obj: GoalStep) -> None:
        """Take it out."""
        authorise(self.caller, "strategy.tend_goal", obj.goal)
        actions.remove_step(by=self.caller, step=obj)
