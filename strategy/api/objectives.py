"""/api/v1/objectives/"""

import datetime as dt
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from rest_framework import serializers

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Resource
from core.api.shapes import Shaped, Written
from core.web import authorise
from kpis.api.numbers import NumberField
from kpis.models import KPI
from org.actions import FAR_PAST
from org.models import Department, User
from org.validators import validate_code
from strategy import actions
from strategy.actions.participation import Part, Support, set_supporting, set_team
from strategy.api import examples
from strategy.api.archiving import Archives
from strategy.api.parts import with_ref
from strategy.models import (
    Objective,
    ObjectiveKPI,
    ObjectivePlacement,
    Perspective,
    Plan,
    Priority,
    SupportingDepartment,
    TeamMember,
)
from strategy.queries import visible_objectives, visible_plans
from strategy.validators import part_named

_PLACE = ("perspective", "priority", "weight")
_HELPING = ("supporting", "team")


class LinkSerializer(serializers.Serializer):
    """A KPI that measures an objective, with its weight today."""

    kpi = serializers.CharField(source="kpi.code")
    weight = serializers.FloatField()


class LinkInput(Written):
    """A KPI by code or id, and its weight (else 1)."""

    kpi = Reference(queryset=KPI.objects.all())
    weight = NumberField(required=False)


class SupportSerializer(serializers.Serializer):
    """A department that supports an objective, and how."""

    department = serializers.CharField(source="department.code")
    note = serializers.CharField()


class SupportInput(Written):
    """A department by code or id."""

    department = Reference(queryset=Department.objects.all())
    note = serializers.CharField(allow_blank=True, required=False)


class TeamPartSerializer(serializers.Serializer):
    """A person of an objective's theme team, and their part in it."""

    person = serializers.CharField(source="person.email")
    part = serializers.CharField()


class TeamPartInput(Written):
    """A person by e-mail or id."""

    person = Reference(queryset=User.objects.filter(is_active=True), code_field="email__iexact")
    part = serializers.CharField(allow_blank=True, max_length=200, required=False)


class ObjectiveSerializer(Shaped):
    """An objective where it stands today, with the KPIs that measure it."""

    id = serializers.IntegerField(read_only=True)
    ref = serializers.CharField(read_only=True, help_text="`plan:code`, by which it can be addressed.")
    plan = Reference(read_only=True)
    code = serializers.CharField(read_only=True)
    name = serializers.CharField(read_only=True)
    description = serializers.CharField(read_only=True)
    perspective = serializers.CharField(
        source="place.perspective.code", default=None, allow_null=True, read_only=True
    )
    priority = serializers.CharField(
        source="place.priority.code", default=None, allow_null=True, read_only=True
    )
    weight = serializers.FloatField(source="place.weight", default=1.0, read_only=True)
    owner = Reference(code_field="email", read_only=True, allow_null=True)
    lead = Reference(read_only=True, allow_null=True)
    starts_on = serializers.DateField(read_only=True, allow_null=True)
    ends_on = serializers.DateField(read_only=True, allow_null=True)
    archived_on = serializers.DateField(
        read_only=True, allow_null=True, help_text="From this day on it counts no longer."
    )
    kpis = LinkSerializer(source="links_today", many=True, read_only=True)
    supporting = SupportSerializer(source="supporting.all", many=True, read_only=True)
    team = TeamPartSerializer(source="team.all", many=True, read_only=True)

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """With the one placement of today as `place`."""
        instance.place = next(iter(instance.places_today), None)
        return super().to_representation(instance)


class ObjectiveChange(Written):
    """What of an objective may change; place, weight and KPIs change from `since` (else today) on.

    `kpis` says all of them: a KPI that is left out measures the objective no longer. `supporting` and `team`
    likewise say all the departments and people that help.
    """

    name = serializers.CharField(max_length=500)
    description = serializers.CharField(allow_blank=True, required=False)
    perspective = serializers.CharField(allow_null=True, required=False)
    priority = serializers.CharField(allow_null=True, required=False)
    weight = NumberField(required=False)
    owner = Reference(
        queryset=User.objects.filter(is_active=True),
        code_field="email__iexact",
        allow_null=True,
        required=False,
    )
    lead = Reference(queryset=Department.objects.all(), allow_null=True, required=False)
    starts_on = serializers.DateField(allow_null=True, required=False)
    ends_on = serializers.DateField(allow_null=True, required=False)
    kpis = LinkInput(many=True, required=False)
    supporting = SupportInput(many=True, required=False)
    team = TeamPartInput(many=True, required=False)
    since = serializers.DateField(required=False)


class ObjectiveInput(ObjectiveChange):
    """A new objective; without `since` its place and KPIs hold for all time."""

    plan = Reference(queryset=Plan.objects.all())
    code = serializers.CharField(max_length=60, validators=[validate_code])


class ObjectiveFilters(Filters):
    """By plan, owner, lead department."""

    plan = ByReference(visible_plans)
    owner = ByReference(User.objects.all(), code_field="email__iexact")
    lead = ByReference(Department.objects.all())

    class Meta:
        model = Objective
        fields = {
            "id": ["in"],
            "code": ["exact", "in"],
            "name": ["exact", "icontains"],
            "archived_on": ["isnull"],
        }


