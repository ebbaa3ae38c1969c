"""Interleaved runs: what is compared runs in turn, so that another load on the machine meets all alike."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field

Prepare = Callable[[], object]


@dataclass(frozen=True)
class Candidate:
    """Something that is timed; `before` prepares each run and is not timed."""

    name: str
    run: Callable[[], object]
    before: Prepare = lambda: None


@dataclass
class Times:
    """Seconds of every run, by candidate."""

    seconds: dict[str, list[float]] = field(default_factory=dict)

    def median(self, name: str) -> float:
        """The median of a candidate's runs."""
        return statistics.median(self.seconds[name])

    def ratio(self, one: str, other: str) -> float:
        """The median over the rounds of one's time ÷ the other's in the same round."""
        rounds = zip(self.seconds[one], self.seconds[other], strict=True)
        return statistics.median(a / b for a, b in rounds)


def interleave(runs: int, *candidates: Candidate) -> Times:
    """Run all candidates in turn, `runs` times after a first round that does not count."""
    times = Times({each.name: [] for each in candidates})
    for round_number in range(runs + 1):
        for each in candidates:
            each.before()
            gc.collect()
            started = time.perf_counter()
            each.run()
            if round_number:
                times.seconds[each.name].append(time.perf_counter() - started)
    return times
