"""What is marked on a KPI's chart: corrections and the notes of those who reported, numbered by time."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.ui.numbers import number_text
from kpis.corrections import Revision
from kpis.engine.frequency import Period
from kpis.reading import KpiReading, native_range
from kpis.wording import period_text

MOST = 4


@dataclass(frozen=True)
class ChartNote:
    """A numbered mark: the place of its point in the course, what happened, who said so and when."""

    number: int
    place: int
    title: str
    detail: str


def chart_notes(reading: KpiReading, revisions: Sequence[Revision], decimals: int) -> list[ChartNote]:
    """The notes of the latest few periods of the course that have one, oldest period first."""
    by_place: dict[int, Revision] = {}
    for revision in revisions:  # the latest comes first and stands for its point
        place = _place(reading, revision)
        if place is not None and (revision.is_correction or revision.note):
            by_place.setdefault(place, revision)
    places = sorted(by_place)[-MOST:]
    return [
        ChartNote(number, place, _title(reading, by_place[place], decimals), _detail(by_place[place]))
        for number, place in enumerate(places, 1)
    ]


def _place(reading: KpiReading, revision: Revision) -> int | None:
    native = reading.known.rules.frequency
    for place, point in enumerate(reading.course.points):
        first, last = native_range(reading.calendar, native, point.period)
        if first <= revision.period <= last:
            return place
    return None


def _title(reading: KpiReading, revision: Revision, decimals: int) -> str:
    if revision.before is None:
        return revision.note
    period = period_text(Period(reading.known.rules.frequency, revision.period), reading.calendar)
    words = {
        "period": period,
        "before": number_text(revision.before, decimals),
        "value": number_text(revision.value, decimals),
        "department": revision.department,
    }
    if revision.department_id == reading.department.id:
        return _("%(period)s restated from %(before)s to %(value)s") % words
    return _("%(period)s restated from %(before)s to %(value)s at %(department)s") % words


def _detail(revision: Revision) -> str:
    day = date_format(timezone.localtime(revision.at), "j F Y")
    why = revision.reason or (revision.note if revision.is_correction else "")
    return ", ".join(part for part in (why, revision.by, day) if part)
