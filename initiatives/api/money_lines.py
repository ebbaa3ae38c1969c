"""/api/v1/money-lines/"""

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
from initiatives.actions import means as actions
from initiatives.api import means_examples as examples
from initiatives.api.references import InitiativeReference
from initiatives.enums import MoneyKind
from initiatives.means.queries import visible_money
from initiatives.models import FundingSource, Initiative, MoneyLine
from initiatives.queries import visible_initiatives
from initiatives.views.seen import EDIT, RUN, VIEW

PART = "initiatives.run_part"


def _amount() -> serializers.DecimalField:
    return serializers.DecimalField(16, 2, min_value=0, allow_null=True, required=False)


class MoneyLineSerializer(Shaped):
    """Money of a fiscal year, in the organisation's currency; null: not known."""

    id = serializers.IntegerField(read_only=True)
    initiative = InitiativeReference(read_only=True)
    year = serializers.IntegerField(read_only=True)
    kind = serializers.ChoiceField(choices=MoneyKind.choices, read_only=True)
    source = Reference(code_field="name", read_only=True, allow_null=True)  # type: ignore[assignment]
    budget = serializers.DecimalField(16, 2, read_only=True, allow_null=True)
    committed = serializers.DecimalField(16, 2, read_only=True, allow_null=True)
    actual = serializers.DecimalField(16, 2, read_only=True, allow_null=True)
    forecast = serializers.DecimalField(16, 2, read_only=True, allow_null=True)
    note = serializers.CharField(read_only=True)


class MoneyLineChange(Written):
    """What of a line may change; who runs the initiative changes all but its budget."""

    year = serializers.IntegerField()
    kind = serializers.ChoiceField(choices=MoneyKind.choices, required=False)
    source = Reference(  # type: ignore[assignment]
        queryset=FundingSource.objects.all(), code_field="name", allow_null=True, required=False
    )
    budget = _amount()
    committed = _amount()
    actual = _amount()
    forecast = _amount()
    note = serializers.CharField(max_length=300, allow_blank=True, required=False)


class MoneyLineInput(MoneyLineChange):
    """New money: one line for each fiscal year, kind and source."""

    initiative = InitiativeReference()


class MoneyLineFilters(Filters):
    """By initiative, year, kind and source."""

    initiative = ByReference(visible_initiatives)
    source = ByReference(FundingSource.objects.all(), code_field="name")

    class Meta:
        model = MoneyLine
        fields = {"id": ["in"], "year": ["exact", "in", "gte", "lte"], "kind": ["exact", "in"]}


class MoneyLines(Creates, Changes, Removes, Resource):
    """Money of initiatives: budget, committed, actual, forecast."""

    queryset = MoneyLine.objects.select_related("initiative__department", "source")
    serializer_class = MoneyLineSerializer
    input_class, change_class = MoneyLineInput, MoneyLineChange
    filterset_class = MoneyLineFilters
    code_field = ""
    search_fields = ["note"]
    ordering_fields = ["year", "kind"]
    example, input_example = examples.MONEY, examples.MONEY_INPUT
    change_example = {"forecast": "1500000.00"}
    permissions = {"read": VIEW, "create": RUN, "change": PART, "remove": PART}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """That of the initiatives that the user may know of."""
        return queryset.filter(pk__in=visible_money(user).values("pk"))

    def create_one(self, data: dict[str, Any]) -> MoneyLine:
        """A line more."""
        authorise(self.caller, RUN, data["initiative"])
        self._check_budget(data["initiative"], data.get("budget"), None)
        return actions.add_money_line(by=self.caller, **data)

    def change_one(self, obj: MoneyLine, data: dict[str, Any]) -> MoneyLine:
        """Other amounts."""
        self._check_budget(obj.initiative, data.get("budget", obj.budget), obj.budget)
        return actions.change_money_line(by=self.caller, line=obj, **data)

    def remove_one(self, obj: MoneyLine) -> None:
        """Take it out."""
        self._check_budget(obj.initiative, None, obj.budget)
        actions.remove_money_line(by=self.caller, line=obj)

    def _check_budget(self, initiative: Initiative, after: Any, before: Any) -> None:
        if after != before and not self.caller.has_perm(EDIT, initiative):
            raise PermissionDenied(_("Budgets are set by who may edit the initiative."))
