"""Everything under way, reported beside computed, what asks for attention first."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from initiatives.earned import Light
from initiatives.enums import UNDER_WAY
from initiatives.models import Initiative, UpdateQuestion
from initiatives.portfolio.filters import in_departments
from initiatives.queries import standing_initiatives
from initiatives.status.duties import Duty, all_duties
from initiatives.status.states import State, read_states

ALL, DISAGREE, OVERDUE, HELP, OPEN_QUESTION = "", "disagree", "overdue", "help", "question"


@dataclass(frozen=True)
class Line:
    """An initiative under way: its state, the late update (None: none is late), its open questions."""

    state: State
    late: Duty | None = None
    days_late: int = 0
    questions: int = 0

    @property
    def initiative(self) -> Initiative:
        """What it is about."""
        return self.state.initiative

    @property
    def help_needed(self) -> str:
        """What its people ask for in the latest update."""
        return self.state.reported.update.help_needed if self.state.reported else ""

    @property
    def urgency(self) -> tuple[int, int, str]:
        """Watermelons, help in red, red, rosy reports, help, late updates, amber; then the longest late."""
        told = self.state.reported.overall if self.state.reported else ""
        ranks = (
            self.state.is_watermelon,
            bool(self.help_needed) and told == Light.RED,
            told == Light.RED,
            bool(self.state.disagreements),
            bool(self.help_needed),
            self.late is not None,
            told == Light.AMBER,
        )
        rank = next((n for n, holds in enumerate(ranks) if holds), len(ranks))
        return rank, -self.days_late, self.initiative.code


FILTERS: dict[str, Callable[[Line], Any]] = {
    ALL: lambda line: True,
    DISAGREE: lambda line: line.state.disagreements,
    OVERDUE: lambda line: line.late,
    HELP: lambda line: line.help_needed,
    OPEN_QUESTION: lambda line: line.questions,
}


@dataclass(frozen=True)
class Portfolio:
    """The lines of everything under way, and how many each filter would leave."""

    lines: Sequence[Line]
    counts: dict[str, int] = field(default_factory=dict)

    def shown(self, chosen: str) -> list[Line]:
        """The lines that a filter leaves."""
        return [each for each in self.lines if FILTERS[chosen](each)]


def read_portfolio(user: Any, today: dt.date, department: str = "") -> Portfolio:
    """Everything under way that the user may know of; ten queries, however many initiatives.

    `department`: by its code only what it or one below it leads or takes part in.
    """
    going = standing_initiatives(user).filter(stage__in=UNDER_WAY)
    if department:
        going = in_departments(going, department, user)
    states = read_states(list(going.select_related("department", "lead")), today)
    late = {each.initiative.pk: each for each in all_duties(user, today, today) if each.is_late(today)}
    questions = open_questions([each.initiative.pk for each in states])
    lines = [_line(each, late.get(each.initiative.pk), questions, today) for each in states]
    lines.sort(key=lambda line: line.urgency)
    return Portfolio(lines, {name: sum(map(bool, map(test, lines))) for name, test in FILTERS.items()})


def _line(state: State, late: Duty | None, questions: dict[int, int], today: dt.date) -> Line:
    days = late.days_late(today) if late else 0
    return Line(state, late, days, questions.get(state.initiative.pk, 0))


def open_questions(initiatives: Sequence[int]) -> dict[int, int]:
    """How many questions wait for an answer, by the initiative's primary key; one query."""
    found: dict[int, int] = {}
    waiting = UpdateQuestion.objects.filter(update__initiative__in=initiatives, answered_at=None)
    for pk in waiting.values_list("update__initiative", flat=True):
        found[pk] = found.get(pk, 0) + 1
    return found
