"""The three lights, the order between them, and why there may be none."""

from collections.abc import Iterable
from enum import StrEnum


class Light(StrEnum):
    """A judgement of schedule or cost; the values are those of `initiatives.enums.Rag`."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Unknown(StrEnum):
    """Why something cannot be computed."""

    NO_PLAN = "no_plan"
    NO_DAYS = "no_days"
    NO_BUDGET = "no_budget"
    NO_ACTUALS = "no_actuals"


_ORDER = {Light.GREEN: 0, Light.AMBER: 1, Light.RED: 2}


def worst(lights: Iterable[str]) -> str:
    """The worst of the lights; empty ones count for nothing, and where there is no other the answer is ""."""
    there = [Light(each) for each in lights if each]
    return str(max(there, key=_ORDER.__getitem__)) if there else ""


def better_than(reported: str, computed: str) -> int:
    """By how many steps a reported light is better than the computed one; 0 where it is not, or one lacks."""
    if not reported or not computed:
        return 0
    return max(_ORDER[Light(computed)] - _ORDER[Light(reported)], 0)
