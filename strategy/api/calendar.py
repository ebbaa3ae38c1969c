"""/api/v1/strategy-dates/"""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from org.models import Department, User
from strategy.actions import calendar as actions
from strategy.api.references import PlanReference
from strategy.calendar.entries import visible_dates
from strategy.enums import DateKind, Repetition
from strategy.models import StrategyDate
from strategy.queries import visible_plans

_DATE: dict[str, Any] = {
    "name": "Strategy review of the quarter",
    "kind": "review",
    "starts_on": "2026-01-28",
    "ends_on": None,
    "repeats": "quarterly",
    "repeats_until": "2028-12-31",
    "plan": "harbour-city",
    "department": None,
    "owner": "petra@city.example",
    "note": "",
}


class StrategyDateSerializer(Shaped):
    """A date of the strategy calendar; one that comes back is one row."""

    id = serializers.IntegerField(read_only=True)
    name = serializers.CharField(read_only=True)
    kind = serializers.ChoiceField(choices=DateKind.choices, read_only=True)
    starts_on = serializers.DateField(read_only=True, help_text="Its first day, the first time.")
    ends_on = serializers.DateField(
        read_only=True, allow_null=True, help_text="Its last day, the first time; null: one day."
    )
    repeats = serializers.ChoiceField(choices=Repetition.choices, read_only=True)
    repeats_until = serializers.DateField(
        read_only=True, allow_null=True, help_text="It begins for the last time on or before; null: for ever."
    )
    plan = Reference(read_only=True, allow_null=True)
    department = Reference(read_only=True, allow_null=True)
    owner = Reference(code_field="email", read_only=True, allow_null=True)
    note = serializers.CharField(read_only=True)


class StrategyDateInput(Written):
    """A date: what happens when, how often, and whom it concerns."""

    name = serializers.CharField(max_length=200)
    kind = serializers.ChoiceField(choices=DateKind.choices, required=False)
    starts_on = serializers.DateField()
    ends_on = serializers.DateField(allow_null=True, required=False)
    repeats = serializers.ChoiceField(choices=Repetition.choices, required=False)
    repeats_until = serializers.DateField(allow_null=True, required=False)
    plan = PlanReference(allow_null=True, required=False)
    department = Reference(queryset=Department.objects.all(), allow_null=True, required=False)
    owner = Reference(
        queryset=User.objects.filter(is_active=True),
        code_field="email__iexact",
        allow_null=True,
        required=False,
    )
    note = serializers.CharField(allow_blank=True, required=False)


class StrategyDateFilters(Filters):
    """By plan, department, kind and the first day."""

    plan = ByReference(visible_plans)
    department = ByReference(Department.objects.all())

    class Meta:
        model = StrategyDate
        fields = {
            "id": ["in"],
            "kind": ["exact", "in"],
            "repeats": ["exact", "in"],
            "starts_on": ["gte", "lte"],
        }


class StrategyDates(Creates, Changes, Removes, Resource):
    """The dates of the strategy calendar, as the office entered them."""

    queryset = StrategyDate.objects.select_related("plan", "department", "owner")
    serializer_class = StrategyDateSerializer
    input_class = StrategyDateInput
    filterset_class = StrategyDateFilters
    code_field = ""
    search_fields = ["name", "note"]
    ordering_fields = ["starts_on", "name", "kind"]
    example, input_example = {"id": 1, **_DATE}, _DATE
    change_example = {"ends_on": "2026-01-29"}
    permissions = {
        "read": "strategy.view_calendar",
        **dict.fromkeys(("create", "change", "remove"), "strategy.edit_calendar"),
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of no plan, and of plans that the user may know of."""
        return queryset.filter(pk__in=visible_dates(user).order_by().values("pk"))

    def create_one(self, data: dict[str, Any]) -> StrategyDate:
        """Put it into the calendar."""
        return actions.add_strategy_date(by=self.caller, **data)

    def change_one(self, obj: StrategyDate, data: dict[str, Any]) -> StrategyDate:
        """With all its returns."""
        return actions.change_strategy_date(by=self.caller, date=obj, **data)

    def remove_one(self, obj: StrategyDate) -> None:
        """Take it out with all its returns."""
        actions.remove_strategy_date(by=self.caller, date=obj)
