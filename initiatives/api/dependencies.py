"""/api/v1/task-dependencies/"""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from core.api.filters import ByReference, Filters
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.web import authorise
from initiatives.actions import planning as actions
from initiatives.api import planning_examples as examples
from initiatives.api.tasks import TaskReference
from initiatives.enums import Bond
from initiatives.models import Dependency, Task
from initiatives.planning.naming import hidden_task, seen_by
from initiatives.planning.visible import visible_dependencies, visible_tasks
from initiatives.queries import visible_initiatives
from initiatives.views.seen import RUN


class _Seen(serializers.ListSerializer):
    """Many dependencies: what the caller may know of is asked once."""

    def to_representation(self, data: Any) -> list[Any]:
        """Each with the names that the caller may know."""
        rows = list(data)
        tasks = [task for each in rows for task in (each.before, each.after)]
        seen = seen_by(self.context["request"].user, {task.initiative_id for task in tasks})
        for task in tasks:
            task.is_seen = task.initiative_id in seen
        return super().to_representation(rows)


class DependencySerializer(Shaped):
    """One task holds another; of a task that the caller may not see there is neither id nor initiative."""

    id = serializers.IntegerField(read_only=True)
    before = serializers.SerializerMethodField()
    before_name = serializers.SerializerMethodField()
    before_initiative = serializers.SerializerMethodField()
    after = serializers.SerializerMethodField()
    after_name = serializers.SerializerMethodField()
    after_initiative = serializers.SerializerMethodField()
    bond = serializers.ChoiceField(choices=Bond.choices, read_only=True)
    lag_days = serializers.IntegerField(read_only=True)
    note = serializers.SerializerMethodField(help_text="Empty where one of the tasks may not be known.")

    class Meta:
        list_serializer_class = _Seen

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """With what the caller may know, where it is not among many."""
        if not hasattr(instance.before, "is_seen"):
            tasks = (instance.before, instance.after)
            seen = seen_by(self.context["request"].user, {task.initiative_id for task in tasks})
            for task in tasks:
                task.is_seen = task.initiative_id in seen
        return super().to_representation(instance)

    def get_note(self, row: Any) -> str:
        """Why, which may name either task."""
        return str(row.note) if row.before.is_seen and row.after.is_seen else ""

    def get_before(self, row: Dependency) -> int | None:
        """The task that holds."""
        return _pk(row.before)

    def get_after(self, row: Dependency) -> int | None:
        """The task that waits."""
        return _pk(row.after)

    def get_before_name(self, row: Dependency) -> str:
        """What it is called."""
        return _name(row.before)

    def get_after_name(self, row: Dependency) -> str:
        """What it is called."""
        return _name(row.after)

    def get_before_initiative(self, row: Dependency) -> str | None:
        """Its initiative's code."""
        return _code(row.before)

    def get_after_initiative(self, row: Dependency) -> str | None:
        """Its initiative's code."""
        return _code(row.after)


def _pk(task: Any) -> int | None:
    return task.pk if task.is_seen else None


def _name(task: Any) -> str:
    return task.name if task.is_seen else hidden_task()


def _code(task: Any) -> str | None:
    return task.initiative.code if task.is_seen else None


class DependencyChange(Written):
    """How one holds the other."""

    bond = serializers.ChoiceField(choices=Bond.choices, required=False)
    lag_days = serializers.IntegerField(min_value=-3650, max_value=3650, required=False)
    note = serializers.CharField(max_length=300, allow_blank=True, required=False)


class DependencyInput(DependencyChange):
    """A new dependency; a circle is refused and named."""

    before = TaskReference()
    after = TaskReference()


class DependencyFilters(Filters):
    """By task and by the initiative of either."""

    before = ByReference(visible_tasks, code_field="")
    after = ByReference(visible_tasks, code_field="")
    before_initiative = ByReference(visible_initiatives, field_name="before__initiative")
    after_initiative = ByReference(visible_initiatives, field_name="after__initiative")

    class Meta:
        model = Dependency
        fields = {"id": ["in"], "bond": ["exact", "in"]}


class Dependencies(Creates, Changes, Removes, Resource):
    """Which task waits for which; whoever runs the initiative of the one that waits writes them."""

    queryset = Dependency.objects.all()
    serializer_class = DependencySerializer
    input_class, change_class = DependencyInput, DependencyChange
    filterset_class = DependencyFilters
    code_field = ""
    ordering_fields = ["id"]
    example, input_example = examples.DEPENDENCY, examples.DEPENDENCY_INPUT
    change_example = {"lag_days": 5}
    permissions = {
        "read": "initiatives.view_initiative",
        # Of the task that waits: run_initiative.
        **dict.fromkeys(("create", "change", "remove"), "initiatives.view_initiative"),
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of which one task may be known."""
        return visible_dependencies(user)

    def create_one(self, data: dict[str, Any]) -> Dependency:
        """Let one task hold another."""
        self._authorise(data["after"])
        return actions.link_tasks(by=self.caller, **data)

    def change_one(self, obj: Dependency, data: dict[str, Any]) -> Dependency:
        """What was sent."""
        self._authorise(obj.after)
        return actions.change_dependency(by=self.caller, dependency=obj, **data)

    def remove_one(self, obj: Dependency) -> None:
        """Let it go."""
        self._authorise(obj.after)
        actions.unlink_tasks(by=self.caller, dependency=obj)

    def _authorise(self, after: Task) -> None:
        authorise(self.caller, RUN, after.initiative)
