"""/api/v1/initiatives/"""

from typing import Any

import django_filters
from django.db.models import Prefetch, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.web import authorise
from initiatives.actions import portfolio as actions
from initiatives.api import portfolio_examples as examples
from initiatives.api.schedule import ReadsSchedule
from initiatives.api.states import ReadsState
from initiatives.enums import Cadence, Confidentiality, Size, Stage
from initiatives.models import Category, Contribution, Initiative, Method
from initiatives.portfolio.filters import in_departments
from initiatives.queries import visible_initiatives
from initiatives.views.seen import EDIT
from org.models import Department, User
from strategy.api.goals import objectives_by_ref
from strategy.queries import standing_objectives


def _person(**more: Any) -> Reference:
    return Reference(code_field="email__iexact", **more)


class TakingPartSerializer(serializers.Serializer):
    """A department that takes part beside the one that leads."""

    department = Reference(read_only=True)
    part = serializers.CharField(read_only=True)


class InitiativeSerializer(Shaped):
    """An initiative; `initiative-contributions` change its objectives, `gate-decisions` its stage."""

    id = serializers.IntegerField(read_only=True)
    code = serializers.CharField(read_only=True)
    name = serializers.CharField(read_only=True)
    purpose = serializers.CharField(read_only=True)
    scope = serializers.CharField(read_only=True)
    category = Reference(code_field="name", read_only=True, allow_null=True)
    stage = serializers.ChoiceField(choices=Stage.choices, read_only=True)
    stage_since = serializers.DateField(read_only=True, allow_null=True)
    confidentiality = serializers.ChoiceField(choices=Confidentiality.choices, read_only=True)
    department = Reference(read_only=True, allow_null=True, help_text="The one that leads it.")
    taking_part = TakingPartSerializer(many=True, read_only=True)
    sponsor = _person(read_only=True, allow_null=True)
    lead = _person(read_only=True, allow_null=True)
    starts_on = serializers.DateField(read_only=True, allow_null=True)
    ends_on = serializers.DateField(read_only=True, allow_null=True)
    size = serializers.ChoiceField(choices=Size.choices, allow_blank=True, read_only=True)
    must_do = serializers.BooleanField(read_only=True)
    method = Reference(read_only=True, allow_null=True)
    cadence = serializers.ChoiceField(choices=Cadence.choices, read_only=True)
    reference = serializers.CharField(read_only=True)
    objectives = serializers.SerializerMethodField(help_text="`plan:code` of what it serves.")
    added_at = serializers.DateTimeField(read_only=True)
    archived_on = serializers.DateField(read_only=True, allow_null=True)

    def get_objectives(self, initiative: Any) -> list[str]:
        """Those that the caller may know of, the strongest contribution first."""
        found = [each.objective for each in initiative.seen_contributions]
        return [f"{each.plan.code}:{each.code}" for each in found]


class InitiativeChange(Written):
    """What of an initiative may change."""

    code = serializers.CharField(max_length=40)
    name = serializers.CharField(max_length=300)
    purpose = serializers.CharField(allow_blank=True, required=False)
    scope = serializers.CharField(allow_blank=True, required=False)
    category = Reference(code_field="name", queryset=Category.objects.all(), allow_null=True, required=False)
    confidentiality = serializers.ChoiceField(choices=Confidentiality.choices, required=False)
    department = Reference(queryset=Department.objects.all(), allow_null=True, required=False)
    sponsor = _person(queryset=User.objects.filter(is_active=True), allow_null=True, required=False)
    lead = _person(queryset=User.objects.filter(is_active=True), allow_null=True, required=False)
    starts_on = serializers.DateField(allow_null=True, required=False)
    ends_on = serializers.DateField(allow_null=True, required=False)
    size = serializers.ChoiceField(choices=Size.choices, allow_blank=True, required=False)
    must_do = serializers.BooleanField(required=False)
    method = Reference(queryset=Method.objects.all(), allow_null=True, required=False)
    cadence = serializers.ChoiceField(choices=Cadence.choices, required=False)
    reference = serializers.CharField(max_length=100, allow_blank=True, required=False)


