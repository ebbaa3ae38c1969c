"""On the pages of objectives and departments: who contributes, and the department's part in the strategy."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from org.models import Department
from strategy.cascade.parts import ListedPart, listed_parts, visible_parts
from strategy.enums import PlanKind
from strategy.models import Contribution, Objective
from strategy.queries import current_plan
from strategy.validators import why_fixed


def contributions(request: Any, objectives: Sequence[Objective]) -> dict[Any, SafeString]:
    """What contributes to each objective, and what one of a department contributes to."""
    rows = Contribution.objects.filter(Q(above__in=objectives) | Q(objective__in=objectives))
    known = rows.filter(objective__plan__in=visible_parts(request.user))
    below: dict[int, list[Contribution]] = defaultdict(list)
    above: dict[int, list[Contribution]] = defaultdict(list)
    for row in known.select_related("objective__plan__department", "above__plan"):
        below[row.above_id].append(row)
        above[row.objective_id].append(row)
    drawn = {}
    for each in objectives:
        of_department = each.plan.kind != PlanKind.ORGANISATION
        if of_department or below[each.pk]:
            writes = of_department and not why_fixed(each.plan)
            context = {
                "objective": each,
                "of_department": of_department,
                "above": above[each.pk],
                "below": below[each.pk],
                "may_write": writes and request.user.has_perm("strategy.write_part", each.plan),
            }
            drawn[each.pk] = render_to_string("strategy/slots/contributions.html", context, request)
    return drawn


def part_of_department(request: Any, departments: Sequence[Department]) -> dict[Any, SafeString]:
    """Where each department's part in the strategy stands, and the plans that it writes."""
    plan = current_plan(request.user)
    if plan is None:
        return {}
    by_department: dict[int | None, list[ListedPart]] = defaultdict(list)
    for part in listed_parts(plan, request.user):
        by_department[part.plan.department_id].append(part)
    return {
        each.pk: render_to_string(
            "strategy/slots/department_part.html",
            {"department": each, "plan": plan, "written": by_department[each.pk]},
            request,
        )
        for each in departments
    }
