"""Where objectives stand on the strategy map."""

import datetime as dt
from typing import Any

from django.utils import timezone

from core.actions import action
from org.actions import FAR_PAST
from org.models import User
from strategy.actions.objectives import place_objective
from strategy.enums import PlanState
from strategy.mapping.lanes import place_on_map
from strategy.models import Objective, Perspective, Plan
from strategy.queries import objective_placed, plan_structure
from strategy.validators import check_belongs, check_upkeep, refuse

_NOT_YET_IN_FORCE = (PlanState.DRAFT, PlanState.CONSULTATION)


@action
def arrange_objective(
    *, by: User | None, objective: Objective, perspective: Perspective | None, place: int
) -> Objective:
    """Put an objective at a place (0: first) of a lane of the map; None: the lane of what is unplaced.

    Within its lane that is upkeep. Into another lane it is a placement, which in a plan that is not in
    force yet holds from the beginning, else from today. Raises Conflict, Refused.
    """
    plan = objective.plan
    check_upkeep(plan)
    refuse(check_belongs(plan, "perspective", perspective))
    placed = objective_placed(objective)
    if placed.perspective != perspective:
        kept: dict[str, Any] = {"priority": placed.priority, "weight": placed.weight}
        since = _since(plan)
        place_objective(by=by, objective=objective, perspective=perspective, since=since, **kept)
    beside = plan_structure(plan).in_perspective(perspective)
    lane = sorted((each.objective for each in beside if each.objective != objective), key=place_on_map)
    lane.insert(max(place, 0), objective)
    for slot, each in enumerate(lane):
        if each.map_slot != slot:
            each.map_slot = slot
            each.save(update_fields=["map_slot"])
    return objective


def _since(plan: Plan) -> dt.date:
    draft = plan.state in _NOT_YET_IN_FORCE and plan.revises_id is None
    return FAR_PAST if draft else timezone.localdate()
