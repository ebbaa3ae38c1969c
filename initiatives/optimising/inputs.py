"""Value, money and people of the initiatives that a scenario chooses from, read once and kept with it.

A candidate's amounts are counted from the first year in which it takes anything, so that it can be moved;
what is under way stays in its years.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from initiatives.enums import MoneyKind, Stage
from initiatives.means import capacity_by_year, cost_by_year, fte_by_year
from initiatives.models import Initiative, Scenario, Skill
from initiatives.optimising.values import Serving, serving_by_initiative
from initiatives.scoring.reading import result_by_initiative
from kpis.engine.frequency import Frequency
from kpis.engine.periods import Calendar
from kpis.queries import calendar as fiscal_calendar

CHOICE = (Stage.IDEA, Stage.PROPOSED, Stage.APPROVED, Stage.ON_HOLD)
"""What may be chosen or not; `Stage.ACTIVE` goes on."""


@dataclass(frozen=True)
class Input:
    """An initiative as the optimiser is told of it; lists by year since its start.

    `planned`: the fiscal year in which it is planned to start. `valued`: whether anything says its value.
    """

    code: str
    name: str
    stage: str
    committed: bool
    value: float
    valued: bool
    planned: int | None
    money: Mapping[str, list[float]]
    people: Mapping[str, list[float]]
    aims: Mapping[str, float]

    @property
    def whole_cost(self) -> float:
        """All its money."""
        return sum(sum(amounts) for amounts in self.money.values())


def choosable(committed: bool = True) -> QuerySet[Initiative]:
    """The initiatives that a scenario is about, by code; `committed`: with what is under way."""
    stages = (*CHOICE, Stage.ACTIVE) if committed else CHOICE
    standing = Q(archived_on__isnull=True, merged_into__isnull=True)
    return Initiative.objects.filter(standing, stage__in=stages).order_by("code")


def read_inputs(scenario: Scenario, committed: bool) -> list[Input]:
    """The initiatives with what they are worth and take, as of now; a constant number of queries."""
    initiatives = list(choosable(committed))
    keys = [each.pk for each in initiatives]
    calendar = fiscal_calendar()
    serving = serving_by_initiative(scenario.plan, keys) if scenario.plan else {}
    scores = result_by_initiative(scenario.round) if scenario.round else None
    costs, fte = cost_by_year(keys), fte_by_year(keys, calendar)
    skills = dict(Skill.objects.values_list("pk", "code"))
    found = []
    for each in initiatives:
        people = {(year, skills[skill]): amount for (skill, year), amount in fte.get(each.pk, {}).items()}
        money = {key: float(amount) for key, amount in costs.get(each.pk, {}).items()}
        own = serving.get(each.pk, Serving(0.0, {}))
        value = own.value if scores is None else scores.get(each.pk, 0.0)
        known = each.pk in (serving if scores is None else scores)
        begin = _begin(each, scenario.first_year, [*money, *people])
        found.append(
            Input(
                code=each.code,
                name=each.name,
                stage=each.stage,
                committed=each.stage == Stage.ACTIVE,
                value=round(value, 4),
                valued=known,
                planned=_year(each.starts_on, calendar),
                money=_profiles(money, begin, scenario.years, MoneyKind.values),
                people=_profiles(people, begin, scenario.years, {code for _, code in people}),
                aims=own.aims,
            )
        )
    return found


def as_data(inputs: list[Input]) -> dict[str, Any]:
    """As they are stored with the scenario; `read_at`: when."""
    return {"read_at": timezone.now().isoformat(), "initiatives": [asdict(each) for each in inputs]}


def inputs_of(scenario: Scenario) -> list[Input]:
    """What was stored with the scenario when it was computed."""
    return [Input(**each) for each in scenario.inputs.get("initiatives", [])]


def capacity_limits(first_year: int, years: int) -> dict[str, list[float | None]]:
    """What departments have of every skill, year by year: where the limits of people begin."""
    wanted = range(first_year, first_year + years)
    capacity = capacity_by_year(fiscal_calendar(), wanted)
    skills = Skill.objects.filter(archived_on=None).values_list("pk", "code")
    return {
        code: [round(capacity[pk, year], 2) if (pk, year) in capacity else None for year in wanted]
        for pk, code in skills
        if any((pk, year) in capacity for year in wanted)
    }


def _begin(initiative: Initiative, first_year: int, taken: list[tuple[int, str]]) -> int:
    """The year from which the amounts are counted: the scenario's first for what is under way."""
    if initiative.stage == Stage.ACTIVE or not taken:
        return first_year
    return min(year for year, _ in taken)


def _profiles(
    amounts: Mapping[tuple[int, str], float], begin: int, years: int, names: Any
) -> dict[str, list[float]]:
    found = {}
    for name in sorted(names):
        profile = [amounts.get((begin + place, str(name)), 0.0) for place in range(years)]
        if any(profile):
            found[str(name)] = [round(each, 4) for each in profile]
    return found


def _year(day: dt.date | None, calendar: Calendar) -> int | None:
    return calendar.containing(day, Frequency.YEAR).ordinal if day else None
