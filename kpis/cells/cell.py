"""A cell as pages, mails and exports read it."""

import datetime as dt
from dataclasses import dataclass

from kpis.engine.frequency import Period
from kpis.engine.scoring import State, Status


@dataclass(frozen=True)
class Override:
    """A status set by hand, for a reason, until the end of a day; `by`: who said so."""

    status: Status
    reason: str
    expires_on: dt.date
    by: str


@dataclass(frozen=True)
class Cell:
    """One KPI's number at a department and period, with what a page says about it. NaN is None.

    `anchors`: target, red line, best, worst (band: low, red low, high, red high) of the whole period;
    `anchors_to_date`: over the pairs with an actual, which is what the score compares with.
    `shown`: the period the number is of, another than asked for where it is held.
    `status` is always the computed one; `override` says what was set by hand instead, where it was.
    `restated`: a value that it is made of was corrected after it was due.
    """

    value: float | None
    score: float | None
    anchors: tuple[float | None, ...]
    anchors_to_date: tuple[float | None, ...]
    status: Status | State
    reported: int
    expected: int
    coverage: float
    shown: Period
    held: bool
    to_date: bool
    carried: bool
    as_at: Period | None
    restated: bool = False
    override: Override | None = None

    @property
    def target(self) -> float | None:
        """What the number is compared with: the target to date, before any actual the period's."""
        return self.anchors[0] if self.anchors_to_date[0] is None else self.anchors_to_date[0]

    @property
    def shown_status(self) -> Status | State:
        """What a page shows: the status set by hand where there is one, else the computed one."""
        return self.status if self.override is None else self.override.status

    @property
    def applicable(self) -> bool:
        """Whether the KPI counts at this department and period at all."""
        return self.status != State.NOT_APPLICABLE

    @property
    def not_due(self) -> bool:
        """Whether nothing is expected of it yet and nothing is there."""
        return self.status == State.NOT_DUE