class Objectives(Archives, Creates, Changes, Resource):
    """Objectives of plans, each with where it stands and what measures it today."""

    queryset = Objective.objects.select_related("plan", "owner", "lead")
    serializer_class = ObjectiveSerializer
    input_class, change_class = ObjectiveInput, ObjectiveChange
    filterset_class = ObjectiveFilters
    code_field = "ref"
    search_fields = ["code", "name", "description"]
    ordering_fields = ["position", "code", "name"]
    example, input_example = examples.OBJECTIVE, examples.OBJECTIVE_INPUT
    change_example = {"kpis": [{"kpi": "complaints", "weight": 2}], "since": "2026-01-01"}
    permissions = {
        "read": "strategy.view_plan",
        "create": "strategy.edit_plan",
        # Who helps with it; the rest asks for strategy.edit_objective, place and lead for strategy.edit_plan.
        "change": "strategy.tend_objective",
        "remove": "strategy.edit_plan",
        "archive": "strategy.edit_plan",
        "restore": "strategy.edit_plan",
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the plans that the user may know of, as they stand today."""
        today = timezone.localdate()
        places = ObjectivePlacement.objects.current().valid_on(today)
        links = ObjectiveKPI.objects.current().valid_on(today).order_by("position", "pk")
        return with_ref(
            queryset.filter(pk__in=visible_objectives(user).order_by().values("pk"))
        ).prefetch_related(
            Prefetch("placements", places.select_related("perspective", "priority"), to_attr="places_today"),
            Prefetch("kpi_links", links.select_related("kpi"), to_attr="links_today"),
            Prefetch("supporting", SupportingDepartment.objects.select_related("department")),
            Prefetch("team", TeamMember.objects.select_related("person")),
        )

    def create_one(self, data: dict[str, Any]) -> Objective:
        """With its place, then its KPIs."""
        since, links = data.pop("since", FAR_PAST), data.pop("kpis", [])
        helping = {name: data.pop(name) for name in _HELPING if name in data}
        data |= _parts(data["plan"], data)
        objective = actions.add_objective(by=self.caller, since=since, **data)
        self._link(objective, links, since)
        self._help(objective, helping)
        return objective

    def change_one(self, obj: Objective, data: dict[str, Any]) -> Objective:
        """Its words, its place, its KPIs, who helps with it."""
        since = data.pop("since", None) or timezone.localdate()
        helping = {name: data.pop(name) for name in _HELPING if name in data}
        if data:
            authorise(self.caller, "strategy.edit_objective", obj)
        place: dict[str, Any] = {name: data.pop(name) for name in _PLACE if name in data}
        links = data.pop("kpis", None)
        if place or data.get("lead", obj.lead) != obj.lead:
            authorise(self.caller, "strategy.edit_plan", obj.plan)
        if data:
            actions.change_objective(by=self.caller, objective=obj, **data)
        if place:
            self._place(obj, place, since)
        if links is not None:
            self._link(obj, links, since)
        self._help(obj, helping)
        return obj

    def _help(self, objective: Objective, helping: dict[str, Any]) -> None:
        """These departments and people help with it, and no others; what is not said stays."""
        if "supporting" in helping:
            wanted = [Support(each["department"], each.get("note", "")) for each in helping["supporting"]]
            set_supporting(by=self.caller, objective=objective, wanted=wanted)
        if "team" in helping:
            parts = [Part(each["person"], each.get("part", "")) for each in helping["team"]]
            set_team(by=self.caller, objective=objective, wanted=parts)

    def _place(self, objective: Objective, place: dict[str, Any], since: dt.date) -> None:
        """What is not said stays as it is on that day."""
        rows = ObjectivePlacement.objects.current().valid_on(since).filter(objective=objective)
        stands = rows.select_related("perspective", "priority").first()
        kept = {name: getattr(stands, name) for name in _PLACE if stands}
        named = {**place, **_parts(objective.plan, place)}
        whole = {"perspective": None, "priority": None, **kept, **named}
        actions.place_objective(by=self.caller, objective=objective, since=since, **whole)

    def _link(self, objective: Objective, links: list[dict[str, Any]], since: dt.date) -> None:
        """These KPIs measure it from a day on, and no others."""
        linked = ObjectiveKPI.objects.current().valid_on(since).filter(objective=objective)
        for row in linked.select_related("kpi"):
            if row.kpi not in [each["kpi"] for each in links]:
                actions.unlink_kpi(by=self.caller, objective=objective, kpi=row.kpi, since=since)
        for each in links:
            weight = each.get("weight", 1.0)
            actions.link_kpi(by=self.caller, objective=objective, kpi=each["kpi"], weight=weight, since=since)


def _parts(plan: Plan, data: dict[str, Any]) -> dict[str, Perspective | Priority | None]:
    """Perspective and priority by their codes within the plan; raises Refused for unknown ones."""
    known = {"perspective": plan.perspectives.all(), "priority": plan.priorities.all()}
    return {
        name: part_named(parts, name, data[name]) if data[name] is not None else None
        for name, parts in known.items()
        if name in data
    }
