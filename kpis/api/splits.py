"""/api/v1/baseline-splits/"""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.web import authorise
from kpis import actions
from kpis.api import examples
from kpis.api.periods import PeriodField, with_frequency
from kpis.models import KPI, BaselineSplit
from kpis.queries import visible_to
from org.models import Department


class SplitSerializer(Shaped, serializers.ModelSerializer):
    """That a KPI's process at a department is another from a native period on: limits begin anew."""

    kpi = Reference(read_only=True)
    department = Reference(read_only=True)
    period = PeriodField()
    split_by = Reference(code_field="email", source="recorded_by", read_only=True, allow_null=True)
    split_at = serializers.DateTimeField(source="known_from", read_only=True)

    class Meta:
        model = BaselineSplit
        fields = ["id", "kpi", "department", "period", "reason", "split_by", "split_at"]


class SplitInput(Written):
    """A new baseline from a native period of the KPI on, and what changed."""

    kpi = Reference(queryset=KPI.objects.all())
    department = Reference(queryset=Department.objects.all())
    period = serializers.CharField(max_length=40, help_text="A native period of the KPI: 2026-03.")
    reason = serializers.CharField(max_length=2000)


class SplitFilters(Filters):
    """By KPI and department."""

    kpi = ByReference(KPI.objects.all())
    department = ByReference(Department.objects.all())

    class Meta:
        model = BaselineSplit
        fields = {"id": ["in"]}


class BaselineSplits(Creates, Removes, Resource):
    """Where baselines of signals begin anew. Removing one joins them; it stays known for the past."""

    queryset = BaselineSplit.objects.select_related("kpi", "department", "recorded_by")
    serializer_class = SplitSerializer
    input_class = SplitInput
    filterset_class = SplitFilters
    ordering_fields = ("id", "period")
    code_field = ""
    example, input_example = examples.SPLIT, examples.SPLIT_INPUT
    permissions = {
        "read": "kpis.view_kpi",
        "create": "kpis.split_baseline",
        "remove": "kpis.split_baseline",
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Present splits of the KPIs that the user may know of."""
        return with_frequency(queryset.filter(known_to__isnull=True, kpi__in=visible_to(user)))

    def create_one(self, data: dict[str, Any]) -> BaselineSplit:
        """At a department within one's reach, through the same action as the page."""
        authorise(self.caller, "kpis.split_baseline", data["department"])
        return actions.split_baseline(by=self.caller, **data)

    def remove_one(self, obj: BaselineSplit) -> None:
        """Join the baseline with the one before."""
        actions.remove_split(by=self.caller, split=obj)
