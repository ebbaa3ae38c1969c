"""/api/v1/strategic-options/, /statement-parts/, /priority-links/ and /strategy-gaps/{plan}/"""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from core.api.filters import ByReference, Filters
from core.api.lookup import found
from core.api.resources import Api, Changes, Creates, Removes, Resource
from core.web import authorise
from strategy.actions import options as actions
from strategy.api import collecting_examples as examples
from strategy.api import option_shapes as shapes
from strategy.api.parts import with_ref
from strategy.models import Plan, Priority, StatementPart, StrategicOption
from strategy.options import gaps_of, visible_options
from strategy.queries import visible_plans

READ, EDIT = "strategy.view_analysis", "strategy.edit_analysis"


class OptionFilters(Filters):
    """By plan, field of the matrix and what became of it."""

    plan = ByReference(visible_plans)

    class Meta:
        model = StrategicOption
        fields = {"id": ["in"], "kind": ["exact", "in"], "state": ["exact", "in"], "name": ["icontains"]}


class StrategicOptions(Creates, Changes, Removes, Resource):
    """Options of the TOWS matrix: what pairs which items, what became of it and why."""

    queryset = StrategicOption.objects.select_related("plan", "priority__plan").prefetch_related("items")
    serializer_class = shapes.OptionSerializer
    input_class, change_class = shapes.OptionInput, shapes.OptionChange
    filterset_class = OptionFilters
    code_field = ""
    search_fields = ["name", "description"]
    ordering_fields = ["position", "name"]
    example, input_example = examples.OPTION, examples.OPTION_INPUT
    change_example = {"value": 5}
    permissions = {
        "read": READ,
        "create": EDIT,
        "change": EDIT,
        "remove": EDIT,
        "choose": EDIT,
        "drop": EDIT,
        "reconsider": EDIT,
    }
    dry_runs = Resource.dry_runs | {"choose", "drop", "reconsider"}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the plans whose analysis one reads."""
        return queryset.filter(pk__in=visible_options(user).order_by().values("pk"))

    def create_one(self, data: dict[str, Any]) -> StrategicOption:
        """Its items say its kind."""
        return actions.add_option(by=self.caller, **data)

    def change_one(self, obj: StrategicOption, data: dict[str, Any]) -> StrategicOption:
        """Its words, ratings and items."""
        return actions.change_option(by=self.caller, option=obj, **data)

    def remove_one(self, obj: StrategicOption) -> None:
        """One that became no priority."""
        actions.remove_option(by=self.caller, option=obj)

    @extend_schema(request=shapes.ChooseInput, responses=shapes.OptionSerializer, examples=[examples.CHOOSE])
    @action(detail=True, methods=["post"])
    def choose(self, request: Request, **_kwargs: Any) -> Response:
        """Make a priority of it, or let an existing one take it up; in force, only within a revision."""
        sent = shapes.ChooseInput(data=request.data, context=self.get_serializer_context())
        sent.is_valid(raise_exception=True)
        with transaction.atomic():
            option = self.get_object()
            actions.choose_option(by=self.caller, option=option, **sent.validated_data)
            return self.done([option], many=False, status=200)

    @extend_schema(request=shapes.DropInput, responses=shapes.OptionSerializer, examples=[examples.DROP])
    @action(detail=True, methods=["post"])
    def drop(self, request: Request, **_kwargs: Any) -> Response:
        """Decide against it, for a reason."""
        sent = shapes.DropInput(data=request.data)
        sent.is_valid(raise_exception=True)
        with transaction.atomic():
            option = actions.drop_option(by=self.caller, option=self.get_object(), **sent.validated_data)
            return self.done([option], many=False, status=200)

    @extend_schema(request=None, responses=shapes.OptionSerializer)
    @action(detail=True, methods=["post"])
    def reconsider(self, _request: Request, **_kwargs: Any) -> Response:
        """Open a decided option again."""
        with transaction.atomic():
            option = actions.reconsider_option(by=self.caller, option=self.get_object())
            return self.done([option], many=False, status=200)


class StatementPartFilters(Filters):
    """By plan and statement."""

    plan = ByReference(visible_plans)

    class Meta:
        model = StatementPart
        fields = {"id": ["in"], "of": ["exact", "in"]}


class StatementParts(Creates, Changes, Removes, Resource):
    """Parts of visions and missions, with the priorities that serve them."""

    queryset = StatementPart.objects.select_related("plan").prefetch_related("priorities__plan")
    serializer_class = shapes.StatementPartSerializer
    input_class, change_class = shapes.StatementPartInput, shapes.StatementPartChange
    filterset_class = StatementPartFilters
    code_field = ""
    search_fields = ["text", "meaning"]
    ordering_fields = ["of", "position"]
    example, input_example = examples.PART, examples.PART_INPUT
    change_example = {"meaning": "Short, safe ways on foot."}
    permissions = {
        "read": "strategy.view_plan",
        "create": "strategy.edit_plan",
        "change": "strategy.edit_plan",
        "remove": "strategy.edit_plan",
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the plans that the user may know of."""
        return queryset.filter(plan__in=visible_plans(user))

    def create_one(self, data: dict[str, Any]) -> StatementPart:
        """After the others of its statement."""
        return actions.add_part(by=self.caller, **data)

    def change_one(self, obj: StatementPart, data: dict[str, Any]) -> StatementPart:
        """Its words, meaning or position."""
        return actions.change_part(by=self.caller, part=obj, **data)

    def remove_one(self, obj: StatementPart) -> None:
        """The statement itself does not change."""
        actions.remove_part(by=self.caller, part=obj)


class PriorityLinkFilters(Filters):
    """By plan."""

    plan = ByReference(visible_plans)

    class Meta:
        model = Priority
        fields = {"id": ["in"], "code": ["exact", "in"]}


class PriorityLinks(Changes, Resource):
    """What each priority serves and answers, by the priority's id or `plan:code`."""

    queryset = Priority.objects.select_related("plan").prefetch_related("serves", "answers", "options")
    serializer_class = shapes.PriorityLinksSerializer
    input_class = change_class = shapes.PriorityLinksChange
    filterset_class = PriorityLinkFilters
    code_field = "ref"
    ordering_fields = ["position"]
    example, change_example = examples.PRIORITY_LINKS, {"serves": [4], "answers": [12, 15]}
    permissions = {"read": READ, "change": "strategy.edit_plan"}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the plans that the user may know of."""
        return with_ref(queryset.filter(plan__in=visible_plans(user)))

    def change_one(self, obj: Priority, data: dict[str, Any]) -> Priority:
        """All it serves, all it answers; what is not said stays."""
        return actions.link_priority(by=self.caller, priority=obj, **data)


class StrategyGaps(Api, ViewSet):
    """What of a plan hangs in the air between vision, analysis, priorities and objectives."""

    example = examples.GAPS
    permissions = {"read": READ}
    lookup_url_kwarg = "ref"
    lookup_value_regex = "[^/]+"
    serializer_class: type[serializers.Serializer] = shapes.GapsSerializer

    def retrieve(self, request: Request, ref: str) -> Response:
        """Every gap of a plan (code or id), with what to do about it."""
        plan: Plan | None = found(visible_plans(request.user).select_related("revises"), "code", ref)
        if plan is None:
            raise Http404(ref)
        authorise(request.user, READ, plan)
        return Response(shapes.GapsSerializer({"plan": plan.code, "gaps": gaps_of(plan)}).data)
