"""/api/v1/tasks/"""

from typing import Any

import django_filters
from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.web import authorise
from initiatives.actions import planning as actions
from initiatives.api import planning_examples as examples
from initiatives.api.references import InitiativeReference
from initiatives.enums import TaskKind
from initiatives.models import MethodStage, Task
from initiatives.planning.visible import visible_tasks
from initiatives.queries import visible_initiatives
from initiatives.views.seen import RUN
from kpis.api.numbers import NumberField
from org.models import Department, User

REPORTED = {"progress", "done_on"}
"""What who does a task may change of it."""


class TaskReference(Reference):
    """A task by its id; a hidden one is as unknown as none."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(code_field="", queryset=Task.objects.all(), **rest)

    def get_queryset(self) -> Any:
        """Those that the caller may know of."""
        request = self.context.get("request")
        if request is None:
            return super().get_queryset()
        return visible_tasks(request.user).select_related("initiative__department")


class TaskSerializer(Shaped):
    """A task, a milestone or a phase; `starts_on` of a milestone is null."""

    id = serializers.IntegerField(read_only=True)
    initiative = InitiativeReference(read_only=True)
    part_of = serializers.IntegerField(source="part_of_id", read_only=True, allow_null=True)
    kind = serializers.ChoiceField(choices=TaskKind.choices, read_only=True)
    name = serializers.CharField(read_only=True)
    description = serializers.CharField(read_only=True)
    owner = Reference(code_field="email", read_only=True, allow_null=True)
    department = Reference(
        read_only=True, allow_null=True, help_text="Null: the one that leads the initiative."
    )
    method_stage = serializers.IntegerField(source="method_stage_id", read_only=True, allow_null=True)
    starts_on = serializers.DateField(read_only=True, allow_null=True)
    ends_on = serializers.DateField(read_only=True, allow_null=True)
    weight = serializers.FloatField(read_only=True)
    progress = serializers.IntegerField(read_only=True, help_text="In percent; of a phase meaningless.")
    done_on = serializers.DateField(read_only=True, allow_null=True)
    position = serializers.IntegerField(read_only=True)
    is_phase = serializers.BooleanField(read_only=True)


class TaskChange(Written):
    """What of a task may change; `progress` 100 is done, on `done_on` or today."""

    name = serializers.CharField(max_length=300)
    kind = serializers.ChoiceField(choices=TaskKind.choices, required=False)
    part_of = TaskReference(allow_null=True, required=False)
    description = serializers.CharField(allow_blank=True, required=False)
    owner = Reference(
        queryset=User.objects.filter(is_active=True),
        code_field="email__iexact",
        allow_null=True,
        required=False,
    )
    department = Reference(queryset=Department.objects.all(), allow_null=True, required=False)
    method_stage = Reference(
        queryset=MethodStage.objects.all(), code_field="", allow_null=True, required=False
    )
    starts_on = serializers.DateField(allow_null=True, required=False)
    ends_on = serializers.DateField(allow_null=True, required=False)
    weight = NumberField(required=False)
    progress = serializers.IntegerField(min_value=0, max_value=100, required=False)
    done_on = serializers.DateField(required=False)
    position = serializers.IntegerField(
        min_value=0, required=False, help_text="Its place among those beside it, from 0."
    )


class TaskInput(TaskChange):
    """A new task, after the others; only its initiative and its name are needed."""

    initiative = InitiativeReference()
    done_on = None  # type: ignore[assignment]
    position = None  # type: ignore[assignment]


class TaskFilters(Filters):
    """By initiative, owner, kind, days, and whether it is done."""

    initiative = ByReference(visible_initiatives)
    owner = ByReference(User.objects.all(), code_field="email__iexact")
    part_of = ByReference(visible_tasks, code_field="")

    class Meta:
        model = Task
        fields = {
            "id": ["in"],
            "kind": ["exact"],
            "starts_on": ["gte", "lte"],
            "ends_on": ["gte", "lte", "isnull"],
            "done_on": ["gte", "lte", "isnull"],
        }


class Tasks(Creates, Changes, Removes, Resource):
    """Tasks, milestones and phases of action plans."""

    queryset = Task.objects.all()
    serializer_class = TaskSerializer
    input_class, change_class = TaskInput, TaskChange
    filterset_class: type[django_filters.FilterSet] = TaskFilters
    code_field = ""
    search_fields = ["name", "description"]
    ordering_fields = ["position", "ends_on", "starts_on", "name"]
    example, input_example = examples.TASK, examples.TASK_INPUT
    change_example = examples.TASK_CHANGE
    permissions = {
        "read": "initiatives.view_initiative",
        "create": "initiatives.run_part",
        "change": "initiatives.do_task",  # more than progress asks for run_initiative
        "remove": "initiatives.run_part",
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the initiatives that the caller may know of."""
        return visible_tasks(user).select_related("initiative__department", "owner", "department")

    def create_one(self, data: dict[str, Any]) -> Task:
        """After the others of its initiative."""
        authorise(self.caller, RUN, data["initiative"])
        return actions.add_task(by=self.caller, **data)

    def change_one(self, obj: Task, data: dict[str, Any]) -> Task:
        """How far it is, for who does it; everything for who runs the initiative."""
        data = dict(data)
        if set(data) - REPORTED and not self.caller.has_perm(RUN, obj.initiative):
            raise PermissionDenied
        place, reported = data.pop("position", None), REPORTED & set(data)
        if reported:
            done_on = data.pop("done_on", None)
            progress = data.pop("progress", 100 if done_on else obj.progress)
            actions.report_task(by=self.caller, task=obj, progress=progress, done_on=done_on)
        if data:
            actions.change_task(by=self.caller, task=obj, **data)
        if place is not None:
            actions.move_task(by=self.caller, task=obj, part_of=obj.part_of, place=place)
        return obj

    def remove_one(self, obj: Task) -> None:
        """With its parts and its dependencies."""
        actions.remove_task(by=self.caller, task=obj)
