"""How the work grows with what is stored: 12 thousand to 12 million values."""

import statistics
from collections.abc import Callable

from benchmarks import incremental, memory
from benchmarks.databases import Size, as_of, filled, name_of, run_alone, switch_to
from benchmarks.organisation_plan import plan_of_everything
from benchmarks.results import Figure
from benchmarks.timing import Candidate, interleave
from kpis.actions import roll_up_all
from kpis.models import DirtyKPI
from strategy.models import Plan

SIZES: dict[str, Size] = {
    "12k": (2, 100, 60),
    "120k": (20, 100, 60),
    "1.2m": (200, 100, 60),
    "12m": (2000, 100, 60),
}
CHANGES = 15  # of each size in each round


def measure(runs: int, *, keep: bool) -> list[Figure]:
    """All sizes in turn, each in a database of its own."""
    with filled(*SIZES.values(), keep=keep):
        peak = memory.peak()[1]
        full = interleave(
            runs,
            *(Candidate(name, lambda: roll_up_all(as_of()), _emptied(size)) for name, size in SIZES.items()),
        )
        change = _changes(runs)
    milliseconds = {name: 1000 * statistics.median(each) for name, each in change.items()}
    ratios = [large / small for large, small in zip(change["12m"], change["120k"], strict=True)]
    raw = {"seconds": full.seconds, "median_seconds": {name: full.median(name) for name in SIZES}}
    growth = {"seconds": change, "median_milliseconds": milliseconds}
    return [
        Figure("rollup_12m_vs_1_2m", full.ratio("12m", "1.2m"), 11, raw),
        Figure("rollup_12m_peak_mb", peak, 500, {"size": SIZES["12m"]}),
        Figure("incremental_growth", statistics.median(ratios), 1.2, growth),
    ]


def _emptied(size: Size) -> Callable[[], None]:
    def before() -> None:
        switch_to(name_of(size))
        run_alone("TRUNCATE kpis_cellyear")
        run_alone("CHECKPOINT")

    return before


def _changes(runs: int) -> dict[str, list[float]]:
    """Seconds of one new value, stored and rolled up, by size: the median of a few changes in each round."""
    plans = {name: _ready(size) for name, size in SIZES.items()}
    found: dict[str, list[float]] = {name: [] for name in SIZES}
    for number in range(runs):
        for name, size in SIZES.items():
            switch_to(name_of(size))
            seconds = incremental.one_after_the_other(plans[name], CHANGES, begin=number * CHANGES)
            work = [sum(each) for each in zip(seconds["store"], seconds["roll_up"], strict=True)]
            found[name].append(statistics.median(work))
    return found


def _ready(size: Size) -> Plan:
    switch_to(name_of(size))
    plan = plan_of_everything()
    DirtyKPI.objects.all().delete()
    run_alone("VACUUM ANALYZE")
    return plan