class InitiativeInput(InitiativeChange):
    """A new initiative: an idea. Only code and name are needed."""


class InitiativeFilters(Filters):
    """By department (`within`: or one below it, taking part included), people, category, objective, stage."""

    department = ByReference(Department.objects.all())
    within = django_filters.CharFilter(method="filter_within", label="department and those below it")
    sponsor = ByReference(User.objects.all(), code_field="email__iexact")
    lead = ByReference(User.objects.all(), code_field="email__iexact")
    category = ByReference(Category.objects.all(), code_field="name")
    method = ByReference(Method.objects.all())
    objective = ByReference(objectives_by_ref, code_field="ref", field_name="contributions__objective")

    class Meta:
        model = Initiative
        fields = {
            "id": ["in"],
            "code": ["exact", "in"],
            "name": ["exact", "icontains"],
            "stage": ["exact", "in"],
            "confidentiality": ["exact"],
            "size": ["exact", "in"],
            "must_do": ["exact"],
            "starts_on": ["gte", "lte", "isnull"],
            "ends_on": ["gte", "lte", "isnull"],
            "reference": ["exact"],
            "archived_on": ["isnull"],
        }

    def filter_within(self, queryset: QuerySet, _name: str, value: str) -> QuerySet:
        """Led by the department or one below it, or with one of them taking part."""
        return in_departments(queryset, value, self.request.user)


class Initiatives(ReadsSchedule, ReadsState, Creates, Changes, Removes, Resource):
    """Initiatives of the portfolio, as far as the caller may know of them."""

    queryset = Initiative.objects.select_related("category", "department", "sponsor", "lead", "method")
    serializer_class = InitiativeSerializer
    input_class, change_class = InitiativeInput, InitiativeChange
    filterset_class = InitiativeFilters
    search_fields = ["code", "name", "purpose"]
    ordering_fields = ["code", "name", "stage_since", "starts_on", "ends_on", "added_at"]
    example, input_example = examples.INITIATIVE, examples.INITIATIVE_INPUT
    change_example = {"lead": "gwen@city.example", "ends_on": "2027-06-30"}
    permissions = {
        "read": "initiatives.view_initiative",
        "schedule": "initiatives.view_initiative",
        "state": "initiatives.view_initiative",
        "create": "initiatives.propose_initiative",
        **dict.fromkeys(("change", "remove", "archive", "restore"), EDIT),
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those that the user may know of, with the objectives that the user may know of."""
        seen = standing_objectives(user).order_by().values("pk")
        contributions = Contribution.objects.filter(objective__in=seen).select_related("objective__plan")
        return queryset.filter(pk__in=visible_initiatives(user).order_by().values("pk")).prefetch_related(
            "taking_part__department",
            Prefetch("contributions", contributions, to_attr="seen_contributions"),
        )

    def create_one(self, data: dict[str, Any]) -> Initiative:
        """An idea."""
        return actions.create_initiative(by=self.caller, **data)

    def change_one(self, obj: Initiative, data: dict[str, Any]) -> Initiative:
        """What it is; its stage changes at a gate."""
        return actions.change_initiative(by=self.caller, initiative=obj, **data)

    def remove_one(self, obj: Initiative) -> None:
        """An idea that holds nothing; the rest is archived."""
        authorise(self.caller, EDIT, obj)
        actions.remove_initiative(by=self.caller, initiative=obj)

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def archive(self, request: Request, ref: str) -> Response:
        """It leaves the lists with all that it holds."""
        obj = self.get_object()
        actions.archive_initiative(by=self.caller, initiative=obj)
        return self.done([obj], many=False, status=200)

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def restore(self, request: Request, ref: str) -> Response:
        """It stands in the lists again."""
        obj = self.get_object()
        actions.restore_initiative(by=self.caller, initiative=obj)
        return self.done([obj], many=False, status=200)
