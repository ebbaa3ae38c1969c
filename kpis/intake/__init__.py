"""Taking values and targets in: raw rows of a file, a form or a request become entries, or faults.

The one place that knows what a row must hold; the commands, the pages and the REST API all come through here.
"""

from kpis.intake.cell_targets import CheckedCellTargets, check_cell_targets
from kpis.intake.raw import RawValue
from kpis.intake.targets import RawTarget, check_targets
from kpis.intake.values import Checked, check_values

__all__ = [
    "Checked",
    "CheckedCellTargets",
    "RawTarget",
    "RawValue",
    "check_cell_targets",
    "check_targets",
    "check_values",
]
