"""What a schedule says of each task: expected dates, float, delay and its cause."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from initiatives.schedule.backward import floats
from initiatives.schedule.forward import Expected, expect
from initiatives.schedule.work import Bond, Work


@dataclass(frozen=True, slots=True)
class Timing:
    """When a task is expected to start and to end, both days included.

    `float_days`: how long it can slip before an end moves; None of what is done. `delay_days`: by how much it
    ends later than planned; 0 of what is done or has no planned day. `by`: the task that holds it; None where
    only its own day has passed.
    """

    key: int
    starts_on: dt.date
    ends_on: dt.date
    float_days: int | None = None
    delay_days: int = 0
    by: int | None = None

    @property
    def is_critical(self) -> bool:
        """Whether an end moves with it."""
        return self.float_days == 0


def schedule(works: Sequence[Work], bonds: Sequence[Bond], today: dt.date) -> dict[int, Timing]:
    """The timing of all work that has or gets a day, by key; raises graphlib.CycleError.

    `works` must hold both ends of every bond.
    """
    known = {work.key: work for work in works}
    expected = expect(known, bonds, today.toordinal())
    spare = floats(known, bonds, expected)
    return {key: _timing(known[key], each, spare.get(key)) for key, each in expected.items()}


def _timing(work: Work, expected: Expected, spare: int | None) -> Timing:
    last = dt.date.fromordinal(expected.finish - 1)
    first = dt.date.fromordinal(expected.start) if work.length else last
    late = 0
    if work.done_on is None and work.planned is not None:
        late = max(0, expected.finish - work.planned[1])
    return Timing(work.key, first, last, spare, late, expected.by if late or not work.planned else None)


def delayed_by(timings: Mapping[int, Timing], key: int) -> list[int]:
    """What delays a task, the nearest first: back to where the delay begins."""
    chain: list[int] = []
    timing = timings.get(key)
    while timing is not None and timing.delay_days and timing.by is not None:
        chain.append(timing.by)
        timing = timings.get(timing.by)
    return chain
