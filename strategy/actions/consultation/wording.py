"""A proposed wording becomes the plan's own, by the actions with which anybody edits it."""

from core.actions import action
from org.models import User
from strategy.actions.goals import change_goal
from strategy.actions.objectives import change_objective
from strategy.actions.plans import change_plan, change_value
from strategy.actions.structure import change_priority
from strategy.enums import Element
from strategy.models import Remark


@action
def put_wording(*, by: User | None, remark: Remark, into: str, wording: str) -> None:
    """Let the field `into` of what a remark is about say `wording`; raises Refused, or Conflict."""
    if remark.about == Element.VALUE and remark.value is not None:
        value = remark.value
        words = {"name": value.name, "description": value.description, into: wording}
        change_value(by=by, value=value, **words)
    elif remark.about == Element.PRIORITY and remark.priority is not None:
        change_priority(by=by, priority=remark.priority, **{into: wording})
    elif remark.about == Element.OBJECTIVE and remark.objective is not None:
        change_objective(by=by, objective=remark.objective, **{into: wording})
    elif remark.about == Element.GOAL and remark.goal is not None:
        change_goal(by=by, goal=remark.goal, **{into: wording})
    else:
        change_plan(by=by, plan=remark.consultation.plan, **{into: wording})
