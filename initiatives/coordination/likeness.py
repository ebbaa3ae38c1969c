"""What two initiatives have in common besides their words, and what that makes of a likeness of words.

    score = text × (1 + objectives + time + department) / 4

Words must be alike, or nothing is suggested; each of the other three, 0 to 1, lifts the score by a quarter.
"""

import datetime as dt
from collections.abc import Mapping, Set
from dataclasses import dataclass

UNKNOWN_TIME = 0.5
"""Two of which one has no dates may be at the same time or not."""


@dataclass(frozen=True)
class Traits:
    """What is compared: strength by objective, days, the leading department, those that take part."""

    objectives: Mapping[int, int]
    starts_on: dt.date | None
    ends_on: dt.date | None
    department: int | None
    taking_part: Set[int]


@dataclass(frozen=True)
class Parts:
    """What the score is made of, each 0 to 1."""

    text: float
    objectives: float
    time: float
    department: float

    @property
    def score(self) -> float:
        """The likeness, 0 to 1."""
        return self.text * (1 + self.objectives + self.time + self.department) / 4


def compare(text: float, one: Traits, other: Traits) -> Parts:
    """The parts of the likeness of two initiatives whose words are alike by `text`."""
    return Parts(text, _objectives(one, other), _time(one, other), _department(one, other))


def _objectives(one: Traits, other: Traits) -> float:
    """Strength that both bring to the same objectives, of all that either brings."""
    keys = {*one.objectives, *other.objectives}
    both = sum(min(one.objectives.get(key, 0), other.objectives.get(key, 0)) for key in keys)
    either = sum(max(one.objectives.get(key, 0), other.objectives.get(key, 0)) for key in keys)
    return both / either if either else 0.0


def _time(one: Traits, other: Traits) -> float:
    """Days on which both are under way, of those of the shorter."""
    if not (one.starts_on and one.ends_on and other.starts_on and other.ends_on):
        return UNKNOWN_TIME
    together = _days(max(one.starts_on, other.starts_on), min(one.ends_on, other.ends_on))
    shorter = min(_days(one.starts_on, one.ends_on), _days(other.starts_on, other.ends_on))
    return max(together, 0) / max(shorter, 1)


def _days(first: dt.date, last: dt.date) -> int:
    """How many days from one to another, both included; 0 or less where they do not meet."""
    return (last - first).days + 1


def _department(one: Traits, other: Traits) -> float:
    """1 where the same department leads both, half where one has a part in both."""
    if one.department is not None and one.department == other.department:
        return 1.0
    of_one = {*one.taking_part, *([one.department] if one.department else [])}
    of_other = {*other.taking_part, *([other.department] if other.department else [])}
    return 0.5 if of_one & of_other else 0.0
