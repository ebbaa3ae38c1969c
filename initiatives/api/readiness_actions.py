"""/api/v1/readiness-actions/"""

from typing import Any

from django.db.models import Model, QuerySet
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.web import authorise
from initiatives.actions import readiness as actions
from initiatives.api import readiness_examples as examples
from initiatives.api.affected_groups import GroupReference
from initiatives.api.references import InitiativeReference
from initiatives.enums import ActionState, Dimension
from initiatives.models import ReadinessAction
from initiatives.queries import visible_initiatives
from initiatives.readiness.visible import visible_actions, visible_groups
from initiatives.views.seen import RUN
from org.models import User

REPORTED = {"state", "done_on"}
"""What the owner of an action may change of it."""


class ActionSerializer(Shaped):
    """Something done so that a group comes along; `dimension`: which of the five it helps."""

    id = serializers.IntegerField(read_only=True)
    initiative = InitiativeReference(read_only=True)
    group = serializers.IntegerField(source="group_id", read_only=True)
    name = serializers.CharField(read_only=True)
    dimension = serializers.ChoiceField(choices=Dimension.choices, allow_blank=True, read_only=True)
    owner = Reference(code_field="email", read_only=True, allow_null=True)
    due_on = serializers.DateField(read_only=True, allow_null=True)
    state = serializers.ChoiceField(choices=ActionState.choices, read_only=True)
    done_on = serializers.DateField(read_only=True, allow_null=True)
    position = serializers.IntegerField(read_only=True)


class ActionChange(Written):
    """What of an action may change; done on `done_on`, or today."""

    name = serializers.CharField(max_length=300)
    dimension = serializers.ChoiceField(choices=Dimension.choices, allow_blank=True, required=False)
    owner = Reference(
        queryset=User.objects.filter(is_active=True),
        code_field="email__iexact",
        allow_null=True,
        required=False,
    )
    due_on = serializers.DateField(allow_null=True, required=False)
    state = serializers.ChoiceField(choices=ActionState.choices, required=False)
    done_on = serializers.DateField(allow_null=True, required=False)


class ActionInput(ActionChange):
    """A new action; only its group and its name are needed."""

    group = GroupReference()


class ActionFilters(Filters):
    """By initiative, group, owner, state and day."""

    initiative = ByReference(visible_initiatives, field_name="group__initiative")
    group = ByReference(visible_groups, code_field="")
    owner = ByReference(User.objects.all(), code_field="email__iexact")

    class Meta:
        model = ReadinessAction
        fields = {
            "id": ["in"],
            "state": ["exact", "in"],
            "dimension": ["exact"],
            "due_on": ["gte", "lte", "isnull"],
        }


class ReadinessActions(Creates, Changes, Removes, Resource):
    """What is done so that groups come along."""

    queryset = ReadinessAction.objects.select_related("group__initiative__department", "owner")
    serializer_class = ActionSerializer
    input_class, change_class = ActionInput, ActionChange
    filterset_class = ActionFilters
    code_field = ""
    search_fields = ["name"]
    ordering_fields = ["position", "due_on"]
    example, input_example = examples.ACTION, examples.ACTION_INPUT
    change_example = {"state": "done"}
    permissions = {
        "read": "initiatives.view_initiative",
        "create": "initiatives.run_part",
        "change": "initiatives.do_readiness_action",  # more than the state asks for run_initiative
        "remove": "initiatives.run_part",
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the initiatives that the caller may know of."""
        return queryset.filter(pk__in=visible_actions(user).order_by().values("pk"))

    def create_one(self, data: dict[str, Any]) -> Model:
        """After the others of its group."""
        authorise(self.caller, RUN, data["group"].initiative)
        return actions.add_action(by=self.caller, **data)

    def change_one(self, obj: ReadinessAction, data: dict[str, Any]) -> Model:
        """Its state, for who does it; everything for who runs the initiative."""
        if set(data) - REPORTED and not self.caller.has_perm(RUN, obj.initiative):
            raise PermissionDenied
        return actions.change_action(by=self.caller, action=obj, **data)

    def remove_one(self, obj: ReadinessAction) -> None:
        """Take it out; the history keeps it."""
        actions.remove_action(by=self.caller, action=obj)
