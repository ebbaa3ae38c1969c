"""How the work grows with what is stored: 12 thousand to 12 million values."""

import statistics

from benchmarks import incremental, memory
from benchmarks.databases import as_of, filled, run_alone
from benchmarks.organisation_plan import plan_of_everything
from benchmarks.results import Figure
from benchmarks.timing import Candidate, interleave
from kpis.actions import roll_up_all
from kpis.models import DirtyKPI

SIZES = (2, 20, 200, 2000)  # KPIs; × 100 departments × 60 months


def measure(runs: int, *, keep: bool) -> list[Figure]:
    """One size after the other, since two databases cannot be worked in at once."""
    full: dict[int, list[float]] = {}
    change: dict[int, float] = {}
    peak = 0.0
    for kpis in SIZES:
        with filled(kpis, 100, 60, keep=keep):
            peak = memory.peak()[1]
            times = interleave(
                runs,
                Candidate(
                    "rollup", lambda: roll_up_all(as_of()), lambda: run_alone("TRUNCATE kpis_cellyear")
                ),
            )
            full[kpis] = times.seconds["rollup"]
            change[kpis] = _one_change()
    seconds = {kpis: statistics.median(each) for kpis, each in full.items()}
    raw = {"seconds": {str(6000 * kpis): each for kpis, each in full.items()}}
    growth = {"milliseconds": {str(6000 * kpis): each for kpis, each in change.items()}}
    return [
        Figure("rollup_12m_vs_1_2m", seconds[2000] / seconds[200], 11, raw),
        Figure("rollup_12m_peak_mb", peak, 500, {}),
        Figure("incremental_growth", change[2000] / change[20], 1.2, growth),
    ]


def _one_change() -> float:
    """Milliseconds of one new value, stored and rolled up."""
    plan = plan_of_everything()
    DirtyKPI.objects.all().delete()
    run_alone("VACUUM ANALYZE")
    seconds = incremental.one_after_the_other(plan, incremental.CHANGES)
    return 1000 * statistics.median(a + b for a, b in zip(seconds["store"], seconds["roll_up"], strict=True))
