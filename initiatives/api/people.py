"""/api/v1/allocations/ and /api/v1/capacities/"""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.web import authorise
from initiatives.actions import means as actions
from initiatives.api import means_examples as examples
from initiatives.api.months import MonthField
from initiatives.api.references import InitiativeReference
from initiatives.means.queries import visible_allocations
from initiatives.models import Allocation, Capacity, Skill
from initiatives.queries import visible_initiatives
from initiatives.views.seen import RUN, VIEW
from kpis.api.numbers import NumberField
from org.models import Department, User

PART = "initiatives.run_part"
EDIT, CHANGE = "initiatives.edit_capacity", "initiatives.change_capacity"


class AllocationSerializer(Shaped):
    """People that an initiative takes, in full-time equivalents a month."""

    id = serializers.IntegerField(read_only=True)
    initiative = InitiativeReference(read_only=True)
    department = Reference(read_only=True)
    skill = Reference(read_only=True)
    person = Reference(code_field="email", read_only=True, allow_null=True)
    first_month = MonthField(read_only=True)
    last_month = MonthField(read_only=True)
    fte = serializers.FloatField(read_only=True)
    note = serializers.CharField(read_only=True)


class AllocationChange(Written):
    """What of an allocation may change; both months are included."""

    department = Reference(queryset=Department.objects.all())
    skill = Reference(queryset=Skill.objects.all())
    person = Reference(
        queryset=User.objects.filter(is_active=True),
        code_field="email__iexact",
        allow_null=True,
        required=False,
    )
    first_month = MonthField()
    last_month = MonthField()
    fte = NumberField()
    note = serializers.CharField(max_length=300, allow_blank=True, required=False)


class AllocationInput(AllocationChange):
    """New people of an initiative."""

    initiative = InitiativeReference()


class AllocationFilters(Filters):
    """By initiative, department, skill, person and months."""

    initiative = ByReference(visible_initiatives)
    department = ByReference(Department.objects.all())
    skill = ByReference(Skill.objects.all())
    person = ByReference(User.objects.all(), code_field="email__iexact")

    class Meta:
        model = Allocation
        fields = {"id": ["in"], "first_month": ["gte", "lte"], "last_month": ["gte", "lte"]}


class Allocations(Creates, Changes, Removes, Resource):
    """Whom initiatives take, from which department, in which months."""

    queryset = Allocation.objects.select_related("initiative__department", "department", "skill", "person")
    serializer_class = AllocationSerializer
    input_class, change_class = AllocationInput, AllocationChange
    filterset_class = AllocationFilters
    code_field = ""
    search_fields = ["note"]
    ordering_fields = ["first_month", "last_month"]
    example, input_example = examples.ALLOCATION, examples.ALLOCATION_INPUT
    change_example = {"fte": 0.5}
    permissions = {"read": VIEW, "create": RUN, "change": PART, "remove": PART}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the initiatives that the user may know of."""
        return queryset.filter(pk__in=visible_allocations(user).values("pk"))

    def create_one(self, data: dict[str, Any]) -> Allocation:
        """Take people."""
        authorise(self.caller, RUN, data["initiative"])
        return actions.add_allocation(by=self.caller, **data)

    def change_one(self, obj: Allocation, data: dict[str, Any]) -> Allocation:
        """Others, more or fewer, longer or shorter."""
        return actions.change_allocation(by=self.caller, allocation=obj, **data)

    def remove_one(self, obj: Allocation) -> None:
        """Take it out."""
        actions.remove_allocation(by=self.caller, allocation=obj)


class CapacitySerializer(Shaped):
    """How many full-time people of a skill a department has for initiatives."""

    id = serializers.IntegerField(read_only=True)
    department = Reference(read_only=True)
    skill = Reference(read_only=True)
    first_month = MonthField(read_only=True)
    last_month = MonthField(read_only=True, allow_null=True)
    fte = serializers.FloatField(read_only=True)
    note = serializers.CharField(read_only=True)


class CapacityChange(Written):
    """What of a capacity may change; `last_month` null: until further notice."""

    first_month = MonthField()
    last_month = MonthField(allow_null=True, required=False)
    fte = NumberField()
    note = serializers.CharField(max_length=300, allow_blank=True, required=False)


class CapacityInput(CapacityChange):
    """A new capacity; what held until further notice before ends the month before."""

    department = Reference(queryset=Department.objects.all())
    skill = Reference(queryset=Skill.objects.all())


class CapacityFilters(Filters):
    """By department, skill and months."""

    department = ByReference(Department.objects.all())
    skill = ByReference(Skill.objects.all())

    class Meta:
        model = Capacity
        fields = {
            "id": ["in"],
            "first_month": ["gte", "lte"],
            "last_month": ["gte", "lte", "isnull"],
        }


class Capacities(Creates, Changes, Removes, Resource):
    """What departments have, by skill and month."""

    queryset = Capacity.objects.select_related("department", "skill")
    serializer_class = CapacitySerializer
    input_class, change_class = CapacityInput, CapacityChange
    filterset_class = CapacityFilters
    code_field = ""
    search_fields = ["note"]
    ordering_fields = ["first_month", "last_month"]
    example, input_example = examples.CAPACITY, examples.CAPACITY_INPUT
    change_example = {"last_month": "2027-06"}
    permissions = {"read": VIEW, "create": EDIT, "change": CHANGE, "remove": CHANGE}

    def create_one(self, data: dict[str, Any]) -> Capacity:
        """What a department has from a month on."""
        authorise(self.caller, EDIT, data["department"])
        return actions.add_capacity(by=self.caller, **data)

    def change_one(self, obj: Capacity, data: dict[str, Any]) -> Capacity:
        """More or fewer, longer or shorter."""
        return actions.change_capacity(by=self.caller, capacity=obj, **data)

    def remove_one(self, obj: Capacity) -> None:
        """Take it out."""
        actions.remove_capacity(by=self.caller, capacity=obj)
