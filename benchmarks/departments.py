"""The plan's score at every department at once: the page of all departments, without its drawing."""

from benchmarks.databases import as_of
from benchmarks.organisation_plan import plan_of_everything
from benchmarks.results import Figure
from benchmarks.timing import Candidate, interleave
from kpis.actions import roll_up_all
from kpis.engine.frequency import Frequency
from kpis.queries import calendar as fiscal_calendar
from org.queries import department_tree
from strategy.scoring.by_department import score_departments


def measure(runs: int) -> list[Figure]:
    """Seconds; what each department shows is one line."""
    plan, tree = plan_of_everything(), department_tree()
    roll_up_all(as_of())
    calendar = fiscal_calendar()
    period = calendar.containing(as_of(), Frequency.MONTH)
    times = interleave(
        runs, Candidate("read", lambda: score_departments(plan, tree, period, calendar, as_of()))
    )
    raw = {"seconds": times.seconds, "departments": len(tree)}
    return [Figure("department_scores_seconds", times.median("read"), 1, raw)]
