"""How often an indicator is measured, guessed from the dates of its results."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from kpis.engine.periods import Frequency
from strategy.stratml.performance import Result

_LONGEST: tuple[tuple[int, Frequency], ...] = (
    (3, Frequency.DAY),
    (14, Frequency.WEEK),
    (45, Frequency.MONTH),
    (135, Frequency.QUARTER),
    (270, Frequency.HALF),
)
"""The longest span in days of each frequency, about halfway to the next one's."""


def infer_frequency(results: Iterable[Result]) -> Frequency:
    """Give the frequency that most date ranges of `results` have the length of, a year where none tells.

    Ranges that end before they start are not looked at. A range of a single day is a date and no span: only
    where all are such does the usual distance between them decide. Of two frequencies equally often met
    the finer wins, since then fewer results meet in one period.
    """
    ranges = [(one.start, one.end) for one in results if one.start and one.end and one.start <= one.end]
    spans = [(end - start).days + 1 for start, end in ranges if start < end]
    if not spans:
        days = sorted({end for _start, end in ranges})
        spans = [(later - earlier).days for earlier, later in pairwise(days)]
    met = Counter(_frequency_of(span) for span in spans)
    return max(met, key=lambda frequency: (met[frequency], -frequency.rank), default=Frequency.YEAR)


def _frequency_of(days: int) -> Frequency:
    return next((frequency for longest, frequency in _LONGEST if days <= longest), Frequency.YEAR)
