"""The portfolio's read model: initiatives with what they serve and how they stand."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from initiatives.enums import GateOutcome, Rag, Stage
from initiatives.framework.maturity import budgets_of
from initiatives.models import Contribution, GateDecision, Initiative
from initiatives.status.reported import Reported
from initiatives.status.states import State, read_states
from strategy.models import Objective
from strategy.queries import standing_objectives

NOTHING = "none"
"""What a list says of an initiative of which nothing was reported."""


@dataclass(frozen=True)
class PortfolioRow:
    """An initiative with the objectives that the reader may know of, where it stands, its budget.

    `budget`: of its whole life in the organisation's currency, as agreed in the latest baseline, else the sum
    over years and sources; None: none is known.
    """

    initiative: Initiative
    objectives: tuple[Objective, ...]
    state: State
    budget: Decimal | None
    waiting: GateDecision | None

    @property
    def said(self) -> Reported | None:
        """What was reported last."""
        return self.state.reported

    @property
    def is_rosy(self) -> bool:
        """Whether it is under way and reported better than plan and money say."""
        return self.initiative.stage == Stage.ACTIVE and bool(self.state.disagreements)

    @property
    def reported(self) -> str:
        """The worst that was reported last: a value of `Rag`, or "none"."""
        return (self.said.overall if self.said is not None else "") or NOTHING

    @property
    def reported_word(self) -> str:
        """The same in a word, for those that can be reported."""
        return str(Rag(self.reported).label) if self.reported != NOTHING else ""

    @property
    def progress(self) -> int | None:
        """In percent: by the plan, else as reported last."""
        share = self.state.progress
        return None if share is None else round(share * 100)


def read_rows(initiatives: QuerySet[Initiative], user: Any) -> list[PortfolioRow]:
    """Each initiative with what a list shows of it; nine queries, however many there are."""
    found = list(initiatives.select_related("department", "lead", "sponsor", "category", "method"))
    ids = [each.pk for each in found]
    objectives = objectives_of(ids, user)
    states, budgets, waiting = read_states(found), budgets_of(ids), _waiting(ids)
    return [
        PortfolioRow(
            initiative=each,
            objectives=tuple(objectives[each.pk]),
            state=state,
            budget=budgets.get(each.pk),
            waiting=waiting.get(each.pk),
        )
        for each, state in zip(found, states, strict=True)
    ]


def objectives_of(initiatives: Iterable[int], user: Any) -> dict[int, list[Objective]]:
    """What each initiative serves of what the user may know of, the strongest first; one query."""
    served: dict[int, list[Objective]] = defaultdict(list)
    rows = Contribution.objects.filter(
        initiative__in=initiatives, objective__in=standing_objectives(user).order_by().values("pk")
    )
    for row in rows.select_related("objective__plan").order_by("-strength", "objective__position", "pk"):
        served[row.initiative_id].append(row.objective)
    return served


def _waiting(ids: Sequence[int]) -> dict[int, GateDecision]:
    gates = GateDecision.objects.filter(initiative__in=ids, outcome=GateOutcome.WAITING)
    return {gate.initiative_id: gate for gate in gates}


_STAGES = {stage: place for place, stage in enumerate(Stage.values)}
_REPORTED = {rag: place for place, rag in enumerate((Rag.RED, Rag.AMBER, Rag.GREEN, NOTHING))}


def _by_name(thing: Any) -> tuple[bool, str]:
    """Things by their name, those that are missing last."""
    return (thing is None, str(thing or "").casefold())


ORDERS: dict[str, Callable[[PortfolioRow], Any]] = {
    "name": lambda row: row.initiative.name.casefold(),
    "code": lambda row: row.initiative.code.casefold(),
    "department": lambda row: _by_name(row.initiative.department),
    "lead": lambda row: _by_name(row.initiative.lead),
    "stage": lambda row: _STAGES[row.initiative.stage],
    "reported": lambda row: _REPORTED[row.reported],
    "progress": lambda row: (row.progress is None, row.progress or 0),
    "end": lambda row: row.initiative.ends_on or dt.date.max,
    "budget": lambda row: (row.budget is None, row.budget or 0),
}


def in_order(rows: Sequence[PortfolioRow], order: str) -> list[PortfolioRow]:
    """Rows by one of `ORDERS`, with "-" before it the other way round; anything else: by name."""
    key = ORDERS.get(order.removeprefix("-"), ORDERS["name"])
    return sorted(sorted(rows, key=ORDERS["name"]), key=key, reverse=order.startswith("-"))
