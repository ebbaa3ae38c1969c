"""States, updates and duties as pages show them; nothing is read here."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from initiatives.earned import Computed
from initiatives.enums import Rag
from initiatives.models import StatusUpdate, UpdateQuestion
from initiatives.status.checking import JUDGED
from initiatives.status.duties import Duty
from initiatives.status.evidence import Amount, evidence
from initiatives.status.lights import WHAT, computed_label, light_label, light_mark
from initiatives.status.reported import Reported
from initiatives.status.states import LOOKED_AT, Disagreement, disagreements

MOST_COLUMNS = 13


@dataclass(frozen=True)
class Light:
    """One light with its name and what is behind it."""

    what: str
    name: str
    label: SafeString
    lines: tuple[str, ...] = ()


def computed_lights(computed: Computed, amount: Amount) -> list[Light]:
    """Schedule and cost as plan and money say, with their evidence."""
    return [
        Light(
            what,
            str(WHAT[what]),
            computed_label(getattr(computed, what), getattr(computed, f"{what}_unknown")),
            tuple(evidence(what, computed, amount)),
        )
        for what in LOOKED_AT
    ]


def reported_lights(update: StatusUpdate) -> list[Light]:
    """Schedule, cost and scope as reported, with their reasons."""
    return [
        Light(what, str(WHAT[what]), light_label(getattr(update, what)), _lines(update, what))
        for what in JUDGED
    ]


def _lines(update: StatusUpdate, what: str) -> tuple[str, ...]:
    reason = getattr(update, f"{what}_reason")
    return (reason,) if reason else ()


def disagreement_text(each: Disagreement) -> str:
    """ "Schedule is reported green; plan and money say red." """
    words = {"what": WHAT[each.what], "told": _light(each.reported), "said": _light(each.computed)}
    return _("%(what)s: reported %(told)s, the figures say %(said)s.") % words


def _light(light: str) -> str:
    return {"green": _("green"), "amber": _("amber"), "red": _("red")}[light]


@dataclass(frozen=True)
class UpdateShown:
    """An update of the history with what was computed when it was handed in."""

    update: StatusUpdate
    questions: Sequence[UpdateQuestion]
    amount: Amount

    @cached_property
    def lights(self) -> list[Light]:
        """As reported."""
        return reported_lights(self.update)

    @cached_property
    def computed(self) -> Computed | None:
        """As computed then; None where nothing was kept."""
        return Computed.of_snapshot(self.update.computed)

    @cached_property
    def computed_lights(self) -> list[Light]:
        """As computed then, with the evidence of then."""
        return computed_lights(self.computed, self.amount) if self.computed else []

    @cached_property
    def disagreements(self) -> list[str]:
        """Where the report was rosier than the figures of then."""
        return [disagreement_text(each) for each in disagreements(Reported(self.update), self.computed)]


def strip(updates: Sequence[StatusUpdate]) -> dict[str, Any]:
    """The lights over time: `days` of the columns (the oldest first) and `rows` (name, marks)."""
    shown = list(reversed(updates[:MOST_COLUMNS]))
    rows = [(WHAT[what], [light_mark(getattr(each, what)) for each in shown]) for what in JUDGED]
    return {"updates": shown, "rows": rows, "key": [light_label(light) for light in Rag.values]}


@dataclass(frozen=True)
class DutyRow:
    """An update that is due, with how late it is."""

    duty: Duty
    days_late: int

    @property
    def late_text(self) -> str:
        """ "12 days late", empty where it is not."""
        days = self.days_late
        return ngettext("%(days)s day late", "%(days)s days late", days) % {"days": days} if days else ""


def duty_rows(duties: Iterable[Duty], today: dt.date) -> list[DutyRow]:
    """Duties with how late they are."""
    return [DutyRow(each, each.days_late(today)) for each in duties]
