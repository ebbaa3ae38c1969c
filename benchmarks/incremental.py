"""One new value until its scores can be seen: stored, rolled up with its formula, read up to the plan."""

import statistics
import time

from django.db.models import Min

from benchmarks.databases import as_of, run_alone
from benchmarks.organisation_plan import plan_of_everything
from benchmarks.results import Figure
from kpis.actions import Entry, create_kpi, record_measurements, roll_up_all, roll_up_dirty
from kpis.engine.frequency import Frequency, Period
from kpis.models import KPI, DirtyKPI, Measurement
from kpis.queries import calendar as fiscal_calendar
from org.queries import department_tree
from strategy.actions import link_kpi
from strategy.models import Objective, Plan
from strategy.scoring.by_department import score_departments

STEPS = ("store", "roll_up", "read")
CHANGES = 25


def measure(_runs: int) -> list[Figure]:
    """The median of many changes, each of another series in another month."""
    plan = plan_of_everything()
    _add_formula(plan)
    roll_up_all(as_of())
    DirtyKPI.objects.all().delete()
    run_alone("VACUUM ANALYZE")
    seconds = one_after_the_other(plan, CHANGES)
    middle = {step: 1000 * statistics.median(each) for step, each in seconds.items()}
    work = [sum(each) for each in zip(*seconds.values(), strict=True)]
    said = "the plan's score at the top department, up from its KPIs, in the period and the one before"
    raw = {"milliseconds": middle, "seconds": seconds, "read": said, "formulas_above": 1}
    return [Figure("incremental_ms", 1000 * statistics.median(work), 25, raw)]


def _add_formula(plan: Plan) -> None:
    """A ratio of the KPI whose values change, under an objective of the plan; made once."""
    code = "bench-ratio"
    if not KPI.objects.filter(code=code).exists():
        changed, other = KPI.objects.order_by("pk").values_list("code", flat=True)[:2]
        lines = {"direction": "up", "target": 90.0, "red_line": 80.0}
        kpi = create_kpi(by=None, code=code, name="Ratio", formula=f"100 * [{changed}] / [{other}]", **lines)
        objective = Objective.objects.filter(plan=plan).order_by("pk")[0]
        link_kpi(by=None, objective=objective, kpi=kpi)


def one_after_the_other(plan: Plan, changes: int, begin: int = 0) -> dict[str, list[float]]:
    """Seconds of each step for each change from number `begin`; the first two warm up and do not count."""
    calendar, tree = fiscal_calendar(), department_tree()
    top = [node for node in tree if node.parent_id is None]
    last = calendar.containing(as_of(), Frequency.MONTH).ordinal
    kpi_id, first = (
        KPI.objects.order_by("pk")[0].pk,
        Measurement.objects.aggregate(first=Min("period"))["first"],
    )
    series = list(Measurement.objects.filter(kpi=kpi_id, period=last, known_to=None).order_by("pk"))
    seconds: dict[str, list[float]] = {step: [] for step in STEPS}
    for number in range(begin, begin + changes + 2):
        row = series[3 * number % len(series)]
        period = max(first, last - number)
        entry = Entry(row.kpi_id, row.department_id, period, row.value + 1 + number)
        clock = [time.perf_counter()]
        record_measurements(by=None, rows=[entry])
        clock.append(time.perf_counter())
        roll_up_dirty(as_of())
        clock.append(time.perf_counter())
        score_departments(plan, top, Period(Frequency.MONTH, period), calendar, as_of())
        clock.append(time.perf_counter())
        if number >= begin + 2:
            for step, started, ended in zip(STEPS, clock, clock[1:], strict=False):
                seconds[step].append(ended - started)
    return seconds
