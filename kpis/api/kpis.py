"""/api/v1/kpis/"""

import datetime as dt
from typing import Any

import django_filters
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference, found
from core.api.parameters import READING
from core.api.resources import Changes, Creates, Resource
from core.api.shapes import Shaped, Written
from kpis import actions
from kpis.api import examples, explanations, outlooks
from kpis.api.as_of import AS_OF, as_of_asked
from kpis.api.explanation_example import CELL_EXPLANATION
from kpis.api.numbers import NumberField, optional_number
from kpis.engine.formulas.tokens import MAX_LENGTH
from kpis.enums import (
    DataQuality,
    DepartmentRollup,
    Direction,
    Frequency,
    Kind,
    MissingPolicy,
    OwnValue,
    Tendency,
    TimeRollup,
)
from kpis.models import KPI, Definition, Series
from kpis.queries import visible_to
from org.models import Department, User
from org.validators import validate_code

# What of the present definition is shown and taken; annotated to the KPI by `with_definition`.
_DEFINED = [
    field.name
    for field in Definition._meta.concrete_fields
    if field.name not in {"id", "kpi", "known_from", "known_to", "recorded_by"}
]


def with_definition(queryset: QuerySet[KPI], known_at: dt.datetime | None = None) -> QuerySet[KPI]:
    """KPIs with the fields of the definition that was known at a moment (None: now).

    At a past moment those are left out that were not defined yet.
    """
    present = FilteredRelation("definitions", condition=_known(known_at))
    fields = {name: F(f"now__{name}") for name in _DEFINED}
    found = queryset.annotate(now=present).annotate(**fields, defined_at=F("now__known_from"))
    return found if known_at is None else found.filter(defined_at__isnull=False)


def _known(moment: dt.datetime | None) -> Q:
    """That a definition was known then."""
    current = Q(definitions__known_to__isnull=True)
    if moment is None:
        return current
    return Q(definitions__known_from__lte=moment) & (current | Q(definitions__known_to__gt=moment))


_NEEDED = "Needed where values are reported; of a formula it is not read."


class KpiFields(serializers.Serializer):
    """What a KPI is and how it is counted."""

    name = serializers.CharField(max_length=300)
    unit = serializers.CharField(max_length=200, allow_blank=True, required=False)
    decimals = serializers.IntegerField(min_value=0, max_value=6, required=False)
    purpose = serializers.CharField(allow_blank=True, required=False)
    source = serializers.CharField(allow_blank=True, required=False)  # type: ignore[assignment]
    method = serializers.CharField(allow_blank=True, required=False)
    tendency = serializers.ChoiceField(choices=Tendency.choices, required=False)
    quality = serializers.ChoiceField(
        choices=DataQuality.choices, allow_blank=True, required=False, help_text="How far to rely on it."
    )
    quality_rated_on = serializers.DateField(
        allow_null=True, required=False, help_text="Of a new rating without a day: today."
    )
    limits_of_use = serializers.CharField(allow_blank=True, required=False)
    stretch_target = optional_number()
    approval_needed = serializers.BooleanField(required=False)
    kind = serializers.ChoiceField(
        choices=Kind.choices, required=False, help_text="With a `formula` it is `formula`, unless it is said."
    )
    formula = serializers.CharField(
        allow_blank=True,
        required=False,
        max_length=MAX_LENGTH,
        help_text="Like `100 * resolved / complaints`; a code with signs of its own stands in brackets.",
    )
    frequency = serializers.ChoiceField(
        choices=Frequency.choices, required=False, help_text=f"{_NEEDED} Of a formula: its coarsest input's."
    )
    direction = serializers.ChoiceField(choices=Direction.choices)
    time_rollup = serializers.ChoiceField(choices=TimeRollup.choices, required=False, help_text=_NEEDED)
    department_rollup = serializers.ChoiceField(
        choices=DepartmentRollup.choices, required=False, help_text=_NEEDED
    )
    own_value = serializers.ChoiceField(choices=OwnValue.choices, required=False)
    target = optional_number()
    red_line = optional_number()
    best = optional_number()
    worst = optional_number()
    low = optional_number()
    high = optional_number()
    red_low = optional_number()
    red_high = optional_number()
    tolerance = NumberField(required=False, validators=[MinValueValidator(0)])
    missing_policy = serializers.ChoiceField(choices=MissingPolicy.choices, required=False)
    carry_limit = serializers.IntegerField(min_value=0, max_value=1000, required=False)
    min_coverage = NumberField(required=False, validators=[MinValueValidator(0), MaxValueValidator(1)])
    due_days = serializers.IntegerField(min_value=0, max_value=1000, required=False)


