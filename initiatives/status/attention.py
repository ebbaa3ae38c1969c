"""What of the portfolio asks for attention, in a sentence each: the executive home's short list."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from initiatives.earned import Light
from initiatives.models import Initiative
from initiatives.status.lights import light_mark
from initiatives.status.portfolio import Line, read_portfolio
from initiatives.status.presenting import DutyRow, disagreement_text
from initiatives.status.states import State


@dataclass(frozen=True)
class Attention:
    """An initiative with the reason to look at it; `light`: as reported, "" where nothing is."""

    initiative: Initiative
    state: State
    reason: str
    light: str

    @property
    def is_rosy(self) -> bool:
        """Whether it is named because its report is rosier than the figures."""
        return self.reason in map(disagreement_text, self.state.disagreements)

    @property
    def mark(self) -> SafeString:
        """What is reported, as a shape with its word."""
        return light_mark(self.light)


def attention(user: Any, today: dt.date, limit: int = 8) -> list[Attention]:
    """The initiatives that ask for attention, the most urgent first; see `Line.urgency`."""
    found = []
    for line in read_portfolio(user, today).lines:
        if reason := why(line):
            reported = line.state.reported
            found.append(Attention(line.initiative, line.state, reason, reported.overall if reported else ""))
    return found[:limit]


def why(line: Line) -> str:
    """The reason to look at an initiative; empty: there is none."""
    rosy = line.state.disagreements
    if rosy and line.state.is_watermelon:
        return disagreement_text(rosy[0])
    if line.help_needed:
        return _("Help needed: %(help)s") % {"help": line.help_needed.splitlines()[0]}
    if line.state.reported and line.state.reported.overall == Light.RED:
        return _("Reported red.")
    if rosy:
        return disagreement_text(rosy[0])
    if line.late is not None:
        return _("The update is %(late)s.") % {"late": DutyRow(line.late, line.days_late).late_text}
    return ""
