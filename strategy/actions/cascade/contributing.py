"""Departments' objectives: made to support one above, or adopted as it is; never in a circle."""

from collections import defaultdict
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault, Refused
from kpis.models import KPI
from org.actions import FAR_PAST
from org.models import User
from strategy.actions.links import link_kpi
from strategy.actions.objectives import add_objective
from strategy.cascade.reach import head_of, measured_within
from strategy.enums import PlanKind, SupportKind
from strategy.events import structure_changed
from strategy.models import Contribution, Objective, Plan
from strategy.queries import next_code, objective_placed
from strategy.validators import check_editable


@action
def contribute(
    *,
    by: User | None,
    objective: Objective,
    above: Objective,
    kind: str = SupportKind.SUPPORTS,
    note: str = "",
) -> Contribution:
    """Say that a department's objective supports one above, or adopts it; said again it changes the words.

    `above` belongs to the organisation's plan or to another plan within it. Raises Refused where it does not,
    or where the objectives would support one another in a circle, which is named.
    """
    check_editable(objective.plan, by)
    _check_above(objective.plan, above)
    circle = _way(above, objective)
    if circle:
        names = " → ".join(f"{each.plan.code}:{each.code}" for each in [objective, *circle])
        raise Refused(
            [
                Fault(
                    _("They would support one another in a circle: %(names)s.") % {"names": names},
                    field="above",
                )
            ]
        )
    row, _created = Contribution.objects.update_or_create(
        objective=objective, above=above, defaults={"kind": kind, "note": note.strip()}
    )
    return row


@action
def change_contribution(*, by: User | None, contribution: Contribution, **fields: Any) -> Contribution:
    """Change how an objective helps the one above (`kind`, `note`); raises Conflict."""
    check_editable(contribution.objective.plan, by)
    contribution.kind = fields.pop("kind", contribution.kind)
    contribution.note = fields.pop("note", contribution.note).strip()
    if fields:
        raise TypeError(f"a contribution has no {', '.join(fields)}")
    contribution.save()
    return contribution


@action
def withdraw_contribution(*, by: User | None, contribution: Contribution) -> None:
    """Say no longer that an objective supports the one above; raises Conflict."""
    check_editable(contribution.objective.plan, by)
    contribution.delete()


@action
def adopt_objective(*, by: User | None, plan: Plan, above: Objective) -> Objective:
    """Make an objective of the strategy the department's own, as it is.

    Its words, dates, perspective and weight, and those of its KPIs that the department or one below it
    reports. Raises Refused where the department has it already, Conflict.
    """
    check_editable(plan, by)
    _check_above(plan, above)
    taken = Contribution.objects.filter(objective__plan=plan, above=above, kind=SupportKind.ADOPTS)
    if taken.filter(objective__archived_on__isnull=True).exists():
        raise Refused(_("“%(objective)s” is adopted already.") % {"objective": above.name})
    placed = objective_placed(above)
    code = placed.perspective.code if placed.perspective else ""
    objective = add_objective(
        by=by,
        plan=plan,
        code=_free_code(plan, above.code),
        name=above.name,
        description=above.description,
        perspective=plan.perspectives.filter(code=code).first(),
        weight=placed.weight,
        owner=head_of(plan.department),
        lead=plan.department,
        starts_on=above.starts_on,
        ends_on=above.ends_on,
    )
    weights = {link.kpi_id: link.weight for link in placed.kpi_links}
    for kpi in _measured_here(plan, above):
        link_kpi(by=by, objective=objective, kpi=kpi, weight=weights[kpi.pk], since=FAR_PAST)
    contribute(by=by, objective=objective, above=above, kind=SupportKind.ADOPTS)
    structure_changed(plan)
    return objective


def _measured_here(plan: Plan, above: Objective) -> QuerySet[KPI]:
    """The KPIs of an objective that the plan's department, or one below it, reports."""
    links = above.kpi_links.current().valid_on(timezone.localdate())
    linked = KPI.objects.filter(pk__in=links.values("kpi"))
    return measured_within(linked, plan.department)


def _free_code(plan: Plan, wanted: str) -> str:
    """The code above where the plan has it not yet; else what follows the last one of the plan."""
    codes = list(plan.objectives.values_list("code", flat=True))
    if wanted.lower() not in {code.lower() for code in codes}:
        return wanted
    return next_code(codes) or f"{wanted}-{len(codes) + 1}"


def _check_above(plan: Plan, above: Objective) -> None:
    """An objective above is one of the organisation's plan, or of another plan within it."""
    within = above.plan_id == plan.part_of_id or (
        above.plan.part_of_id == plan.part_of_id and above.plan_id != plan.pk
    )
    if plan.kind == PlanKind.ORGANISATION or not within:
        reason = _("An objective of a department supports one of the strategy, or of another plan within it.")
        raise Refused([Fault(reason, field="above", code="elsewhere")])


def _way(start: Objective, end: Objective) -> list[Objective]:
    """Objectives on a way of contributions up from `start` to `end`, both included; empty where none is."""
    if start.pk == end.pk:
        return [end]
    above = defaultdict(list)
    for row in Contribution.objects.filter(objective__plan__part_of=end.plan.part_of_id).select_related(
        "above__plan"
    ):
        above[row.objective_id].append(row.above)
    ways, seen = [[start]], {start.pk}
    while ways:
        way = ways.pop()
        for each in above[way[-1].pk]:
            if each.pk == end.pk:
                return [*way, each]
            if each.pk not in seen:
                seen.add(each.pk)
                ways.append([*way, each])
    return []
