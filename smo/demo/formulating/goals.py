"""The demonstration's SMART goals, commentary, teams and the action plan."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django.utils import timezone

from kpis.queries import calendar as fiscal_calendar
from smo.demo.formulating import goals_content as content
from smo.demo.formulating.scene import Scene
from smo.demo.history import months_before
from strategy.actions.goals import add_goal, add_step, set_goal_state
from strategy.actions.participation import Part, Support, set_supporting, set_team, write_commentary
from strategy.goals.commentary import usual_period
from strategy.models import Commentary, Objective

_AFTER = dt.timedelta(days=16)  # after a period its owner says what happened


def store(scene: Scene) -> None:
    """Add it to the demonstration; goals were agreed with the plan, so the system itself adds them."""
    objectives = {each.code: each for each in scene.plan.objectives.select_related("plan")}
    for spec in content.GOALS:
        _store_goal(scene, objectives[spec.objective], spec)
    _store_people(scene, objectives)
    latest, calendar = usual_period(scene.today), fiscal_calendar()
    for said in content.COMMENTARIES:
        period = calendar.shift(latest, -said.ago)
        written = write_commentary(
            by=scene.people[said.who],
            objective=objectives[said.objective],
            period=period,
            text=said.text,
            assessment=said.assessment,
        )
        _written_on(written, calendar.end(period) + _AFTER, scene.today)


def _written_on(commentary: Commentary, day: dt.date, today: dt.date) -> None:
    """Commentaries are written in the weeks after their period, not on the day of the demonstration."""
    at = timezone.make_aware(dt.datetime.combine(min(day, today - dt.timedelta(days=1)), dt.time(15)))
    Commentary.objects.filter(pk=commentary.pk).update(written_at=at)


def _store_goal(scene: Scene, objective: Objective, spec: content.GoalSpec) -> None:
    goal = add_goal(
        by=None,
        objective=objective,
        statement=spec.statement,
        kpi=scene.kpis[spec.kpi] if spec.kpi else None,
        department=scene.departments[spec.department] if spec.department else None,
        baseline=spec.baseline,
        baseline_on=_month_end(scene.today, spec.start) if spec.baseline is not None else None,
        target=spec.target,
        due_on=None if spec.due is None else _month_end(scene.today, spec.due),
        owner=scene.people[spec.owner] if spec.owner else None,
        resources=spec.resources,
        budget=None if spec.budget is None else Decimal(spec.budget),
        relevance=spec.relevance,
    )
    for step in spec.steps:
        add_step(
            by=goal.owner,
            goal=goal,
            name=step.name,
            who=scene.people[step.who],
            due_on=_month_end(scene.today, step.due),
            state=step.state,
        )
    if spec.state != goal.state:
        set_goal_state(by=goal.owner, goal=goal, state=spec.state, note=spec.note)


def _store_people(scene: Scene, objectives: dict[str, Objective]) -> None:
    """Supporting departments and theme teams, objective by objective."""
    staff: Any = scene.people["smo"]
    for code, objective in objectives.items():
        support = [
            Support(scene.departments[each[1]], each[2]) for each in content.SUPPORTING if each[0] == code
        ]
        team = [Part(scene.people[each[1]], each[2]) for each in content.TEAMS if each[0] == code]
        if support:
            set_supporting(by=staff, objective=objective, wanted=support)
        if team:
            set_team(by=staff, objective=objective, wanted=team)


def _month_end(today: dt.date, months: int) -> dt.date:
    """The last day of the month so many months from today's."""
    return months_before(today, -months - 1) - dt.timedelta(days=1)
