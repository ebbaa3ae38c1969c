"""/api/v1/technology-uses/"""

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
from initiatives.api.references import InitiativeReference
from initiatives.means.queries import visible_uses
from initiatives.models import Technology, TechnologyUse
from initiatives.queries import visible_initiatives
from initiatives.views.seen import RUN, VIEW
from kpis.api.numbers import NumberField

PART = "initiatives.run_part"


class TechnologyUseSerializer(Shaped):
    """So much of a technology, from one day to another; null: as long as the initiative lasts."""

    id = serializers.IntegerField(read_only=True)
    initiative = InitiativeReference(read_only=True)
    technology = Reference(read_only=True)
    quantity = serializers.FloatField(read_only=True)
    starts_on = serializers.DateField(read_only=True, allow_null=True)
    ends_on = serializers.DateField(read_only=True, allow_null=True)
    note = serializers.CharField(read_only=True)


class TechnologyUseChange(Written):
    """What of a use may change."""

    technology = Reference(queryset=Technology.objects.all())
    quantity = NumberField(required=False)
    starts_on = serializers.DateField(allow_null=True, required=False)
    ends_on = serializers.DateField(allow_null=True, required=False)
    note = serializers.CharField(max_length=300, allow_blank=True, required=False)


class TechnologyUseInput(TechnologyUseChange):
    """A new use."""

    initiative = InitiativeReference()


class TechnologyUseFilters(Filters):
    """By initiative and technology."""

    initiative = ByReference(visible_initiatives)
    technology = ByReference(Technology.objects.all())

    class Meta:
        model = TechnologyUse
        fields = {"id": ["in"], "starts_on": ["gte", "lte"], "ends_on": ["gte", "lte"]}


class TechnologyUses(Creates, Changes, Removes, Resource):
    """What initiatives need of shared technology."""

    queryset = TechnologyUse.objects.select_related("initiative__department", "technology")
    serializer_class = TechnologyUseSerializer
    input_class, change_class = TechnologyUseInput, TechnologyUseChange
    filterset_class = TechnologyUseFilters
    code_field = ""
    search_fields = ["note"]
    ordering_fields = ["starts_on", "ends_on"]
    example, input_example = examples.USE, examples.USE_INPUT
    change_example = {"ends_on": "2027-02-28"}
    permissions = {"read": VIEW, "create": RUN, "change": PART, "remove": PART}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the initiatives that the user may know of."""
        return queryset.filter(pk__in=visible_uses(user).values("pk"))

    def create_one(self, data: dict[str, Any]) -> TechnologyUse:
        """One more."""
        authorise(self.caller, RUN, data["initiative"])
        return actions.add_technology_use(by=self.caller, **data)

    def change_one(self, obj: TechnologyUse, data: dict[str, Any]) -> TechnologyUse:
        """More or less, longer or shorter."""
        return actions.change_technology_use(by=self.caller, use=obj, **data)

    def remove_one(self, obj: TechnologyUse) -> None:
        """Take it out."""
        actions.remove_technology_use(by=self.caller, use=obj)
