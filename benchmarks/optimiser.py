"""The base solve of the largest portfolio that is promised: 200 initiatives, 5 years, 10 skills."""

from benchmarks.large_portfolio import large
from benchmarks.results import Figure
from benchmarks.timing import Candidate, interleave
from initiatives.optimiser import Solution, solve
from initiatives.optimiser.answering import Times

BAR = 10.0


def measure(runs: int) -> list[Figure]:
    """Seconds until the best portfolio, or the best found in the time, is known."""
    problem, found = large(200, 5, 10), list[Solution]()
    times = interleave(runs, Candidate("base", lambda: found.append(solve(problem, seconds=Times().base))))
    gaps = [each.gap for each in found]
    raw = {**times.seconds, "gap": gaps, "chosen": len(found[-1].starts)}
    return [Figure("optimiser_base_seconds", times.median("base"), BAR, raw)]
