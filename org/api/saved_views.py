"""/api/v1/saved-views/: filters of lists under a name."""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from core.api.filters import Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.models import SavedView
from core.saved_views import change_view, remove_view, save_view, visible_views

_INPUT: dict[str, Any] = {
    "place": "initiatives",
    "name": "Red ones of my department",
    "query": "department=works&reported=red",
    "shared": False,
}


class SavedViewSerializer(Shaped):
    """A list's filters under a name."""

    id = serializers.IntegerField(read_only=True)
    place = serializers.CharField(read_only=True, help_text="The list: the name of its page.")
    name = serializers.CharField(read_only=True)
    query = serializers.CharField(read_only=True, help_text="As in the list's address.")
    shared = serializers.BooleanField(read_only=True)
    owner = Reference(code_field="email", read_only=True)


class SavedViewChange(Written):
    """What of a view may change."""

    name = serializers.CharField(max_length=100)
    query = serializers.CharField(allow_blank=True, required=False)
    shared = serializers.BooleanField(required=False)


class SavedViewInput(SavedViewChange):
    """A view to keep; the same name again changes it."""

    place = serializers.CharField(max_length=60)
    query = serializers.CharField(allow_blank=True)


class SavedViewFilters(Filters):
    """By list and by whether it is shared."""

    class Meta:
        model = SavedView
        fields = {"id": ["in"], "place": ["exact", "in"], "shared": ["exact"]}


class SavedViews(Creates, Changes, Removes, Resource):
    """One's own views, and those that others share; only one's own are changed."""

    queryset = SavedView.objects.select_related("owner")
    serializer_class = SavedViewSerializer
    input_class, change_class = SavedViewInput, SavedViewChange
    filterset_class = SavedViewFilters
    code_field = ""
    search_fields = ["name"]
    ordering_fields = ["name", "place"]
    input_example = _INPUT
    example = {"id": 1, **_INPUT, "owner": "hana@city.example"}
    change_example = {"shared": True}
    permissions = {
        "read": "org.view_views",
        **dict.fromkeys(("create", "change", "remove"), "org.keep_view"),
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """One's own and shared ones."""
        return queryset.filter(pk__in=visible_views(user).order_by().values("pk"))

    def create_one(self, data: dict[str, Any]) -> SavedView:
        """Kept for the caller."""
        return save_view(by=self.caller, **data)

    def change_one(self, obj: SavedView, data: dict[str, Any]) -> SavedView:
        """Its name, its filters, whether it is shared."""
        return change_view(by=self.caller, view=obj, **data)

    def remove_one(self, obj: SavedView) -> None:
        """Forget it."""
        remove_view(by=self.caller, view=obj)
