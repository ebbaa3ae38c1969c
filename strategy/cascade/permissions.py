"""Who writes departmental and functional plans, and who takes them from one stage to the next.

The head proposes for the department, the office agrees, an executive approves: three people, never a program.
"""

from typing import Any

import rules

from org.enums import AccountKind, Role
from org.permissions import is_department_head, is_executive, is_smo_staff
from org.queries import path_of
from org.roles import held_by
from strategy.cascade.reach import is_headed
from strategy.enums.cascade import Step
from strategy.models import Contribution
from strategy.permissions import heads_plan

STEP_PERMISSION: dict[str, str] = {
    Step.PROPOSE: "strategy.propose_part",
    Step.AGREE: "strategy.agree_part",
    Step.RETURN: "strategy.return_part",
    Step.APPROVE: "strategy.approve_part",
    Step.ACTIVATE: "strategy.activate_part",
    Step.REOPEN: "strategy.reopen_part",
    Step.ARCHIVE: "strategy.archive_part",
}


@rules.predicate
def is_person(user: Any) -> bool:
    """Programs agree to nothing and approve nothing."""
    return bool(user.kind == AccountKind.PERSON)


@rules.predicate
def heads_it(user: Any, plan: Any) -> bool:
    """Whether the user heads the plan's department; None: whether any department."""
    return is_department_head(user) if plan is None else heads_plan(user, plan)


@rules.predicate
def has_no_head(user: Any, plan: Any) -> bool:
    """Whether nobody heads the plan's department nor one above it; None: whether there may be such a plan."""
    path = path_of(plan.department) if plan is not None and plan.department else None
    return path is None or not is_headed(path)


@rules.predicate
def spoke(user: Any, plan: Any) -> bool:
    """Whether the user proposed or agreed to the plan as it now is: nobody decides twice."""
    return plan is not None and plan.agreements.filter(stands=True, by=user.pk).exists()


@rules.predicate
def heads_department(user: Any, department: Any) -> bool:
    """Whether the user heads the department or one above it; None: whether any."""
    if department is None:
        return bool(is_department_head(user))
    path = path_of(department)
    return path is not None and held_by(user).on(path, Role.DEPARTMENT_HEAD)


@rules.predicate
def heads_plan_of(user: Any, part: Any) -> bool:
    """Whether a contribution, activity or passage is of a plan that the user's department writes."""
    if part is None:
        return bool(is_department_head(user))
    plan = part.objective.plan if isinstance(part, Contribution) else part.plan
    return bool(heads_plan(user, plan))


rules.add_perm("strategy.edit_plan_part", is_smo_staff | heads_plan_of)
rules.add_perm("strategy.begin_part", is_smo_staff | heads_department)
rules.add_perm("strategy.write_part", is_smo_staff | heads_it)
rules.add_perm("strategy.propose_part", is_person & (heads_it | (is_smo_staff & has_no_head)))
rules.add_perm("strategy.agree_part", is_person & is_smo_staff & ~spoke)
rules.add_perm("strategy.return_part", is_smo_staff | is_executive)
rules.add_perm("strategy.approve_part", is_person & is_executive & ~spoke)
rules.add_perm("strategy.activate_part", is_smo_staff)
rules.add_perm("strategy.reopen_part", is_smo_staff | heads_it)
rules.add_perm("strategy.archive_part", is_smo_staff)
