"""/api/v1/initiative-contributions/ and /api/v1/initiative-departments/"""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from rest_framework import serializers

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.errors import Fault, Refused
from core.web import authorise
from initiatives.actions.serving import TakesPart, serve_objective, set_departments, stop_serving
from initiatives.api import portfolio_examples as examples
from initiatives.api.references import InitiativeReference
from initiatives.enums import Strength
from initiatives.models import Contribution, Initiative, InitiativeDepartment
from initiatives.queries import visible_initiatives
from initiatives.views.seen import EDIT
from org.models import Department
from strategy.api.goals import objectives_by_ref
from strategy.api.references import ObjectiveReference
from strategy.queries import standing_objectives


class InitiativeContributionSerializer(Shaped):
    """That an initiative serves an objective, how much (1 some, 2 strong, 3 decisive) and how."""

    id = serializers.IntegerField(read_only=True)
    initiative = InitiativeReference(read_only=True)
    objective = ObjectiveReference(read_only=True)
    strength = serializers.IntegerField(read_only=True)
    note = serializers.CharField(read_only=True)


class InitiativeContributionChange(Written):
    """What of a contribution may change."""

    strength = serializers.ChoiceField(choices=Strength.choices, required=False)
    note = serializers.CharField(allow_blank=True, required=False)


class InitiativeContributionInput(InitiativeContributionChange):
    """What an initiative serves; said again of the same objective it is changed."""

    initiative = InitiativeReference()
    objective = ObjectiveReference()


class InitiativeContributionFilters(Filters):
    """By initiative and objective."""

    initiative = ByReference(visible_initiatives)
    objective = ByReference(objectives_by_ref, code_field="ref")

    class Meta:
        model = Contribution
        fields = {"id": ["in"], "strength": ["exact", "gte", "lte"]}


class InitiativeContributions(Creates, Changes, Removes, Resource):
    """Which initiatives serve which objectives."""

    queryset = Contribution.objects.select_related("initiative__department", "objective__plan")
    serializer_class = InitiativeContributionSerializer
    input_class, change_class = InitiativeContributionInput, InitiativeContributionChange
    filterset_class = InitiativeContributionFilters
    code_field = ""
    ordering_fields = ["id", "strength"]
    example, input_example = examples.CONTRIBUTION, examples.CONTRIBUTION_INPUT
    change_example = {"strength": 2}
    permissions = {
        "read": "initiatives.view_initiative",
        **dict.fromkeys(("create", "change", "remove"), "initiatives.edit_part"),
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Where the user may know of both ends."""
        return queryset.filter(
            initiative__in=visible_initiatives(user).order_by().values("pk"),
            objective__in=standing_objectives(user).order_by().values("pk"),
        )

    def create_one(self, data: dict[str, Any]) -> Contribution:
        """For who may change the initiative."""
        authorise(self.caller, EDIT, data["initiative"])
        return serve_objective(by=self.caller, **data)

    def change_one(self, obj: Contribution, data: dict[str, Any]) -> Contribution:
        """How much, and how."""
        said: dict[str, Any] = {"strength": obj.strength, "note": obj.note} | data
        return serve_objective(by=self.caller, initiative=obj.initiative, objective=obj.objective, **said)

    def remove_one(self, obj: Contribution) -> None:
        """It serves the objective no longer."""
        stop_serving(by=self.caller, contribution=obj)


class InitiativeDepartmentSerializer(Shaped):
    """A department that takes part in an initiative which another one leads."""

    id = serializers.IntegerField(read_only=True)
    initiative = InitiativeReference(read_only=True)
    department = Reference(read_only=True)
    part = serializers.CharField(read_only=True)


class InitiativeDepartmentChange(Written):
    """Its part in a few words."""

    part = serializers.CharField(max_length=300, allow_blank=True, required=False)


class InitiativeDepartmentInput(InitiativeDepartmentChange):
    """One more department."""

    initiative = InitiativeReference()
    department = Reference(queryset=Department.objects.all())


class InitiativeDepartmentFilters(Filters):
    """By initiative and department."""

    initiative = ByReference(visible_initiatives)
    department = ByReference(Department.objects.all())

    class Meta:
        model = InitiativeDepartment
        fields = {"id": ["in"]}


class InitiativeDepartments(Creates, Changes, Removes, Resource):
    """Departments that take part in initiatives beside those that lead them."""

    queryset = InitiativeDepartment.objects.select_related("initiative__department", "department")
    serializer_class = InitiativeDepartmentSerializer
    input_class, change_class = InitiativeDepartmentInput, InitiativeDepartmentChange
    filterset_class = InitiativeDepartmentFilters
    code_field = ""
    ordering_fields = ["id"]
    example, input_example = examples.TAKING_PART, examples.TAKING_PART_INPUT
    change_example = {"part": "Kerbs only"}
    permissions = InitiativeContributions.permissions

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of initiatives that the user may know of."""
        return queryset.filter(initiative__in=visible_initiatives(user).order_by().values("pk"))

    def create_one(self, data: dict[str, Any]) -> InitiativeDepartment:
        """Beside those that take part already."""
        initiative, department = data["initiative"], data["department"]
        authorise(self.caller, EDIT, initiative)
        if initiative.taking_part.filter(department=department).exists():
            raise Refused([Fault(_("It takes part already."), field="department", code="unique")])
        self._set(initiative, [*self._others(initiative), TakesPart(department, data.get("part", ""))])
        return initiative.taking_part.get(department=department)

    def change_one(self, obj: InitiativeDepartment, data: dict[str, Any]) -> InitiativeDepartment:
        """What its part is."""
        changed = TakesPart(obj.department, data.get("part", obj.part))
        self._set(obj.initiative, [*self._others(obj.initiative, obj.pk), changed])
        return obj

    def remove_one(self, obj: InitiativeDepartment) -> None:
        """It takes part no longer."""
        self._set(obj.initiative, self._others(obj.initiative, obj.pk))

    def _set(self, initiative: Initiative, wanted: list[TakesPart]) -> None:
        set_departments(by=self.caller, initiative=initiative, wanted=wanted)

    @staticmethod
    def _others(initiative: Initiative, without: int | None = None) -> list[TakesPart]:
        rows = initiative.taking_part.select_related("department")
        return [TakesPart(each.department, each.part) for each in rows if each.pk != without]
