"""The computed state of an initiative with everything it rests on."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

from initiatives.earned.lights import worst


@dataclass(frozen=True)
class Computed:
    """What plan and money say on a day; numbers that cannot be had are None.

    `schedule`, `cost`: a `Light`, or "" with the `Unknown` that says why. `progress`, `planned`: shares of
    the work done and planned to be done, 0 to 1. `late` of `counted` milestones (or tasks: `of_milestones`)
    are late, `late_name` most of all, by `late_days`. `budget` (BAC), `spent` (AC), `planned_value` (PV),
    `earned_value` (EV) and `outturn`, which the money lines expect in the end: in the currency.
    """

    schedule: str = ""
    schedule_unknown: str = ""
    cost: str = ""
    cost_unknown: str = ""
    progress: float | None = None
    planned: float | None = None
    counted: int = 0
    late: int = 0
    late_days: int = 0
    late_name: str = ""
    of_milestones: bool = True
    budget: float | None = None
    spent: float | None = None
    outturn: float | None = None
    planned_value: float | None = None
    earned_value: float | None = None

    @property
    def overall(self) -> str:
        """The worse of schedule and cost; "" where neither can be computed."""
        return worst((self.schedule, self.cost))

    @property
    def spi(self) -> float | None:
        """Schedule performance index, SPI = EV / PV = share done / share planned; below 1: behind."""
        return _ratio(self.progress, self.planned)

    @property
    def cpi(self) -> float | None:
        """Cost performance index, CPI = EV / AC; below 1: the work costs more than agreed."""
        return _ratio(self.earned_value, self.spent)

    @property
    def estimate(self) -> float | None:
        """Estimate at completion, EAC = BAC / CPI: what the whole costs if it goes on like this."""
        return _ratio(self.budget, self.cpi)

    @property
    def spent_share(self) -> float | None:
        """The share of the budget that is spent."""
        return _ratio(self.spent, self.budget)

    def snapshot(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return asdict(self)

    @classmethod
    def of_snapshot(cls, stored: Mapping[str, Any]) -> Self | None:
        """What was kept by `snapshot`; None where nothing was."""
        known = {each.name for each in fields(cls)}
        kept = {name: value for name, value in stored.items() if name in known}
        return cls(**kept) if kept else None


def _ratio(part: float | None, whole: float | None) -> float | None:
    return None if part is None or not whole else part / whole
