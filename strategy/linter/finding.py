"""What the linter says of a plan."""

from dataclasses import dataclass
from enum import StrEnum

from kpis.models import KPI
from strategy.models import Objective


class Severity(StrEnum):
    """How much a finding weighs. Wrong: numbers mislead; weak: they say less than they could."""

    WRONG = "wrong"
    WEAK = "weak"


@dataclass(frozen=True)
class Finding:
    """One thing to mend. `rule`: its stable name; `what`, `why`, `mend` in words; `url`: where it is mended.

    `kpi` and `objectives`: what it is about; of a KPI, the objectives that it measures.
    """

    rule: str
    severity: Severity
    what: str
    why: str
    mend: str
    url: str
    kpi: KPI | None = None
    objectives: tuple[Objective, ...] = ()
