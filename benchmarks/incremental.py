"""One new value until its scores can be seen: stored, rolled up, and read up to the plan."""

import statistics
import time

from django.db.models import Min

from benchmarks.databases import as_of, run_alone
from benchmarks.organisation_plan import plan_of_everything
from benchmarks.results import Figure
from kpis.actions import Entry, record_measurements, roll_up_all, roll_up_dirty
from kpis.engine.frequency import Frequency, Period
from kpis.models import DirtyKPI, Measurement
from kpis.queries import calendar as fiscal_calendar
from org.models import Placement
from strategy.models import Plan
from strategy.scoring import read_scorecard

STEPS = ("store", "roll_up", "read")
CHANGES = 25


def measure(_runs: int) -> list[Figure]:
    """The median of many changes, each of another series in another month."""
    roll_up_all(as_of())
    DirtyKPI.objects.all().delete()
    plan = plan_of_everything()
    DirtyKPI.objects.all().delete()
    run_alone("VACUUM ANALYZE")
    seconds = one_after_the_other(plan, CHANGES)
    middle = {step: 1000 * statistics.median(each) for step, each in seconds.items()}
    work = [store + roll for store, roll, _ in zip(*seconds.values(), strict=True)]
    value = 1000 * statistics.median(work)
    raw = {"milliseconds": middle, "seconds": seconds, "read": "the scorecard of the plan, with its trends"}
    return [Figure("incremental_ms", value, 25, raw)]


def one_after_the_other(plan: Plan, changes: int) -> dict[str, list[float]]:
    """Seconds of each step for each change; the first changes warm up and do not count."""
    calendar, top = fiscal_calendar(), Placement.objects.get(parent=None).department
    last = calendar.containing(as_of(), Frequency.MONTH).ordinal
    first = Measurement.objects.aggregate(first=Min("period"))["first"]
    series = list(Measurement.objects.filter(period=last, known_to=None).order_by("pk")[: 3 * (changes + 2)])
    seconds: dict[str, list[float]] = {step: [] for step in STEPS}
    for number, row in enumerate(series[::3][: changes + 2]):
        period = max(first, last - number)
        entry = Entry(row.kpi_id, row.department_id, period, row.value + 1 + number)
        clock = [time.perf_counter()]
        record_measurements(by=None, rows=[entry])
        clock.append(time.perf_counter())
        roll_up_dirty(as_of())
        clock.append(time.perf_counter())
        read_scorecard(plan, top, Period(Frequency.MONTH, period), as_of())
        clock.append(time.perf_counter())
        if number >= 2:
            for step, begin, end in zip(STEPS, clock, clock[1:], strict=False):
                seconds[step].append(end - begin)
    return seconds
