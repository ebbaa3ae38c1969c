"""/api/v1/series/"""

from typing import Any

from django.db.models import DateField, FloatField, Func, OuterRef, QuerySet, Subquery
from django.utils import timezone
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.web import authorise
from kpis import actions
from kpis.actions import FAR_PAST
from kpis.api import examples
from kpis.api.numbers import NumberField
from kpis.models import KPI, Series, SeriesTerm
from kpis.queries import visible_to
from org.models import Department, User


def with_term(queryset: QuerySet[Series]) -> QuerySet[Series]:
    """Series with `since`, `until` and `weight` of their latest term."""
    terms = SeriesTerm.objects.current().filter(series=OuterRef("pk")).order_by("-valid")
    start, end = (Func("valid", function=each, output_field=DateField()) for each in ("LOWER", "UPPER"))
    return queryset.annotate(
        since=Subquery(terms.values_list(start)[:1]),
        until=Subquery(terms.values_list(end)[:1]),
        weight=Subquery(terms.values_list("weight")[:1], output_field=FloatField()),
    )


class SeriesSerializer(Shaped, serializers.ModelSerializer):
    """A KPI at a department, with the steward who reports it."""

    kpi = Reference(read_only=True)
    department = Reference(read_only=True)
    steward = Reference(code_field="email", read_only=True, allow_null=True)
    since = serializers.SerializerMethodField(help_text="First day; null: always.")
    until = serializers.DateField(read_only=True, allow_null=True, help_text="First day after its end.")
    weight = serializers.FloatField(read_only=True, help_text="In weighted means over departments.")

    class Meta:
        model = Series
        fields = ["id", "kpi", "department", "steward", "since", "until", "weight"]

    @extend_schema_field({"type": ["string", "null"], "format": "date"})
    def get_since(self, series: Any) -> str | None:
        """Nothing for a series that has no beginning."""
        return None if series.since in (None, FAR_PAST) else series.since.isoformat()


class SeriesChange(Written):
    """Another steward, or an end."""

    steward = Reference(
        queryset=User.objects.filter(is_active=True),
        code_field="email__iexact",
        allow_null=True,
        required=False,
    )
    until = serializers.DateField(required=False)


class SeriesInput(SeriesChange):
    """A department begins to report a KPI, from `since` on (else always)."""

    kpi = Reference(queryset=KPI.objects.all())
    department = Reference(queryset=Department.objects.all())
    since = serializers.DateField(required=False)
    weight = NumberField(required=False)


class SeriesFilters(Filters):
    """By KPI, department or steward."""

    kpi = ByReference(KPI.objects.all())
    department = ByReference(Department.objects.all())
    steward = ByReference(User.objects.all(), code_field="email__iexact")

    class Meta:
        model = Series
        fields = {"id": ["in"]}


class SeriesOfKpis(Creates, Changes, Removes, Resource):
    """Which department reports which KPI. Removing a series ends it today; its past stays."""

    queryset = Series.objects.select_related("kpi", "department", "steward")
    serializer_class = SeriesSerializer
    input_class, change_class = SeriesInput, SeriesChange
    filterset_class = SeriesFilters
    ordering_fields = ["id"]
    code_field = ""
    example, input_example = examples.SERIES, examples.SERIES_INPUT
    change_example = {"steward": "vera@city.example"}
    permissions = {
        "read": "kpis.view_kpi",
        "create": "kpis.edit_kpi",
        "change": "kpis.edit_series",
        "remove": "kpis.edit_series",  # the end of a series asks for kpis.edit_kpi as well
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Series of the KPIs that the user may know of."""
        return with_term(queryset.filter(kpi__in=visible_to(user)))

    def create_one(self, data: dict[str, Any]) -> Series:
        """Through the same action as an import."""
        authorise(self.caller, "kpis.edit_kpi", data["kpi"])
        authorise(self.caller, "kpis.edit_series", data["department"])
        return actions.open_series(by=self.caller, **data)

    def change_one(self, obj: Series, data: dict[str, Any]) -> Series:
        """Steward and end."""
        if "steward" in data:
            actions.change_steward(by=self.caller, series=obj, steward=data["steward"])
        if "until" in data:
            authorise(self.caller, "kpis.edit_kpi", obj.kpi)
            actions.close_series(by=self.caller, series=obj, on=data["until"])
        return obj

    def remove_one(self, obj: Series) -> None:
        """End it today."""
        authorise(self.caller, "kpis.edit_kpi", obj.kpi)
        actions.close_series(by=self.caller, series=obj, on=timezone.localdate())
