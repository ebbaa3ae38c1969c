"""What is wrong where money does not follow strategy."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _

from kpis.engine.scoring import State, Status

UNMEASURED = (State.UNSCORED, State.INSUFFICIENT_DATA, State.MISSING, State.NOT_APPLICABLE)
HALF = 0.5


class ObjectiveFlag(StrEnum):
    """What is found of an objective, or of an initiative."""

    UNFUNDED = "unfunded"
    THIN = "thin"
    UNMEASURED = "unmeasured"
    NO_OBJECTIVE = "no_objective"
    NO_BUDGET = "no_budget"


WORDS: dict[ObjectiveFlag, Any] = {
    ObjectiveFlag.UNFUNDED: _("Critical but unfunded"),
    ObjectiveFlag.THIN: _("Critical, gets little"),
    ObjectiveFlag.UNMEASURED: _("Funded but unmeasured"),
    ObjectiveFlag.NO_OBJECTIVE: _("Serves no objective of the plan"),
    ObjectiveFlag.NO_BUDGET: _("Has no budget"),
}


@dataclass(frozen=True)
class Flag:
    """A finding with its words, and why in a sentence."""

    kind: ObjectiveFlag
    why: Any = ""

    @property
    def word(self) -> Any:
        """The finding in two or three words."""
        return WORDS[self.kind]


@dataclass(frozen=True)
class Facts:
    """What is asked of an objective. Shares are 0 to 1; `average`: the weight of one if all weighed alike."""

    weight_share: float
    average: float
    budget: Decimal
    budget_share: float
    kpis: int
    status: object


def flags_of(facts: Facts) -> Iterator[Flag]:
    """Critical is what weighs at least as much as the average, or is off target."""
    red = facts.status == Status.RED
    critical = red or facts.weight_share >= facts.average - 1e-9
    if critical and not facts.budget:
        why = _("It is off target.") if red else _("It weighs at least as much as the average.")
        yield Flag(ObjectiveFlag.UNFUNDED, why)
    elif critical and facts.budget_share < HALF * facts.weight_share:
        yield Flag(ObjectiveFlag.THIN, _("Its share of the money is less than half its share of weight."))
    if facts.budget and not facts.kpis:
        yield Flag(ObjectiveFlag.UNMEASURED, _("No KPI measures it: nobody will see what the money did."))
    elif facts.budget and facts.status in UNMEASURED:
        yield Flag(ObjectiveFlag.UNMEASURED, _("Its KPIs have too little data for a score."))
