"""A full rollup against its floor and against staged SQL that computes the same columns."""

from collections.abc import Callable

from benchmarks import floor, staged_sql
from benchmarks.databases import as_of, run_alone
from benchmarks.results import Figure
from benchmarks.timing import Candidate, interleave
from kpis.actions import roll_up_all

SQL_RUNS = 5


def _product() -> None:
    roll_up_all(as_of())


def _no_cells() -> None:
    run_alone("TRUNCATE kpis_cellyear")
    run_alone("CHECKPOINT")


def _emptied(forget: Callable[[], None]) -> Callable[[], None]:
    def before() -> None:
        forget()
        run_alone("CHECKPOINT")

    return before


def against_copy(runs: int) -> list[Figure]:
    """From nothing stored, and again with nothing changed."""
    _no_cells()
    _product()
    floor.make_table()
    stored = floor.stored_bytes()
    times = interleave(
        runs,
        Candidate("copy", lambda: floor.copy_out_and_in(stored), _emptied(floor.empty)),
        Candidate("rollup", _product, _no_cells),
        Candidate("rollup_unchanged", _product),
    )
    floor.empty()
    raw = {"seconds": times.seconds, "stored_megabytes": len(stored) / 1e6}
    return [
        Figure("full_rollup_vs_copy", times.ratio("rollup", "copy"), 1.3, raw),
        Figure("full_rollup_unchanged_vs_copy", times.ratio("rollup_unchanged", "copy"), None, raw),
    ]


def against_sql(runs: int) -> list[Figure]:
    """Both from nothing stored; the SQL's numbers are compared with the product's first."""
    _no_cells()
    _product()
    staged_sql.forget()
    staged_sql.compute(as_of())
    difference = staged_sql.largest_difference()
    if not difference < 1e-6:
        raise AssertionError(f"the SQL computes something else: {difference}")
    times = interleave(
        max(runs, SQL_RUNS),
        Candidate("rollup", _product, _no_cells),
        Candidate("sql", lambda: staged_sql.compute(as_of()), _emptied(staged_sql.forget)),
    )
    staged_sql.forget()
    raw = {"seconds": times.seconds, "largest_difference": difference}
    return [Figure("full_rollup_vs_sql", times.ratio("rollup", "sql"), 0.125, raw)]
