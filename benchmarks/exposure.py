"""The largest exposure that is promised: 100 risks over 100,000 years, with every figure of the page."""

from benchmarks.results import Figure
from benchmarks.timing import Candidate, interleave
from risks.exposure.engine import LOGNORMAL, PERT, Problem, Quantity, simulate, summarise

COUNT, YEARS, BAR = 100, 100_000, 2.0


def measure(runs: int) -> list[Figure]:
    """Seconds from the estimates to the result."""
    problem = Problem([_risk(number) for number in range(COUNT)], {"winter": 0.4}, YEARS)
    times = interleave(runs, Candidate("run", lambda: summarise(simulate(problem))))
    return [Figure("exposure_100k_years_seconds", times.median("run"), BAR, dict(times.seconds))]


def _risk(number: int) -> Quantity:
    """Probabilities from 2 % to 42 %, both spreads, every third tied to the others of its cause."""
    return Quantity(
        key=f"R{number}",
        probability=0.02 + 0.004 * number,
        spread=PERT if number % 2 else LOGNORMAL,
        low=1e5,
        likely=3e5,
        high=2e6,
        cause="winter" if number % 3 == 0 else None,
        after_probability=0.01,
        after_factor=0.5,
        cost=1e4,
    )
