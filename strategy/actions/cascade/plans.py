"""Departmental and functional plans: begun within the organisation's plan, removed while nobody agreed."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from org.actions import FAR_PAST
from org.models import Department, User
from strategy.actions.plans import free_code
from strategy.actions.structure import add_perspective
from strategy.enums import PlanFunction, PlanKind, PlanState
from strategy.events import structure_changed
from strategy.models import Plan
from strategy.queries import plan_structure
from strategy.removing import in_use_text, used_above
from strategy.validators import check_code, check_name, refuse


@action
def begin_part(
    *,
    by: User | None,
    part_of: Plan,
    department: Department,
    function: str = "",
    name: str = "",
    code: str = "",
) -> Plan:
    """Begin the plan of a department, or of a function that it answers for, within the organisation's.

    It has the perspectives and the years of the organisation's plan; name and code are made where they are
    left out. Raises Refused, and Conflict where the organisation's plan is history.
    """
    if part_of.state == PlanState.ARCHIVED:
        raise Conflict(_("“%(plan)s” is archived; nothing can be begun in it.") % {"plan": part_of.name})
    name = name.strip() or _default_name(department, function)
    code = code or free_code(f"{part_of.code} {department.code} {function}")
    refuse(
        _check_above(part_of),
        _check_function(function),
        check_name(name, 300),
        check_code(code, Plan.objects.all()),
        _check_only(part_of, department, function),
    )
    plan = Plan.objects.create(
        code=code,
        name=name,
        kind=PlanKind.FUNCTION if function else PlanKind.DEPARTMENT,
        function=function,
        department=department,
        part_of=part_of,
        starts_on=part_of.starts_on,
        ends_on=part_of.ends_on,
        min_coverage=part_of.min_coverage,
    )
    _copy_perspectives(part_of, plan, by)
    structure_changed(plan)
    return plan


@action
def remove_part(*, by: User | None, plan: Plan) -> None:
    """Take a plan away that nobody agreed to yet; raises Conflict where it has its history or is in use."""
    if plan.kind == PlanKind.ORGANISATION or plan.state != PlanState.DRAFT or plan.agreements.exists():
        raise Conflict(
            _("“%(plan)s” has been proposed before; archive it instead of removing it.") % {"plan": plan.name}
        )
    for objective in plan.objectives.all():
        uses = used_above(objective)
        if uses:
            raise Conflict(in_use_text(objective, uses))
    plan.delete()


def _default_name(department: Department, function: str) -> str:
    if function:
        return _("Plan for %(function)s") % {"function": PlanFunction(function).label.lower()}
    return _("Plan of %(department)s") % {"department": department.name}


def _copy_perspectives(above: Plan, plan: Plan, by: User | None) -> None:
    """The perspectives with the weights that they have today."""
    structure = plan_structure(above)
    for each in structure.perspectives:
        if each.archived_on is None:
            weight = structure.weights.get(each.pk, 1.0)
            add_perspective(
                by=by,
                plan=plan,
                code=each.code,
                name=each.name,
                question=each.question,
                weight=weight,
                since=FAR_PAST,
            )


def _check_above(part_of: Plan) -> Iterable[Fault]:
    if part_of.kind != PlanKind.ORGANISATION or part_of.revises_id is not None:
        yield Fault(_("It is a part of the organisation's plan only."), field="part_of")


def _check_function(function: str) -> Iterable[Fault]:
    if function and function not in PlanFunction.values:
        yield Fault(_("There is no such function."), field="function")


def _check_only(part_of: Plan, department: Department, function: str) -> Iterable[Fault]:
    """A department has one plan within a strategy, and a function one as well."""
    others = Plan.objects.filter(part_of=part_of, revises__isnull=True, function=function)
    if not function:
        others = others.filter(department=department)
    other = others.exclude(state=PlanState.ARCHIVED).first()
    if other is not None:
        yield Fault(
            _("There is one already: “%(plan)s”.") % {"plan": other.name},
            field="function" if function else "department",
            code="unique",
        )
