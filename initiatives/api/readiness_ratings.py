"""/api/v1/readiness-ratings/"""

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
from initiatives.api.affected_groups import GroupReference
from initiatives.api.references import InitiativeReference
from initiatives.models import ReadinessRating
from initiatives.queries import visible_initiatives
from initiatives.readiness.visible import visible_groups, visible_ratings
from initiatives.views.seen import RUN


def _said() -> serializers.IntegerField:
    return serializers.IntegerField(read_only=True, allow_null=True)


def _asked() -> serializers.IntegerField:
    return serializers.IntegerField(min_value=1, max_value=5, allow_null=True, required=False)


class RatingSerializer(Shaped):
    """How ready a group was on a day, each from 1 (not at all) to 5 (wholly); null: not rated."""

    id = serializers.IntegerField(read_only=True)
    initiative = InitiativeReference(read_only=True)
    group = serializers.IntegerField(source="group_id", read_only=True)
    rated_on = serializers.DateField(read_only=True)
    awareness, desire, knowledge, ability, reinforcement = _said(), _said(), _said(), _said(), _said()
    note = serializers.CharField(read_only=True)
    rated_by = Reference(code_field="email", read_only=True, allow_null=True)


class RatingChange(Written):
    """What of a rating may be put right."""

    rated_on = serializers.DateField()
    awareness, desire, knowledge, ability, reinforcement = _asked(), _asked(), _asked(), _asked(), _asked()
    note = serializers.CharField(allow_blank=True, required=False)


class RatingInput(RatingChange):
    """A rating; one of the same group and day is replaced. One of the five is needed at least."""

    group = GroupReference()


class RatingFilters(Filters):
    """By initiative, group and day."""

    initiative = ByReference(visible_initiatives, field_name="group__initiative")
    group = ByReference(visible_groups, code_field="")

    class Meta:
        model = ReadinessRating
        fields = {"id": ["in"], "rated_on": ["gte", "lte"]}


class ReadinessRatings(Creates, Changes, Removes, Resource):
    """How ready groups were over time."""

    queryset = ReadinessRating.objects.select_related("group__initiative__department", "rated_by")
    serializer_class = RatingSerializer
    input_class, change_class = RatingInput, RatingChange
    filterset_class = RatingFilters
    code_field = ""
    search_fields = ["note"]
    ordering_fields = ["rated_on"]
    example, input_example = examples.RATING, examples.RATING_INPUT
    change_example = {"desire": 3}
    permissions = {
        "read": "initiatives.view_initiative",
        **dict.fromkeys(("create", "change", "remove"), "initiatives.run_part"),
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the initiatives that the caller may know of."""
        return queryset.filter(pk__in=visible_ratings(user).order_by().values("pk"))

    def create_one(self, data: dict[str, Any]) -> Model:
        """Record it."""
        authorise(self.caller, RUN, data["group"].initiative)
        return actions.rate_group(by=self.caller, **data)

    def change_one(self, obj: ReadinessRating, data: dict[str, Any]) -> Model:
        """What was sent."""
        return actions.change_rating(by=self.caller, rating=obj, **data)

    def remove_one(self, obj: ReadinessRating) -> None:
        """Take it back; the history keeps it."""
        actions.remove_rating(by=self.caller, rating=obj)
