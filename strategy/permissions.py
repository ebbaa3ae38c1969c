"""Who may read and edit plans. What a plan's state hides is left out by `queries.visible_to`."""

from typing import Any

import rules

from org.enums import AccountKind, Role
from org.permissions import is_administrator, is_department_head, is_executive, is_signed_in, is_smo_staff
from org.queries import path_of
from org.roles import held_by
from strategy.consultation.asking import is_asked, may_be_asked
from strategy.enums import PLAN_TRANSITIONS, PlanKind, PlanState

_DISCUSSED = (PlanState.DRAFT, PlanState.CONSULTATION)


def is_program(user: Any, obj: Any = None) -> bool:
    """Whether a program asks: those do not approve."""
    return bool(getattr(user, "kind", "") == AccountKind.SERVICE)


@rules.predicate
def leads(user: Any, objective: Any) -> bool:
    """Whether the objective is led from within a subtree that the user heads; None: whether any may be."""
    held = held_by(user)
    if objective is None:
        return held.anywhere(Role.DEPARTMENT_HEAD)
    path = path_of(objective.lead) if objective.lead else None
    return path is not None and held.on(path, Role.DEPARTMENT_HEAD)


@rules.predicate
def owns(user: Any, finding: Any) -> bool:
    """Whether a finding (item, scenario …) is the user's to look after; None: whether any may be."""
    return finding is None or finding.owner_id == user.pk


@rules.predicate
def is_invited(user: Any, round: Any) -> bool:
    """Whether the user is asked in a round; None: whether one may be asked at all, which is everybody."""
    return bool(round is None or round.invitations.filter(person=user.pk).exists())


@rules.predicate
def wrote(user: Any, item: Any) -> bool:
    """Whether the item is what the user wrote in a round; None: whether one may have written any."""
    return item is None or item.contributor_id == user.pk


@rules.predicate
def heads_plan(user: Any, plan: Any) -> bool:
    """Whether it is a departmental or functional plan of a department that the user heads."""
    if plan is None or plan.kind == PlanKind.ORGANISATION or plan.department is None:
        return False
    path = path_of(plan.department)
    return path is not None and held_by(user).on(path, Role.DEPARTMENT_HEAD)


@rules.predicate
def heads_objectives_plan(user: Any, objective: Any) -> bool:
    """Whether the objective belongs to a plan of a department that the user heads."""
    return objective is not None and heads_plan(user, objective.plan)


@rules.predicate
def is_consulted(user: Any, consultation: Any) -> bool:
    """Whether the user may say something in a consultation round; None: whether in any, as every person."""
    return may_be_asked(user) if consultation is None else is_asked(user, consultation)


@rules.predicate
def said(user: Any, remark: Any) -> bool:
    """Whether a remark is the user's own; None: whether one may have said any."""
    return may_be_asked(user) if remark is None else remark.author_id == user.pk


@rules.predicate
def answers_for(user: Any, thing: Any) -> bool:
    """Whether the user owns the objective or goal; None: whether any, as every person may."""
    return may_be_asked(user) if thing is None else thing.owner_id == user.pk


@rules.predicate
def tends_objective(user: Any, goal: Any) -> bool:
    """Whether the user keeps up the objective of a goal."""
    return goal is not None and bool(user.has_perm("strategy.tend_objective", goal.objective))


@rules.predicate
def edits_goal(user: Any, goal: Any) -> bool:
    """Whether the user edits the objective of a goal; None: whether of any."""
    return bool(user.has_perm("strategy.edit_objective", None if goal is None else goal.objective))


@rules.predicate
def tends_commentaries_objective(user: Any, commentary: Any) -> bool:
    """Whether the user keeps up the objective of a commentary; None: whether any, as every person may."""
    if commentary is None:
        return may_be_asked(user)
    return bool(user.has_perm("strategy.tend_objective", commentary.objective))


