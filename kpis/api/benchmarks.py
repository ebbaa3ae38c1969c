"""/api/v1/kpi-benchmarks/"""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.web import authorise
from kpis import actions
from kpis.api import examples
from kpis.api.numbers import NumberField
from kpis.api.periods import PeriodField
from kpis.models import KPI, PeerBenchmark
from kpis.queries import visible_to


# In OpenAPI 3.1 a format is a remark, so that an empty text would fit both sides of `oneOf`.
@extend_schema_field({"type": "string", "maxLength": 200, "description": "An address, or empty."})
class AddressField(serializers.URLField):
    """An address on the web, or none."""


class BenchmarkSerializer(Shaped, serializers.ModelSerializer):
    """What a peer reached by a KPI's measure in one period, and where that is said."""

    kpi = Reference(read_only=True)
    period = PeriodField()
    source_url = AddressField(read_only=True)

    class Meta:
        model = PeerBenchmark
        fields = ["id", "kpi", "peer", "period", "value", "source", "source_url"]


class BenchmarkChange(Written):
    """What of a benchmark may change."""

    peer = serializers.CharField(max_length=200)
    period = serializers.CharField(max_length=40, help_text="Of any frequency: 2025, 2025-Q3, 2025-09.")
    value = NumberField()
    source = serializers.CharField(help_text="Where it is published.")  # type: ignore[assignment]
    source_url = AddressField(max_length=200, allow_blank=True, required=False)


class BenchmarkInput(BenchmarkChange):
    """A new benchmark of a KPI."""

    kpi = Reference(queryset=KPI.objects.all())


class BenchmarkFilters(Filters):
    """By KPI and peer."""

    kpi = ByReference(KPI.objects.all())

    class Meta:
        model = PeerBenchmark
        fields = {"id": ["in"], "peer": ["exact", "icontains"], "frequency": ["exact"]}


class Benchmarks(Creates, Changes, Removes, Resource):
    """What peers reach, by period and with their source; it is shown beside a KPI and counts in no score."""

    queryset = PeerBenchmark.objects.select_related("kpi")
    serializer_class = BenchmarkSerializer
    input_class, change_class = BenchmarkInput, BenchmarkChange
    filterset_class = BenchmarkFilters
    search_fields = ["peer", "source"]
    ordering_fields = ["id", "peer", "period"]
    code_field = ""
    example, input_example = examples.BENCHMARK, examples.BENCHMARK_INPUT
    change_example = {"value": 31.5}
    permissions = {
        "read": "kpis.view_kpi",
        "create": "kpis.edit_kpi",
        "change": "kpis.edit_kpi",
        "remove": "kpis.edit_kpi",
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Benchmarks of the KPIs that the user may know of."""
        return queryset.filter(kpi__in=visible_to(user))

    def create_one(self, data: dict[str, Any]) -> PeerBenchmark:
        """Of a KPI that the caller may define."""
        authorise(self.caller, "kpis.edit_kpi", data["kpi"])
        return actions.add_benchmark(by=self.caller, **data)

    def change_one(self, obj: PeerBenchmark, data: dict[str, Any]) -> PeerBenchmark:
        """Through the same action as the page."""
        return actions.change_benchmark(by=self.caller, benchmark=obj, **data)

    def remove_one(self, obj: PeerBenchmark) -> None:
        """Forget it."""
        actions.remove_benchmark(by=self.caller, benchmark=obj)
