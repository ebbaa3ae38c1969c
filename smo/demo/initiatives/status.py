"""The initiatives of the demonstration: what was reported of them, and what was asked about it."""

import datetime as dt
from typing import Any

from django.utils import timezone

from initiatives.actions.status import answer_question, ask_about_update, record_update
from initiatives.enums import Rag
from initiatives.models import Initiative, StatusUpdate
from initiatives.status.cadence import due_days
from initiatives.status.states import computed_states
from kpis.queries import calendar as fiscal_calendar
from smo.demo.initiatives import status_content as content
from smo.demo.initiatives.scene import Portfolio

_LIGHTS = {"G": Rag.GREEN, "A": Rag.AMBER, "R": Rag.RED}
_LONG = dt.timedelta(days=800)


def store(portfolio: Portfolio) -> None:
    """Add the updates and the questions about them."""
    updates = {code: _stored(portfolio, code, said) for code, said in content.UPDATES.items()}
    for code, ago, asks, text, answers, answer in content.QUESTIONS:
        question = ask_about_update(by=portfolio.people[asks], update=updates[code][-1 - ago], text=text)
        if answers:
            answer_question(by=portfolio.people[answers], question=question, answer=answer)


def _stored(portfolio: Portfolio, code: str, said: tuple[content.Said, ...]) -> list[StatusUpdate]:
    initiative = portfolio.initiatives[code]
    days = _days(initiative, portfolio.today, len(said), late=code in content.LATE)
    now = computed_states([initiative.pk], portfolio.today)[initiative.pk].snapshot()
    return [
        _record(initiative, each, day, now if day == days[-1] else {})
        for each, day in zip(said, days, strict=True)
    ]


def _days(initiative: Initiative, today: dt.date, count: int, late: bool) -> list[dt.date]:
    """The latest days on which updates were due; where one is late, those before."""
    over = due_days(initiative.cadence, today - _LONG, today, fiscal_calendar().first_month)
    return over[-count - 1 : -1] if late else over[-count:]


def _record(
    initiative: Initiative, said: content.Said, day: dt.date, computed: dict[str, object]
) -> StatusUpdate:
    schedule, cost, scope = (_LIGHTS[each] for each in said.lights)
    lights: dict[str, Any] = {"schedule": schedule, "cost": cost, "scope": scope}
    reasons = {f"{name}_reason": said.why for name, light in lights.items() if light != Rag.GREEN}
    before = dt.datetime.combine(day - dt.timedelta(days=1), dt.time(15, 20))
    return record_update(
        by=initiative.lead,
        initiative=initiative,
        due_on=day,
        submitted_at=timezone.make_aware(before),
        computed=computed,
        progress=said.progress,
        done=said.done,
        next=said.next,
        help_needed=said.help,
        **(lights | reasons),
    )
