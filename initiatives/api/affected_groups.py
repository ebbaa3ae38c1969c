"""/api/v1/affected-groups/"""

from typing import Any

from django.db.models import Model, QuerySet
from rest_framework import serializers

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.web import authorise
from initiatives.actions import readiness as actions
from initiatives.api import readiness_examples as examples
from initiatives.api.references import InitiativeReference
from initiatives.models import AffectedGroup
from initiatives.queries import visible_initiatives
from initiatives.readiness.reading import read_groups
from initiatives.readiness.visible import visible_groups, with_relations
from initiatives.views.seen import RUN
from org.models import Department


class GroupReference(Reference):
    """A group by its id; a hidden one is as unknown as none."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(code_field="", queryset=AffectedGroup.objects.all(), **rest)

    def get_queryset(self) -> Any:
        """Those that the caller may know of."""
        request = self.context.get("request")
        if request is None:
            return super().get_queryset()
        return visible_groups(request.user).select_related("initiative__department")


class GroupSerializer(Shaped):
    """People for whom an initiative changes something; `barrier` is computed when it is read."""

    id = serializers.IntegerField(read_only=True)
    initiative = InitiativeReference(read_only=True)
    name = serializers.CharField(read_only=True)
    department = Reference(read_only=True, allow_null=True)
    people = serializers.IntegerField(read_only=True, allow_null=True)
    impact = serializers.IntegerField(read_only=True, allow_null=True, help_text="1 little to 5 everything.")
    change = serializers.CharField(read_only=True)
    resistance = serializers.CharField(read_only=True)
    barrier = serializers.SerializerMethodField(
        help_text="The first dimension rated 3 or less, where to begin; empty: none, or nobody rated it."
    )
    position = serializers.IntegerField(read_only=True)

    def get_barrier(self, group: AffectedGroup) -> str:
        """A dimension, or empty."""
        return read_groups([group])[0].barrier


class GroupChange(Written):
    """What of a group may change."""

    name = serializers.CharField(max_length=200)
    department = Reference(queryset=Department.objects.all(), allow_null=True, required=False)
    people = serializers.IntegerField(min_value=0, max_value=100_000_000, allow_null=True, required=False)
    impact = serializers.IntegerField(min_value=1, max_value=5, allow_null=True, required=False)
    change = serializers.CharField(allow_blank=True, required=False)
    resistance = serializers.CharField(allow_blank=True, required=False)


class GroupInput(GroupChange):
    """A new group; only its initiative and its name are needed."""

    initiative = InitiativeReference()


class GroupFilters(Filters):
    """By initiative, department and impact."""

    initiative = ByReference(visible_initiatives)
    department = ByReference(Department.objects.all())

    class Meta:
        model = AffectedGroup
        fields = {"id": ["in"], "impact": ["exact", "gte", "lte"]}


class AffectedGroups(Creates, Changes, Removes, Resource):
    """Whose work or life initiatives change, and where they are held up."""

    queryset = AffectedGroup.objects.all()
    serializer_class = GroupSerializer
    input_class, change_class = GroupInput, GroupChange
    filterset_class = GroupFilters
    code_field = ""
    search_fields = ["name", "change", "resistance"]
    ordering_fields = ["position", "name", "impact"]
    example, input_example = examples.GROUP, examples.GROUP_INPUT
    change_example = {"impact": 3}
    permissions = {
        "read": "initiatives.view_initiative",
        **dict.fromkeys(("create", "change", "remove"), "initiatives.run_part"),
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the initiatives that the caller may know of."""
        return with_relations(queryset.filter(pk__in=visible_groups(user).order_by().values("pk")))

    def create_one(self, data: dict[str, Any]) -> Model:
        """After the others of its initiative."""
        authorise(self.caller, RUN, data["initiative"])
        return actions.add_group(by=self.caller, **data)

    def change_one(self, obj: AffectedGroup, data: dict[str, Any]) -> Model:
        """What was sent."""
        return actions.change_group(by=self.caller, group=obj, **data)

    def remove_one(self, obj: AffectedGroup) -> None:
        """Only where nothing was done for it yet."""
        actions.remove_group(by=self.caller, group=obj)
