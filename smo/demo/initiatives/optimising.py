"""The initiatives of the demonstration: two scenarios, one of which cannot be."""

from typing import Any

from initiatives.actions.optimising import compute_scenario, create_scenario, run_scenario
from initiatives.means.months import year_now
from initiatives.models import Scenario, ScoringRound
from initiatives.optimiser.answering import Times
from initiatives.optimising.asked import Asked
from initiatives.optimising.inputs import capacity_limits
from kpis.queries import calendar as fiscal_calendar
from smo.demo.initiatives.scene import Portfolio
from smo.demo.initiatives.scoring_content import CLOSED

MILLION = 1_000_000.0
YEARS = 3
# What is under way takes most of it.
CAPITAL, OPERATING = (20.0, 13.6, 3.8), (1.5, 1.0, 1.0)
LESS_CAPITAL = (19.0, 12.6, 2.8)
QUICK = Times(base=5, forced=2, limits=4, frontier=2, conflict=5)


def store(portfolio: Portfolio) -> None:
    """Add both scenarios with their answers."""
    first = year_now(fiscal_calendar(), portfolio.today) + 1
    people = capacity_limits(first, YEARS)
    rules: dict[str, Any] = {
        "prerequisites": [["PERMIT-BOT", "ONLINE-PERMITS"]],
        "shares": {"priority:P1": 0.1},
    }
    _solved(
        portfolio,
        "What fits into the budget",
        "The council's frame for three years, and the people there are.",
        Asked(money=_money(CAPITAL, OPERATING), people=people, **rules),
    )
    _solved(
        portfolio,
        "A million less a year, and the loop must be",
        "What the smaller frame would mean if the council holds on to the cycle loop.",
        Asked(money=_money(LESS_CAPITAL, OPERATING), people=people, must=["CYCLE-LOOP"]),
    )


def _money(capital: tuple[float, ...], operating: tuple[float, ...]) -> dict[str, list[float | None]]:
    return {
        "capital": [each * MILLION for each in capital],
        "operating": [each * MILLION for each in operating],
    }


def _solved(portfolio: Portfolio, name: str, note: str, limits: Asked) -> Scenario:
    staff = portfolio.people["smo"]
    scenario = create_scenario(
        by=staff,
        name=name,
        note=note,
        plan=portfolio.plan,
        round=ScoringRound.objects.get(name=CLOSED),
        first_year=year_now(fiscal_calendar(), portfolio.today) + 1,
        years=YEARS,
        limits=limits,
    )
    run_scenario(by=staff, scenario=scenario)
    compute_scenario(scenario.pk, QUICK)
    return scenario
