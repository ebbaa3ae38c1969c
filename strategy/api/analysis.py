"""/api/v1/analysis-items/, /capabilities/, /competitors/, /scenarios/ and /assumptions/"""

from collections.abc import Callable
from typing import Any, ClassVar

from django.db import transaction
from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.decorators import action
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.filters import ByReference, Filters
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from org.models import User
from strategy.actions import analysis as actions
from strategy.analysis.kinds import ASSUMPTION, CAPABILITY, COMPETITOR, SCENARIO, Kind
from strategy.analysis.visible import visible_findings, visible_items
from strategy.api import analysis_examples as examples
from strategy.api import analysis_shapes as shapes
from strategy.enums import ItemState
from strategy.forms.analysis import TENDED
from strategy.models import AnalysisItem, Assumption, Capability, Competitor, Scenario
from strategy.queries import visible_plans

EDIT, TEND, VIEW = "strategy.edit_analysis", "strategy.tend_finding", "strategy.view_finding"


class ItemFilters(Filters):
    """By plan, owner, lens, field, quadrant and state."""

    plan = ByReference(visible_plans)
    owner = ByReference(User.objects.all(), code_field="email__iexact")

    class Meta:
        model = AnalysisItem
        fields = {
            "id": ["in"],
            "lens": ["exact", "in"],
            "category": ["exact", "in"],
            "quadrant": ["exact", "in"],
            "state": ["exact", "in"],
            "review_on": ["lte", "gte"],
        }


class Found(Creates, Changes, Resource):
    """What the analysis is made of: read with its plan, edited by SMO staff, tended by its owner."""

    code_field = ""
    ordering_fields = ["position"]
    permissions = {"read": VIEW, "create": EDIT, "change": TEND}  # more than TENDED asks for EDIT

    def check_tended(self, obj: Any, data: dict[str, Any]) -> None:
        """An owner who is not of the office writes evidence and review; raises PermissionDenied."""
        if set(data) - set(TENDED) and not self.caller.has_perm(EDIT, obj.plan):
            raise PermissionDenied

    def carry_out(
        self, request: Request, shape: type[Written], act: Callable[[Any, dict[str, Any]], object]
    ) -> Response:
        """Do something with the object and what was sent, and answer it; nothing stays of a dry run."""
        obj = self.get_object()
        sent = shape(data=request.data)
        sent.is_valid(raise_exception=True)
        with transaction.atomic():
            act(obj, sent.validated_data)
            return self.done([obj], many=False, status=200)


def deed(shape: type[Written], answer: type[Shaped], name: str, example: Any) -> Callable[[Any], Any]:
    """Make a method a POST on one object that takes and answers these shapes."""
    shown = [OpenApiExample(name, example, request_only=True)]

    def decorate(method: Any) -> Any:
        posted = action(detail=True, methods=["post"])(method)
        return extend_schema(request=shape, responses=answer, examples=shown)(posted)

    return decorate


class AnalysisItems(Found):
    """Items seen through a lens (SWOT, PESTEL, five forces, market trends). The board is `?lens=swot`."""

    queryset = AnalysisItem.objects.select_related("plan", "owner", "kpi", "contributor")
    serializer_class = shapes.ItemSerializer
    input_class, change_class = shapes.ItemInput, shapes.ItemChange
    filterset_class = ItemFilters
    search_fields = ["statement", "detail", "evidence"]
    example, input_example = examples.ITEM, examples.ITEM_INPUT
    change_example = examples.ITEM_CHANGE
    permissions = {**Found.permissions, "place": EDIT}
    dry_runs = Resource.dry_runs | {"place"}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those the user may know of; what somebody else wrote in a round is not there yet."""
        return queryset.filter(pk__in=visible_items(user).order_by().values("pk"))

    def create_one(self, data: dict[str, Any]) -> AnalysisItem:
        """On the plan's board."""
        return actions.add_item(by=self.caller, **data)

    def change_one(self, obj: AnalysisItem, data: dict[str, Any]) -> AnalysisItem:
        """Its words, then its state."""
        self.check_tended(obj, data)
        state = data.pop("state", obj.state)
        if data:
            actions.change_item(by=self.caller, item=obj, **data)
        if state != obj.state:
            move = actions.archive_item if state == ItemState.ARCHIVED else actions.restore_item
            move(by=self.caller, item=obj)
        return obj

    @deed(shapes.PlaceInput, shapes.ItemSerializer, "A place", examples.PLACE)
    def place(self, request: Request, **_kwargs: Any) -> Response:
        """Put it into a quadrant of the SWOT board, before the one at `position` (none: last)."""

        def act(item: AnalysisItem, data: dict[str, Any]) -> None:
            actions.place_item(by=self.caller, item=item, **data)

        return self.carry_out(request, shapes.PlaceInput, act)


# What every finding that has a name is filtered by.
_NAMED = {"id": ["in"], "name": ["exact", "icontains"], "review_on": ["lte", "gte"]}


class FindingFilters(Filters):
    """By plan and owner."""

    plan = ByReference(visible_plans)
    owner = ByReference(User.objects.all(), code_field="email__iexact")


