"""All benchmarks, by the database they need."""

from collections.abc import Callable, Iterator, Sequence

from benchmarks import (
    bulk_put,
    departments,
    exposure,
    frozen,
    full_rollup,
    growth,
    incremental,
    memory,
    optimiser,
    portfolio,
    scorecard,
    two_workers,
)
from benchmarks.databases import Size, filled
from benchmarks.results import Figure

Benchmark = Callable[[int], list[Figure]]

USUAL: Size = (200, 100, 60)
WIDE: Size = (400, 20, 36)
FEW: Size = (80, 100, 12)
GROUPS: dict[Size, dict[str, Benchmark]] = {
    USUAL: {
        "copy": full_rollup.against_copy,
        "sql": full_rollup.against_sql,
        "workers": two_workers.measure,
        "memory": memory.measure,
        "bulk_put": bulk_put.measure,
        "departments": departments.measure,
        "incremental": incremental.measure,  # last: it adds a formula that the others do not have
    },
    WIDE: {"scorecard": scorecard.measure, "frozen": frozen.measure},
    FEW: {"portfolio": portfolio.measure},
}


def run(runs: int, only: Sequence[str] | None, *, keep: bool) -> dict[str, dict[str, object]]:
    """Measure and print; returns the figures by name."""
    figures = {}
    for figure in _figures(runs, only, keep):
        print(figure.line(), flush=True)
        figures[figure.name] = figure.as_data()
    return figures


def _figures(runs: int, only: Sequence[str] | None, keep: bool) -> Iterator[Figure]:
    for size, benchmarks in GROUPS.items():
        chosen = [each for name, each in benchmarks.items() if only is None or name in only]
        if chosen:
            with filled(size, keep=keep):
                for benchmark in chosen:
                    yield from benchmark(runs)
    if only is None or "optimiser" in only:
        yield from optimiser.measure(runs)
    if only is None or "exposure" in only:
        yield from exposure.measure(runs)
    if only is None or "growth" in only:
        yield from growth.measure(runs, keep=keep)
