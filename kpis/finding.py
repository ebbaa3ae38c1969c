"""What a KPI's course says, in one sentence: the title of its chart."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from kpis.engine.frequency import Frequency
from kpis.engine.periods import Calendar
from kpis.engine.scoring import State, Status
from kpis.reading import Dated
from kpis.wording import period_text, periods_word


def finding(course: Sequence[Dated], calendar: Calendar) -> str:
    """How long the KPI has stood where it stands: "Off target since May 2026"."""
    told = [each for each in course if each.cell.value is not None and not each.cell.to_date]
    if not told:
        return _("No values yet")
    status = told[-1].cell.status
    run = [each for each in told if each.cell.status == status]
    for i, each in enumerate(reversed(told)):
        if each.cell.status != status:
            run = told[len(told) - i :]
            break
    return _sentence(status, run, len(run) == len(told), calendar)


def _sentence(status: Status | State, run: Sequence[Dated], always: bool, calendar: Calendar) -> str:
    first = run[0].period
    words = {
        "since": period_text(first, calendar),
        "n": len(run),
        "periods": _periods(first.frequency, len(run)),
    }
    if always and len(run) > 1:
        whole = {
            Status.GREEN: _("On target all the time shown"),
            Status.AMBER: _("Near target all the time shown"),
            Status.RED: _("Off target all the time shown"),
        }
    elif len(run) == 1:
        whole = {
            Status.GREEN: _("On target in %(since)s"),
            Status.AMBER: _("Near target in %(since)s"),
            Status.RED: _("Off target in %(since)s"),
        }
    else:
        whole = {
            Status.GREEN: _("On target since %(since)s, for %(n)s %(periods)s"),
            Status.AMBER: _("Near target since %(since)s, for %(n)s %(periods)s"),
            Status.RED: _("Off target since %(since)s, for %(n)s %(periods)s"),
        }
    if isinstance(status, Status):
        return whole[status] % words
    if status == State.INSUFFICIENT_DATA:
        return _("Too few values are in to judge %(since)s") % words
    return _("No target to judge it by")


def _periods(frequency: Frequency, count: int) -> str:
    return periods_word(frequency) if count != 1 else ""