class Findings(Removes, Found):
    """Capabilities, competitors, scenarios, assumptions."""

    kind: ClassVar[Kind]
    permissions = {**Found.permissions, "remove": EDIT}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the plans whose analysis the user reads, and the user's own."""
        return visible_findings(queryset, user)

    def create_one(self, data: dict[str, Any]) -> Any:
        """After the others."""
        return actions.add_finding(by=self.caller, kind=self.kind.code, **data)

    def change_one(self, obj: Any, data: dict[str, Any]) -> Any:
        """What is said of it."""
        self.check_tended(obj, data)
        return actions.change_finding(by=self.caller, finding=obj, **data)

    def remove_one(self, obj: Any) -> None:
        """The history keeps it."""
        actions.remove_finding(by=self.caller, finding=obj)


class CapabilityFilters(FindingFilters):
    """By plan and owner."""

    class Meta:
        model = Capability
        fields = _NAMED


class Capabilities(Findings):
    """Areas of ability with their maturity now and wanted."""

    kind = CAPABILITY
    queryset = Capability.objects.select_related("plan", "owner")
    serializer_class = shapes.CapabilitySerializer
    input_class, change_class = shapes.CapabilityInput, shapes.CapabilityChange
    filterset_class = CapabilityFilters
    search_fields = ["name", "description"]
    example, input_example = examples.CAPABILITY, examples.CAPABILITY_INPUT
    change_example = examples.CAPABILITY_CHANGE


class CompetitorFilters(FindingFilters):
    """By plan and owner."""

    class Meta:
        model = Competitor
        fields = _NAMED


class Competitors(Findings):
    """Those who offer the same people what we do."""

    kind = COMPETITOR
    queryset = Competitor.objects.select_related("plan", "owner")
    serializer_class = shapes.CompetitorSerializer
    input_class, change_class = shapes.CompetitorInput, shapes.CompetitorChange
    filterset_class = CompetitorFilters
    search_fields = ["name", "description"]
    example, input_example = examples.COMPETITOR, examples.COMPETITOR_INPUT
    change_example = examples.COMPETITOR_CHANGE


class ScenarioFilters(FindingFilters):
    """By plan and owner."""

    class Meta:
        model = Scenario
        fields = _NAMED


class Scenarios(Findings):
    """Futures that may come, with what each would mean for the priorities."""

    kind = SCENARIO
    queryset = Scenario.objects.select_related("plan", "owner").prefetch_related("effects__priority__plan")
    serializer_class = shapes.ScenarioSerializer
    input_class, change_class = shapes.ScenarioInput, shapes.ScenarioChange
    filterset_class = ScenarioFilters
    search_fields = ["name", "story"]
    example, input_example = examples.SCENARIO, examples.SCENARIO_INPUT
    change_example = examples.SCENARIO_CHANGE
    permissions = {**Findings.permissions, "effects": EDIT}
    dry_runs = Resource.dry_runs | {"effects"}

    @deed(shapes.EffectsInput, shapes.ScenarioSerializer, "Effects", examples.EFFECTS)
    def effects(self, request: Request, **_kwargs: Any) -> Response:
        """Say what it would mean for priorities; 0 without words takes a judgement away."""

        def act(scenario: Scenario, data: dict[str, Any]) -> None:
            for each in data["effects"]:
                actions.judge_effect(by=self.caller, scenario=scenario, **each)

        return self.carry_out(request, shapes.EffectsInput, act)


class AssumptionFilters(FindingFilters):
    """By plan, owner and state; `tripped_at__isnull=false`: those that wait for an answer."""

    class Meta:
        model = Assumption
        fields = {
            "id": ["in"],
            "state": ["exact", "in"],
            "tripwire": ["exact", "in"],
            "tripped_at": ["isnull"],
            "review_on": ["lte", "gte"],
        }


class Assumptions(Findings):
    """What the plan takes for granted; a tripwire asks the owner to look again."""

    kind = ASSUMPTION
    queryset = Assumption.objects.select_related(
        "plan", "owner", "kpi", "department", "priority__plan", "objective__plan", "answered_by"
    )
    serializer_class = shapes.AssumptionSerializer
    input_class, change_class = shapes.AssumptionInput, shapes.AssumptionChange
    filterset_class = AssumptionFilters
    search_fields = ["statement", "basis"]
    example, input_example = examples.ASSUMPTION, examples.ASSUMPTION_INPUT
    change_example = examples.ASSUMPTION_CHANGE
    permissions = {**Findings.permissions, "answer": TEND}
    dry_runs = Resource.dry_runs | {"answer"}

    @deed(shapes.AssumptionAnswer, shapes.AssumptionSerializer, "In doubt", examples.ANSWER)
    def answer(self, request: Request, **_kwargs: Any) -> Response:
        """Say whether it still holds; its tripwire is armed again."""

        def act(assumption: Assumption, data: dict[str, Any]) -> None:
            actions.answer_assumption(by=self.caller, assumption=assumption, **data)

        return self.carry_out(request, shapes.AssumptionAnswer, act)
