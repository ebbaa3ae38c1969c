"""A department's own objective that supports one above, in one go."""

import datetime as dt

from core.actions import action
from org.models import User
from strategy.actions.cascade.contributing import contribute
from strategy.actions.objectives import add_objective
from strategy.models import Objective, Perspective, Plan


@action
def support_objective(
    *,
    by: User | None,
    plan: Plan,
    above: Objective,
    name: str,
    note: str = "",
    description: str = "",
    perspective: Perspective | None = None,
    owner: User | None = None,
    starts_on: dt.date | None = None,
    ends_on: dt.date | None = None,
) -> Objective:
    """Add an objective to a department's plan that supports `above`; its code is made of the others.

    Raises Refused, Conflict.
    """
    objective = add_objective(
        by=by,
        plan=plan,
        code=_free_code(plan),
        name=name,
        description=description,
        perspective=perspective,
        owner=owner,
        lead=plan.department,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    contribute(by=by, objective=objective, above=above, note=note)
    return objective


def _free_code(plan: Plan) -> str:
    """D1, D2 …: unlike the codes of the strategy, which adopted objectives keep."""
    taken, number = {code.lower() for code in plan.objectives.values_list("code", flat=True)}, 1
    while f"d{number}" in taken:
        number += 1
    return f"D{number}"
