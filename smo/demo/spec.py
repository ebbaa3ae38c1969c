"""The words in which the demonstration's KPIs are written down."""

from dataclasses import dataclass, field

from kpis.engine.frequency import Frequency
from kpis.enums import DepartmentRollup, Direction, MissingPolicy, Tendency, TimeRollup

# A course of scores: (months before today, score) from the oldest to today; between them a straight line.
Course = tuple[tuple[int, float], ...]


@dataclass(frozen=True)
class Reporter:
    """A department that reports a KPI.

    `scale` multiplies targets and values (a large depot, a small one); `lift` adds points to the scores;
    `weight` counts in weighted means; `since` and `silent` are months before today: the series' beginning,
    and from when on nothing comes in any more.
    """

    department: str
    scale: float = 1.0
    lift: float = 0.0
    weight: float = 1.0
    since: int | None = None
    silent: int | None = None


@dataclass(frozen=True)
class KpiSpec:
    """A KPI, who reports it, and how it went.

    `goal` is the target three years ago and today at scale 1, `slack` the distance to the red line. Where
    direction is a band, `band` holds low, high, red_low and red_high instead. `seasons`: twelve factors of
    target and value. `course` says how the score went, `noise` by how many points it trembles.
    """

    code: str
    name: str
    unit: str
    frequency: Frequency
    direction: Direction
    time_rollup: TimeRollup
    department_rollup: DepartmentRollup
    objective: str
    weight: float
    owner: str
    purpose: str
    source: str
    reporters: tuple[Reporter, ...]
    course: Course
    goal: tuple[float, float] = (0.0, 0.0)
    slack: float = 0.0
    band: tuple[float, float, float, float] | None = None
    decimals: int = 1
    method: str = ""
    tendency: Tendency = Tendency.LAGGING
    seasons: tuple[float, ...] = ()
    noise: float = 6.0
    gaps: float = 0.015
    late: float = 0.08
    missing: MissingPolicy = MissingPolicy.LEAVE
    carry: int = 0
    notes: dict[int, str] = field(default_factory=dict)
    restated: dict[int, str] = field(default_factory=dict)

    @property
    def due_days(self) -> int:
        """Days after a period's end within which its value is due."""
        return {Frequency.WEEK: 4, Frequency.MONTH: 12, Frequency.QUARTER: 20}.get(self.frequency, 45)

    @property
    def steady(self) -> bool:
        """Whether one default target serves all periods and departments."""
        same = self.goal[0] == self.goal[1] and all(each.scale == 1 for each in self.reporters)
        return self.band is not None or (same and not self.seasons)


def over(*departments: str, lifts: tuple[float, ...] = ()) -> tuple[Reporter, ...]:
    """Reporters of equal size; `lifts` in their order, 0 where there are fewer."""
    padded = (*lifts, *([0.0] * (len(departments) - len(lifts))))
    return tuple(Reporter(each, lift=lift) for each, lift in zip(departments, padded, strict=True))
