"""/api/v1/departments/"""

from typing import Any

import django_filters
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.api.filters import Filters
from core.api.lookup import Reference, found
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from org import actions
from org.models import Department, Placement
from org.queries import path_of
from org.validators import validate_code


def standing_today(queryset: QuerySet[Department]) -> QuerySet[Department]:
    """Departments with `parent_code` and `path` as they stand today; both empty for those out of the tree."""
    today = timezone.localdate()
    place = Placement.objects.current().filter(department=OuterRef("pk"), valid__contains=today)
    return queryset.annotate(
        parent_code=Subquery(place.values("parent__code")[:1]), path=Subquery(place.values("path")[:1])
    )


class DepartmentSerializer(Shaped, serializers.ModelSerializer):
    """A department and where it stands today."""

    parent = serializers.CharField(  # type: ignore[assignment]
        source="parent_code",
        allow_null=True,
        read_only=True,
        help_text="Code of the department above.",
    )
    standing = serializers.SerializerMethodField(help_text="Whether it stands in the tree today.")

    class Meta:
        model = Department
        fields = ["id", "code", "name", "short_name", "description", "parent", "standing"]

    def get_standing(self, department: Any) -> bool:
        """In the tree today, neither closed nor yet to come."""
        return department.path is not None


class DepartmentChange(Written):
    """What of a department may change; `parent` moves it from `since` (else today) on."""

    name = serializers.CharField(max_length=200)
    short_name = serializers.CharField(max_length=40, allow_blank=True, required=False)
    description = serializers.CharField(allow_blank=True, required=False)
    parent = Reference(  # type: ignore[assignment]
        queryset=Department.objects.all(), allow_null=True, required=False
    )
    since = serializers.DateField(required=False)


class DepartmentInput(DepartmentChange):
    """A new department, at the top where no `parent` is named."""

    code = serializers.CharField(max_length=40, validators=[validate_code])


class DepartmentFilters(Filters):
    """`under` keeps a department and all below it, `parent` those directly below."""

    under = django_filters.CharFilter(method="filter_under")
    parent = django_filters.CharFilter(field_name="parent_code")

    class Meta:
        model = Department
        fields = {
            "id": ["in"],
            "code": ["exact", "in", "icontains"],
            "name": ["exact", "icontains"],
        }

    @extend_schema_field({"type": "string"})
    def filter_under(self, queryset: QuerySet, _name: str, value: str) -> QuerySet:
        """The subtree of the department named by code or id; nothing for one that does not stand today."""
        department = found(Department.objects.all(), "code", value)
        path = path_of(department) if department is not None else None
        return queryset.filter(path__startswith=path) if path is not None else queryset.none()


class Departments(Creates, Changes, Removes, Resource):
    """The departments of the organisation. Removing one closes it from today on; its past stays."""

    queryset = Department.objects.all()
    serializer_class = DepartmentSerializer
    input_class, change_class = DepartmentInput, DepartmentChange
    filterset_class = DepartmentFilters
    search_fields = ["code", "name", "short_name"]
    ordering_fields = ["code", "name"]
    example = {
        "id": 7,
        "code": "ROADS",
        "name": "Roads",
        "short_name": "",
        "description": "Streets, bridges and signs",
        "parent": "WORKS",
        "standing": True,
    }
    input_example = {"code": "ROADS", "name": "Roads", "parent": "WORKS"}
    change_example = {"name": "Roads and bridges"}
    permissions = {
        "read": "org.view_departments",
        "create": "org.edit_departments",
        "change": "org.edit_departments",
        "remove": "org.edit_departments",
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """All departments, with their place today."""
        return standing_today(queryset)

    def create_one(self, data: dict[str, Any]) -> Department:
        """Through the same action as the page."""
        return actions.create_department(by=self.caller, **data)

    def change_one(self, obj: Department, data: dict[str, Any]) -> Department:
        """Rename, describe, move."""
        kept = {name: data.get(name, getattr(obj, name)) for name in ("name", "short_name", "description")}
        actions.change_department(by=self.caller, department=obj, **kept)
        if "parent" in data:
            since = data.get("since") or timezone.localdate()
            actions.move_department(by=self.caller, department=obj, parent=data["parent"], since=since)
        return obj

    def remove_one(self, obj: Department) -> None:
        """Close it from today on."""
        actions.close_department(by=self.caller, department=obj, on=timezone.localdate())
