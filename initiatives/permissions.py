"""Who may do what with initiatives. What confidentiality hides, `queries.visible_initiatives` leaves out."""

from typing import Any

import rules

from org.enums import AccountKind, Role
from org.permissions import is_administrator, is_department_head, is_executive, is_signed_in, is_smo_staff
from org.queries import path_of
from org.roles import held_by


@rules.predicate
def is_person(user: Any, obj: Any = None) -> bool:
    """Whether a person asks: programs decide nothing."""
    return bool(getattr(user, "kind", "") == AccountKind.PERSON)


@rules.predicate
def heads(user: Any, initiative: Any) -> bool:
    """Whether the user heads the department that leads the initiative; None: whether any department."""
    held = held_by(user)
    if initiative is None:
        return held.anywhere(Role.DEPARTMENT_HEAD)
    path = path_of(initiative.department) if initiative.department else None
    return path is not None and held.on(path, Role.DEPARTMENT_HEAD)


@rules.predicate
def runs(user: Any, initiative: Any) -> bool:
    """Whether the user leads the initiative; None: whether any may be, as every person may."""
    return is_person(user) if initiative is None else initiative.lead_id == user.pk


@rules.predicate
def sponsors(user: Any, initiative: Any) -> bool:
    """Whether the user is the initiative's sponsor; None: whether any may be."""
    return is_person(user) if initiative is None else initiative.sponsor_id == user.pk


@rules.predicate
def owns_task(user: Any, task: Any) -> bool:
    """Whether a task, or an action against resistance, is the user's; None: whether any may be."""
    return is_person(user) if task is None else task.owner_id == user.pk


@rules.predicate
def runs_tasks_initiative(user: Any, task: Any) -> bool:
    """Whether the user may change the action plan that a task belongs to; None: whether any."""
    return bool(user.has_perm("initiatives.run_initiative", task.initiative if task is not None else None))


@rules.predicate
def runs_parts_initiative(user: Any, part: Any) -> bool:
    """Whether the user may run the initiative that something belongs to; None: whether any."""
    return bool(user.has_perm("initiatives.run_initiative", None if part is None else part.initiative))


@rules.predicate
def owns_benefit(user: Any, benefit: Any) -> bool:
    """Whether a benefit is the user's to look after; None: whether any may be."""
    return is_person(user) if benefit is None else benefit.owner_id == user.pk


@rules.predicate
def runs_benefits_initiative(user: Any, benefit: Any) -> bool:
    """Whether the user runs the initiative that a benefit belongs to; None: whether any."""
    initiative = None if benefit is None else benefit.initiative
    return bool(user.has_perm("initiatives.run_initiative", initiative))


@rules.predicate
def edits_initiative_of(user: Any, part: Any) -> bool:
    """Whether the user may change the initiative that a part belongs to; None: whether any."""
    initiative = part.initiative if part is not None else None
    return bool(user.has_perm("initiatives.edit_initiative", initiative))


@rules.predicate
def may_ask_for(user: Any, gate: Any) -> bool:
    """Whether the user may ask at gates of the initiative that a decision is about; None: whether of any."""
    initiative = gate.initiative if gate is not None else None
    return bool(user.has_perm("initiatives.ask_gate", initiative))


@rules.predicate
def heads_department(user: Any, department: Any) -> bool:
    """Whether the user heads the department or one above; None: whether any."""
    held = held_by(user)
    if department is None:
        return held.anywhere(Role.DEPARTMENT_HEAD)
    path = path_of(department)
    return path is not None and held.on(path, Role.DEPARTMENT_HEAD)


@rules.predicate
def heads_capacitys_department(user: Any, capacity: Any) -> bool:
    """Whether the user heads the department that a capacity is of, or one above; None: whether any."""
    return bool(heads_department(user, None if capacity is None else capacity.department))


@rules.predicate
def is_scorer(user: Any, round: Any) -> bool:
    """Whether the user is asked to score in a round; None: whether in any, as every person may be."""
    return is_person(user) if round is None else bool(round.scorers.filter(person=user.pk).exists())


@rules.predicate
def gave(user: Any, score: Any) -> bool:
    """Whether a score is the user's own; None: whether any may be."""
    return is_person(user) if score is None else score.scorer_id == user.pk


# Portfolio: what it is, whom it serves, who leads it.
rules.add_perm("initiatives.view_initiative", is_signed_in)
rules.add_perm("initiatives.propose_initiative", is_smo_staff | is_department_head)
rules.add_perm("initiatives.edit_initiative", is_smo_staff | heads)
# What it serves and who takes part.
rules.add_perm("initiatives.edit_part", edits_initiative_of)
rules.add_perm("initiatives.import_initiatives", is_smo_staff)
# The daily run of it: action plan, status, framework, benefits, readiness, spent money and forecasts.
rules.add_perm("initiatives.run_initiative", is_smo_staff | heads | runs)
rules.add_perm("initiatives.run_part", runs_parts_initiative)  # of what has an `initiative`
rules.add_perm("initiatives.do_task", owns_task | runs_tasks_initiative)
rules.add_perm("initiatives.do_readiness_action", owns_task | runs_parts_initiative)
rules.add_perm("initiatives.check_benefit", owns_benefit | runs_benefits_initiative)
# Gates: asked by who runs it, decided by executives, never by programs.
rules.add_perm("initiatives.ask_gate", is_smo_staff | heads | runs | sponsors)
rules.add_perm("initiatives.withdraw_gate", may_ask_for)
rules.add_perm("initiatives.decide_gate", is_executive & is_person)
rules.add_perm("initiatives.question_update", is_smo_staff | is_executive | is_department_head)
# What the organisation sets once: categories, methods, gate criteria, skills, sources, technologies.
rules.add_perm("initiatives.edit_framework", is_smo_staff)
rules.add_perm("initiatives.edit_capacity", is_smo_staff | heads_department)
rules.add_perm("initiatives.change_capacity", is_smo_staff | heads_capacitys_department)
# Choosing.
rules.add_perm("initiatives.edit_scoring", is_smo_staff)
rules.add_perm("initiatives.score", is_scorer & is_person)
rules.add_perm("initiatives.take_back_score", gave & is_person)
rules.add_perm(
    "initiatives.view_scoring", is_smo_staff | is_executive | is_administrator | is_department_head
)
rules.add_perm("initiatives.edit_scenarios", is_smo_staff)
rules.add_perm("initiatives.view_scenarios", is_smo_staff | is_executive | is_administrator)
rules.add_perm("initiatives.judge_overlaps", is_smo_staff)