class KpiSerializer(Shaped, KpiFields):
    """A KPI with its present definition; `defined_at` says since when it holds."""

    id = serializers.IntegerField(read_only=True)
    code = serializers.CharField(read_only=True)
    owner = Reference(code_field="email", read_only=True, allow_null=True)
    defined_at = serializers.DateTimeField(read_only=True)


class KpiChange(Written, KpiFields):
    """What of a KPI may change. A new definition holds for all periods; with values the frequency stays."""

    owner = Reference(
        queryset=User.objects.filter(is_active=True),
        code_field="email__iexact",
        allow_null=True,
        required=False,
    )


class KpiInput(KpiChange):
    """A new KPI; `series` says which departments report it."""

    code = serializers.CharField(max_length=60, validators=[validate_code])


class KpiFilters(Filters):
    """`department` keeps the KPIs that the department itself reports."""

    owner = ByReference(User.objects.all(), code_field="email__iexact")
    frequency = django_filters.ChoiceFilter(choices=Frequency.choices)
    direction = django_filters.ChoiceFilter(choices=Direction.choices)
    department = django_filters.CharFilter(method="reported_by")

    class Meta:
        model = KPI
        fields = {
            "id": ["in"],
            "code": ["exact", "in", "icontains"],
            "name": ["exact", "icontains"],
            "tendency": ["exact"],
            "quality": ["exact", "in"],
            "quality_rated_on": ["gte", "lte", "isnull"],
            "approval_needed": ["exact"],
        }

    def reported_by(self, queryset: QuerySet, _name: str, value: str) -> QuerySet:
        """KPIs with a series at the department named by code or id; none for an unknown one."""
        department = found(Department.objects.all(), "code", value)
        series = Series.objects.filter(kpi=OuterRef("pk"), department=department)
        return queryset.filter(Exists(series)) if department is not None else queryset.none()


@extend_schema_view(list=extend_schema(parameters=[AS_OF]), retrieve=extend_schema(parameters=[AS_OF]))
class Kpis(Creates, Changes, Resource):
    """KPIs: what is measured, how it is counted and when it is on target.

    With `as_of` how they were defined on that day; names, owners and what the card says are today's.
    """

    reading_parameters = {"as_of"}
    queryset = KPI.objects.select_related("owner")
    serializer_class = KpiSerializer
    input_class, change_class = KpiInput, KpiChange
    filterset_class = KpiFilters
    search_fields = ["code", "name", "purpose"]
    ordering_fields = ["code", "name"]
    example, input_example, change_example = examples.KPI, examples.KPI_INPUT, {"red_line": 28}
    permissions = {
        "read": "kpis.view_kpi",
        "create": "kpis.edit_kpi",
        "change": "kpis.edit_kpi",
        "explain": "kpis.view_kpi",
        "signals": "kpis.view_kpi",
        "projection": "kpis.view_kpi",
    }

    @extend_schema(
        responses=explanations.CellExplanationSerializer,
        parameters=explanations.PARAMETERS,
        examples=[CELL_EXPLANATION],
    )
    @action(detail=True, methods=["get"], query_parameters=explanations.NAMES)
    def explain(self, request: Request, **_kwargs: Any) -> Response:
        """Why the KPI's number at a department in a period is what it is."""
        return Response(explanations.explained(request, self.get_object()))

    @extend_schema(
        responses=outlooks.SignalsSerializer, parameters=outlooks.PARAMETERS, examples=[outlooks.SIGNALS]
    )
    @action(detail=True, methods=["get"], query_parameters=outlooks.NAMES)
    def signals(self, request: Request, **_kwargs: Any) -> Response:
        """Natural limits of the KPI at a department, and the points that chance does not explain."""
        return Response(outlooks.signals_of(request, self.get_object()))

    @extend_schema(
        responses=outlooks.ProjectionSerializer,
        parameters=outlooks.PARAMETERS,
        examples=[outlooks.PROJECTION],
    )
    @action(detail=True, methods=["get"], query_parameters=outlooks.NAMES)
    def projection(self, request: Request, **_kwargs: Any) -> Response:
        """Where the KPI's running fiscal year will end at a department, and how sure that is."""
        return Response(outlooks.projection_of(request, self.get_object()))

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """The KPIs that the user may know of."""
        known_at = as_of_asked(self.request).known_at if self.action in READING else None
        return with_definition(queryset.filter(pk__in=visible_to(user)), known_at)

    def create_one(self, data: dict[str, Any]) -> KPI:
        """Through the same action as an import."""
        return actions.create_kpi(by=self.caller, **data)

    def change_one(self, obj: KPI, data: dict[str, Any]) -> KPI:
        """Card and definition."""
        return actions.change_kpi(by=self.caller, kpi=obj, **data)
