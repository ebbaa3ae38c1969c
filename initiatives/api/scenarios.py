"""/api/v1/portfolio-scenarios/"""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.resources import Changes, Creates, Removes, Resource
from initiatives.actions import optimising as actions
from initiatives.api import scenario_examples as examples
from initiatives.api import scenario_shapes as shapes
from initiatives.models import Scenario

READ, EDIT = "initiatives.view_scenarios", "initiatives.edit_scenarios"
DEEDS = ("run", "cancel", "adopt", "copy")


class PortfolioScenarios(Creates, Changes, Removes, Resource):
    """Questions to the optimiser: the best portfolio under limits."""

    queryset = Scenario.objects.select_related("plan", "round", "made_by", "adopted_by")
    serializer_class = shapes.PortfolioScenarioSerializer
    input_class, change_class = shapes.PortfolioScenarioInput, shapes.PortfolioScenarioChange
    filterset_fields = {"id": ["in"], "state": ["exact", "in"], "first_year": ["exact"]}
    code_field = ""
    search_fields = ["name", "note"]
    ordering_fields = ["made_at", "name"]
    example, input_example = examples.SCENARIO, examples.SCENARIO_INPUT
    change_example = {"limits": {"money": {"capital": [4500000.0, 3000000.0]}}}
    permissions = {
        "read": READ,
        "result": READ,
        **dict.fromkeys(("create", "change", "remove", *DEEDS), EDIT),
    }
    dry_runs = Resource.dry_runs | set(DEEDS)

    def create_one(self, data: dict[str, Any]) -> Scenario:
        """Not computed yet."""
        return actions.create_scenario(by=self.caller, **data)

    def change_one(self, obj: Scenario, data: dict[str, Any]) -> Scenario:
        """What it is about, then its limits."""
        limits = data.pop("limits", None)
        if data:
            obj = actions.change_scenario(by=self.caller, scenario=obj, **data)
        if limits is not None:
            obj = actions.set_limits(by=self.caller, scenario=obj, limits=limits)
        return obj

    def remove_one(self, obj: Scenario) -> None:
        """Not while it is computed, nor once it was adopted."""
        actions.remove_scenario(by=self.caller, scenario=obj)

    @extend_schema(request=None, responses=shapes.PortfolioScenarioSerializer)
    @action(detail=True, methods=["post"])
    def run(self, _request: Request, **_kwargs: Any) -> Response:
        """Have it computed by a worker; `state` and `progress` tell how far it is."""
        return self._do(actions.run_scenario)

    @extend_schema(request=None, responses=shapes.PortfolioScenarioSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, _request: Request, **_kwargs: Any) -> Response:
        """Stop the computing."""
        return self._do(actions.cancel_scenario)

    @extend_schema(request=None, responses=shapes.PortfolioScenarioSerializer)
    @action(detail=True, methods=["post"])
    def adopt(self, _request: Request, **_kwargs: Any) -> Response:
        """Propose what it chose; the leadership decides at the gates."""
        return self._do(actions.adopt_scenario)

    @extend_schema(request=None, responses={201: shapes.PortfolioScenarioSerializer})
    @action(detail=True, methods=["post"])
    def copy(self, _request: Request, **_kwargs: Any) -> Response:
        """The same question once more."""
        return self._do(actions.copy_scenario, status=201)

    @extend_schema(responses=shapes.PortfolioScenarioResultSerializer, examples=[examples.RESULT])
    @action(detail=True, methods=["get"])
    def result(self, _request: Request, **_kwargs: Any) -> Response:
        """The whole answer: usage, prices of limits and forced picks, the frontier, or the conflict."""
        return Response(shapes.PortfolioScenarioResultSerializer(shapes.result_data(self.get_object())).data)

    def _do(self, act: Callable[..., Scenario], status: int = 200) -> Response:
        with transaction.atomic():
            done = act(by=self.caller, scenario=self.get_object())
            return self.done([done], many=False, status=status)
