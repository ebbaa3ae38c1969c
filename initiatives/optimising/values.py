"""What an initiative is worth to the strategy, where no round of scoring says it.

    value = Σ over the objectives it serves: contribution ÷ 3 · share of the objective in the plan · 100

Contribution is 1 (some) to 3 (decisive). The share of an objective is that of its perspective among the
perspectives times its own among the objectives of that perspective, so that all shares together are 1: an
initiative that is decisive for every objective is worth 100.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from initiatives.enums import Strength
from initiatives.models import Contribution
from strategy.models import Plan
from strategy.queries import PlacedObjective, plan_structure

OBJECTIVE, PRIORITY = "objective", "priority"


@dataclass(frozen=True)
class Aim:
    """An objective or a priority that limits may name."""

    key: str
    code: str
    name: str


@dataclass(frozen=True)
class Serving:
    """Of one initiative: its value by contributions, and how its money is shared among aims (0 to 1)."""

    value: float
    aims: Mapping[str, float]


def aims_of(plan: Plan) -> list[Aim]:
    """Priorities, then objectives of a plan today."""
    structure = plan_structure(plan)
    priorities = [Aim(f"{PRIORITY}:{each.code}", each.code, each.name) for each in structure.priorities]
    objectives = [placed.objective for placed in structure.objectives]
    return priorities + [Aim(f"{OBJECTIVE}:{each.code}", each.code, each.name) for each in objectives]


def serving_by_initiative(plan: Plan, initiatives: Iterable[int]) -> dict[int, Serving]:
    """What each initiative does for a plan today, by id; those that serve nothing of it are left out."""
    structure = plan_structure(plan)
    placed = {each.objective.pk: each for each in structure.objectives}
    shares = _shares(structure.objectives, structure.weights)
    strengths: dict[int, dict[int, int]] = {}
    rows = Contribution.objects.filter(initiative__in=list(initiatives), objective__in=placed)
    for initiative, objective, strength in rows.values_list("initiative", "objective", "strength"):
        strengths.setdefault(initiative, {})[objective] = strength
    return {pk: _serving(served, placed, shares) for pk, served in strengths.items()}


def _serving(
    served: Mapping[int, int], placed: Mapping[int, PlacedObjective], shares: Mapping[int, float]
) -> Serving:
    most = max(Strength.values)
    value = sum(strength / most * shares[pk] * 100 for pk, strength in served.items())
    whole = sum(served.values())
    aims: dict[str, float] = {}
    for pk, strength in served.items():
        one = placed[pk]
        aims[f"{OBJECTIVE}:{one.objective.code}"] = strength / whole
        if one.priority is not None:
            key = f"{PRIORITY}:{one.priority.code}"
            aims[key] = aims.get(key, 0.0) + strength / whole
    return Serving(value, aims)


def _shares(objectives: Iterable[PlacedObjective], weights: Mapping[int, float]) -> dict[int, float]:
    """The share of each objective in the plan, by id; those in no perspective stand in one of weight 1."""
    inside: dict[int | None, float] = {}
    objectives = list(objectives)
    for each in objectives:
        inside[_place(each)] = inside.get(_place(each), 0.0) + each.weight
    whole = sum(weights.get(key, 1.0) if key else 1.0 for key in inside)
    found = {}
    for each in objectives:
        key = _place(each)
        weight = weights.get(key, 1.0) if key else 1.0
        own = each.weight / inside[key] if inside[key] else 0.0
        found[each.objective.pk] = own * weight / whole if whole else 0.0
    return found


def _place(placed: PlacedObjective) -> int | None:
    return placed.perspective.pk if placed.perspective else None
