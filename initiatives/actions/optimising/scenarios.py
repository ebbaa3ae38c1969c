"""What a scenario asks."""

from typing import Any

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict
from initiatives.actions.optimising.checking import check_limits, check_question, unlocked
from initiatives.enums import SolvingState
from initiatives.models import Scenario, ScoringRound
from initiatives.optimising.asked import Asked, asked_of
from initiatives.optimising.inputs import capacity_limits, choosable
from initiatives.validators import refuse
from org.models import User
from strategy.models import Plan

FIELDS = ("name", "note", "plan", "round", "first_year", "years")


@action
def create_scenario(
    *,
    by: User | None,
    name: str,
    first_year: int,
    years: int = 3,
    plan: Plan | None = None,
    round: ScoringRound | None = None,
    note: str = "",
    limits: Asked | None = None,
) -> Scenario:
    """A new scenario; without limits it begins with the people that departments have and what must be done.

    Raises Refused.
    """
    scenario = Scenario(
        name=name.strip(), note=note, plan=plan, round=round, first_year=first_year, years=years, made_by=by
    )
    refuse(check_question(scenario))
    asked = limits or _beginning(first_year, years)
    refuse(check_limits(asked, scenario))
    scenario.settings = asked.as_data()
    scenario.save()
    return scenario


@action
def change_scenario(*, by: User | None, scenario: Scenario, **fields: Any) -> Scenario:
    """Change what a scenario is about; its answer is forgotten. Raises Refused, Conflict (`unlocked`)."""
    locked = unlocked(scenario)
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"a scenario has no {', '.join(sorted(unknown))}")
    for name, value in fields.items():
        setattr(locked, name, value)
    locked.name = locked.name.strip()
    refuse(check_question(locked))
    locked.settings = asked_of(locked.settings).fitted(locked.years).as_data()
    return _asked_anew(locked, only_words=set(fields) <= {"name", "note"})


@action
def set_limits(*, by: User | None, scenario: Scenario, limits: Asked) -> Scenario:
    """What the portfolio has to keep; the answer is forgotten. Raises Refused, Conflict (`unlocked`)."""
    locked = unlocked(scenario)
    refuse(check_limits(limits, locked))
    locked.settings = limits.as_data()
    return _asked_anew(locked)


@action
def copy_scenario(*, by: User | None, scenario: Scenario, name: str = "") -> Scenario:
    """The same question once more, to be changed and compared. Raises Refused."""
    named = name.strip() or _("%(name)s (copy)") % {"name": scenario.name[:190]}
    copy = Scenario(made_by=by, name=named, settings=scenario.settings)
    for field in ("note", "plan", "round", "first_year", "years"):
        setattr(copy, field, getattr(scenario, field))
    refuse(check_question(copy))
    copy.save()
    return copy


@action
def remove_scenario(*, by: User | None, scenario: Scenario) -> None:
    """Take out a scenario; raises Conflict while it is computed and where it was adopted."""
    locked = Scenario.objects.select_for_update().get(pk=scenario.pk)
    if locked.adopted_at is not None:
        raise Conflict(_("“%(name)s” was adopted: proposals rest on it.") % {"name": locked.name})
    unlocked(scenario).delete()


def _beginning(first_year: int, years: int) -> Asked:
    """The limits of a new scenario: the people there are, and what law or contract demand."""
    demanded = choosable(committed=False).filter(must_do=True)
    must = list(demanded.values_list("code", flat=True))
    return Asked(people=capacity_limits(first_year, years), must=must)


def _asked_anew(scenario: Scenario, only_words: bool = False) -> Scenario:
    """Another question has no answer yet."""
    if not only_words:
        scenario.state, scenario.result = SolvingState.DRAFT, {}
        scenario.inputs, scenario.progress = {}, {}
    scenario.save()
    return scenario
