"""On the pages of objectives, departments and plans: the initiatives that serve, are led, or count there."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from initiatives.enums import ENDED, Stage
from initiatives.gates.reading import with_people
from initiatives.models import Contribution, GateDecision, Initiative
from initiatives.portfolio.rows import PortfolioRow, in_order, read_rows
from initiatives.queries import standing_initiatives
from org.models import Department, Placement
from strategy.models import Objective, Plan
from strategy.removing import Use

MOST_GATES = 3


def serving(request: HttpRequest, objectives: Sequence[Objective]) -> dict[Any, SafeString]:
    """The initiatives that serve each objective, the strongest contribution first."""
    standing = standing_initiatives(request.user)
    contributions = Contribution.objects.filter(
        objective__in=objectives, initiative__in=standing.order_by().values("pk")
    ).order_by("-strength", "initiative__name")
    served = list(contributions)
    ids = {each.initiative_id for each in served}
    rows = {row.initiative.pk: row for row in read_rows(Initiative.objects.filter(pk__in=ids), request.user)}
    found: dict[int, list[tuple[Contribution, PortfolioRow]]] = defaultdict(list)
    for each in served:
        found[each.objective_id].append((each, rows[each.initiative_id]))
    return {
        each.pk: _drawn(
            request, "initiatives/slots/serving.html", {"objective": each, "served": found[each.pk]}
        )
        for each in objectives
    }


def of_department(request: HttpRequest, departments: Sequence[Department]) -> dict[Any, SafeString]:
    """The initiatives that each department, or one below it, leads."""
    placed = Placement.objects.current().filter(valid__contains=localdate())
    paths = dict(placed.values_list("department", "path"))
    rows = read_rows(standing_initiatives(request.user).filter(department__isnull=False), request.user)
    drawn = {}
    for each in departments:
        path = paths.get(each.pk)
        own = [
            row for row in rows if path and paths.get(row.initiative.department_id or 0, "").startswith(path)
        ]
        if own:
            shown = {"department": each, "rows": sorted(in_order(own, "name"), key=_pressing)}
            drawn[each.pk] = _drawn(request, "initiatives/slots/department.html", shown)
    return drawn


def _pressing(row: PortfolioRow) -> int:
    """What is under way first, then what is to come, then what has ended."""
    order = (Stage.ACTIVE, Stage.ON_HOLD, Stage.APPROVED, Stage.PROPOSED, Stage.IDEA, *ENDED)
    return order.index(Stage(row.initiative.stage))


def of_plan(request: HttpRequest, plans: Sequence[Plan]) -> dict[Any, SafeString]:
    """How many initiatives in each stage serve objectives of each plan."""
    found = standing_initiatives(request.user).order_by().filter(contributions__objective__plan__in=plans)
    stages = found.values_list("contributions__objective__plan", "pk", "stage").distinct()
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for plan, _initiative, stage in stages:
        counts[plan][stage] += 1
    return {
        each.pk: _drawn(
            request,
            "initiatives/slots/plan.html",
            {"plan": each, "stages": [(stage, stage.label, counts[each.pk][stage]) for stage in Stage
                                      if counts[each.pk][stage]]},
        )
        for each in plans
        if counts[each.pk]
    }  # fmt: skip


def gates(request: HttpRequest, initiatives: Sequence[Initiative]) -> dict[Any, SafeString]:
    """What was asked and decided last at the gates of each initiative."""
    rows: dict[int, list[GateDecision]] = defaultdict(list)
    for gate in with_people(GateDecision.objects.filter(initiative__in=initiatives)):
        rows[gate.initiative_id].append(gate)
    return {
        each.pk: _drawn(
            request, "initiatives/slots/gates.html", {"initiative": each, "gates": rows[each.pk][:MOST_GATES]}
        )
        for each in initiatives
        if rows[each.pk]
    }


def uses_of_objective(objective: Objective) -> Iterator[Use]:
    """The initiatives that serve an objective, restricted ones too: who edits plans may know of them."""
    for row in Contribution.objects.filter(objective=objective).select_related("initiative"):
        url = reverse("initiative", args=[row.initiative.code])
        yield Use(_("Initiative"), row.initiative.name, url)


def _drawn(request: HttpRequest, template: str, context: dict[str, Any]) -> SafeString:
    return render_to_string(template, context, request)
