"""On an objective's page: its goals, who helps with it, what its owner says."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from kpis.queries import calendar as fiscal_calendar
from kpis.wording import period_text
from strategy.goals.commentary import beside_scores, usual_period
from strategy.goals.queries import goals_in_use
from strategy.goals.reading import GoalReading, read_goals, with_relations
from strategy.models import Commentary, Objective, SupportingDepartment, TeamMember
from strategy.views.editing import is_open, may_edit_agreed

MOST_COMMENTARIES = 12


def goals(request: HttpRequest, objectives: Sequence[Objective]) -> dict[Any, SafeString]:
    """The goals of each objective with their letters and pace."""
    found: dict[int, list[GoalReading]] = defaultdict(list)
    for reading in read_goals(
        list(with_relations(goals_in_use(request.user).filter(objective__in=objectives)))
    ):
        found[reading.goal.objective_id].append(reading)
    return {
        each.pk: render_to_string(
            "strategy/goals/objective_goals.html",
            {"objective": each, "readings": found[each.pk], "may_add": may_edit_agreed(request.user, each)},
            request,
        )
        for each in objectives
    }


def people(request: HttpRequest, objectives: Sequence[Objective]) -> dict[Any, SafeString]:
    """The departments and people that help with each objective; two queries."""
    supporting: dict[int, list[SupportingDepartment]] = defaultdict(list)
    team: dict[int, list[TeamMember]] = defaultdict(list)
    for row in SupportingDepartment.objects.filter(objective__in=objectives).select_related("department"):
        supporting[row.objective_id].append(row)
    for member in TeamMember.objects.filter(objective__in=objectives).select_related("person"):
        team[member.objective_id].append(member)
    return {
        each.pk: render_to_string(
            "strategy/goals/objective_people.html",
            {
                "objective": each,
                "supporting": supporting[each.pk],
                "team": team[each.pk],
                "may_tend": _may_tend(request.user, each),
            },
            request,
        )
        for each in objectives
    }


def commentary(request: HttpRequest, objectives: Sequence[Objective]) -> dict[Any, SafeString]:
    """What owners said, period by period, beside the scores; the latest in sight, the others folded.

    Of an objective in a branch it is what they said of the plan's own, where it is written, too.
    """
    homes = {each.pk: each.origin_id if each.plan.revises_id else each.pk for each in objectives}
    wanted = [pk for pk in homes.values() if pk is not None]
    rows = Commentary.objects.filter(objective__in=wanted).select_related("objective__plan", "author")
    found: dict[int, list[Commentary]] = defaultdict(list)
    for row in rows:
        found[row.objective_id].append(row)
    calendar, asked = fiscal_calendar(), usual_period(timezone.localdate())
    drawn = {}
    for each in objectives:
        home = homes[each.pk]
        said = beside_scores(found[home][:MOST_COMMENTARIES] if home else [])
        context = {
            "objective": each,
            "home": home if each.plan.revises_id else None,
            "latest": said[0] if said else None,
            "earlier": said[1:],
            "asked": (period_text(asked, calendar), calendar.format(asked)),
            "may_tend": not each.plan.revises_id and _may_tend(request.user, each),
        }
        drawn[each.pk] = render_to_string("strategy/goals/objective_commentary.html", context, request)
    return drawn


def _may_tend(user: Any, objective: Objective) -> bool:
    """Whether the page offers to keep up an objective's team and commentary."""
    return is_open(objective.plan) and bool(user.has_perm("strategy.tend_objective", objective))