@rules.predicate
def does_step(user: Any, step: Any) -> bool:
    """Whether a step is the user's, or the user keeps up its goal; None: whether any may be."""
    if step is None or step.who_id == user.pk:
        return may_be_asked(user)
    return bool(user.has_perm("strategy.tend_goal", step.goal))


rules.add_perm("strategy.view_plan", is_signed_in)
rules.add_perm("strategy.view_scorecard", is_signed_in)
rules.add_perm("strategy.edit_plan", is_smo_staff | heads_plan)
# What it says and what measures it; where it stands in the plan, and who leads it, is edit_plan.
rules.add_perm("strategy.edit_objective", is_smo_staff | leads | heads_objectives_plan)
rules.add_perm("strategy.check_plan", is_smo_staff | is_executive | is_department_head)
rules.add_perm("strategy.import_plan", is_smo_staff)
_a_person = ~rules.predicate(is_program)
rules.add_perm("strategy.approve_plan", is_executive & _a_person)
rules.add_perm("strategy.begin_revision", is_smo_staff)
rules.add_perm("strategy.approve_revision", is_executive & _a_person)
rules.add_perm("strategy.move_plan", is_smo_staff | is_executive)
rules.add_perm("strategy.view_analysis", is_administrator | is_smo_staff | is_executive | is_department_head)
rules.add_perm("strategy.edit_analysis", is_smo_staff)
# One finding: `analysis.visible` leaves out what one may not know of; its owner keeps evidence and review.
rules.add_perm("strategy.view_finding", is_signed_in)
rules.add_perm("strategy.tend_finding", is_smo_staff | owns)
# `collecting.visible` leaves out what one may not know of; an invitation permits what it asks for.
rules.add_perm("strategy.view_round", is_signed_in)
rules.add_perm("strategy.run_round", is_smo_staff)
rules.add_perm("strategy.answer_round", is_signed_in & is_invited)
rules.add_perm("strategy.change_contribution", is_signed_in & wrote)
# `consultation.visible` leaves out what one may not know of.
rules.add_perm("strategy.view_consultation", is_signed_in)
rules.add_perm("strategy.run_consultation", is_smo_staff)
rules.add_perm("strategy.take_part", is_signed_in & is_consulted)
rules.add_perm("strategy.change_remark", is_signed_in & said)
# `calendar.entries` leaves out the dates of plans that one may not know of.
rules.add_perm("strategy.view_calendar", is_signed_in)
rules.add_perm("strategy.edit_calendar", is_smo_staff)
rules.add_perm("strategy.view_charter", is_signed_in)
rules.add_perm("strategy.edit_charter", is_smo_staff)

# What is kept up of objectives (team, commentary), of goals (owner, resources, steps, what became of them).
rules.add_perm("strategy.tend_objective", is_smo_staff | leads | heads_objectives_plan | answers_for)
rules.add_perm("strategy.edit_goal", edits_goal)
rules.add_perm("strategy.tend_goal", is_smo_staff | answers_for | tends_objective)
rules.add_perm("strategy.tend_commentary", is_smo_staff | tends_commentaries_objective)
rules.add_perm("strategy.tick_step", is_smo_staff | does_step)


def may_become(user: Any, plan: Any, state: str) -> bool:
    """Whether the user may move the plan to a state: executives approve, SMO staff do the rest."""
    permission = "strategy.approve_plan" if state == PlanState.APPROVED else "strategy.edit_plan"
    return bool(user.has_perm(permission, plan))


def states_to_take(user: Any, plan: Any) -> list[str]:
    """The states that may follow the plan's own and that are the user's to give.

    A departmental plan has steps of its own; the branch of a revision comes into force with it.
    """
    if plan.kind != PlanKind.ORGANISATION:
        return []
    following = PLAN_TRANSITIONS[plan.state]
    if plan.revises_id is not None:
        following = tuple(state for state in following if state in _DISCUSSED)
    elif plan.state == PlanState.DRAFT:
        following = tuple(state for state in following if state != PlanState.ACTIVE)
    return [state for state in following if may_become(user, plan, state)]
