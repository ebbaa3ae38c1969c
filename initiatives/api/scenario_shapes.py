"""Scenarios as they are read and sent."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.api.lookup import Reference
from core.api.shapes import Shaped, Written
from initiatives.api.scoring_shapes import ScoringRoundReference
from initiatives.enums import SolvingState
from initiatives.models import Scenario
from initiatives.optimising.asked import KINDS, Asked, asked_of
from strategy.api.references import PlanReference


def _codes() -> serializers.ListField:
    return serializers.ListField(child=serializers.CharField(max_length=40), max_length=500, required=False)


def _groups(least: int, most: int) -> serializers.ListField:
    group = serializers.ListField(
        child=serializers.CharField(max_length=40), min_length=least, max_length=most
    )
    return serializers.ListField(child=group, max_length=500, required=False)


def _amounts(help_text: str) -> serializers.DictField:
    by_year = serializers.ListField(
        child=serializers.FloatField(min_value=0, max_value=1e15, allow_null=True), max_length=10
    )
    return serializers.DictField(child=by_year, required=False, help_text=help_text)


class ScenarioLimitsInput(Written):
    """What a portfolio has to keep; lists by year of the scenario, null: no limit."""

    money = _amounts(f"By kind: {', '.join(KINDS)}.")
    people = _amounts("FTE by the code of a skill.")
    must = _codes()
    never = _codes()
    exclusions = _groups(2, 50)
    prerequisites = _groups(2, 2)
    earliest = serializers.DictField(
        child=serializers.IntegerField(min_value=1900, max_value=2200),
        required=False,
        help_text="Fiscal year by the code of an initiative.",
    )
    shares = serializers.DictField(
        child=serializers.FloatField(min_value=0, max_value=1),
        required=False,
        help_text="Least share of the money by objective:<code> or priority:<code>.",
    )
    committed = serializers.BooleanField(required=False)
    later = serializers.FloatField(min_value=0, max_value=0.99, required=False)
    whole = serializers.BooleanField(required=False)

    def to_internal_value(self, data: Any) -> Any:
        """The limits; what is not said is as it begins."""
        return Asked(**super().to_internal_value(data))


class PortfolioScenarioChange(Written):
    """What of a scenario may change; another question has no answer yet."""

    name = serializers.CharField(max_length=200)
    note = serializers.CharField(allow_blank=True, required=False)
    plan = PlanReference(allow_null=True, required=False)
    round = ScoringRoundReference(allow_null=True, required=False)
    first_year = serializers.IntegerField(min_value=1900, max_value=2200)
    years = serializers.IntegerField(min_value=1, max_value=10, required=False)
    limits = ScenarioLimitsInput(required=False)


class PortfolioScenarioInput(PortfolioScenarioChange):
    """A new scenario; without limits it begins with the people that departments have."""


class ScenarioChoiceSerializer(serializers.Serializer):
    """An initiative that was chosen, with the fiscal year in which it starts."""

    initiative = serializers.CharField()
    year = serializers.IntegerField()


class ScenarioLimitsSerializer(serializers.Serializer):
    """The limits of a scenario."""

    money = serializers.DictField(child=serializers.ListField(child=serializers.FloatField(allow_null=True)))
    people = serializers.DictField(child=serializers.ListField(child=serializers.FloatField(allow_null=True)))
    must = serializers.ListField(child=serializers.CharField())
    never = serializers.ListField(child=serializers.CharField())
    exclusions = serializers.ListField(child=serializers.ListField(child=serializers.CharField()))
    prerequisites = serializers.ListField(child=serializers.ListField(child=serializers.CharField()))
    earliest = serializers.DictField(child=serializers.IntegerField())
    shares = serializers.DictField(child=serializers.FloatField())
    committed = serializers.BooleanField()
    later = serializers.FloatField()
    whole = serializers.BooleanField()


class PortfolioScenarioSerializer(Shaped):
    """A scenario with its answer in short; `result` has all of it."""

    id = serializers.IntegerField(read_only=True)
    name = serializers.CharField(read_only=True)
    note = serializers.CharField(read_only=True)
    plan = Reference(read_only=True, allow_null=True)
    round = Reference("", read_only=True, allow_null=True)
    first_year = serializers.IntegerField(read_only=True)
    years = serializers.IntegerField(read_only=True)
    limits = serializers.SerializerMethodField()
    state = serializers.ChoiceField(choices=SolvingState.choices, read_only=True)
    progress = serializers.DictField(read_only=True)
    value = serializers.SerializerMethodField("best_value")
    gap = serializers.SerializerMethodField()
    chosen = serializers.SerializerMethodField()
    made_by = Reference("email", read_only=True, allow_null=True)
    made_at = serializers.DateTimeField(read_only=True)
    finished_at = serializers.DateTimeField(read_only=True, allow_null=True)
    adopted_by = Reference("email", read_only=True, allow_null=True)
    adopted_at = serializers.DateTimeField(read_only=True, allow_null=True)

    @extend_schema_field(ScenarioLimitsSerializer)
    def get_limits(self, scenario: Scenario) -> dict[str, Any]:
        """What was asked."""
        return ScenarioLimitsSerializer(asked_of(scenario.settings)).data

    def best_value(self, scenario: Scenario) -> float | None:
        """Of the best portfolio found."""
        return scenario.result.get("value") if scenario.result.get("starts") else None

    def get_gap(self, scenario: Scenario) -> float | None:
        """By which share a better one, if there is any, is better at most."""
        gap: float | None = scenario.result.get("gap")
        return gap

    @extend_schema_field(ScenarioChoiceSerializer(many=True))
    def get_chosen(self, scenario: Scenario) -> list[dict[str, Any]]:
        """Initiatives with the year in which they start."""
        starts = scenario.result.get("starts", {})
        return [{"initiative": code, "year": scenario.first_year + start} for code, start in starts.items()]


class PortfolioScenarioResultSerializer(serializers.Serializer):
    """The whole answer with its inputs; years in it are places from the scenario's first."""

    scenario = serializers.IntegerField()
    state = serializers.ChoiceField(choices=SolvingState.choices)
    years = serializers.ListField(child=serializers.IntegerField())
    inputs = serializers.ListField(child=serializers.DictField())
    result = serializers.DictField()


def result_data(scenario: Scenario) -> dict[str, Any]:
    """What `PortfolioScenarioResultSerializer` shows."""
    return {
        "scenario": scenario.pk,
        "state": scenario.state,
        "years": list(range(scenario.first_year, scenario.first_year + scenario.years)),
        "inputs": scenario.inputs.get("initiatives", []),
        "result": scenario.result,
    }
