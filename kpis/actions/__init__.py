"""Every write of the measuring instrument."""

from kpis.actions.approvals import approve_values, return_values
from kpis.actions.benchmarks import add_benchmark, change_benchmark, remove_benchmark
from kpis.actions.closings import close_period, reopen_period
from kpis.actions.definitions import change_kpi, create_kpi, frequency_is_fixed
from kpis.actions.evidence import add_evidence, remove_evidence
from kpis.actions.measurements import Entry, record_measurements
from kpis.actions.overrides import lift_override, override_status
from kpis.actions.recorded import Recorded
from kpis.actions.rollup import (
    mark_dirty,
    mark_everything_dirty,
    roll_up,
    roll_up_all,
    roll_up_dirty,
    share_rollup,
)
from kpis.actions.series import FAR_PAST, change_steward, close_series, open_many_series, open_series
from kpis.actions.splits import remove_split, split_baseline
from kpis.actions.targets import CellTargetEntry, TargetEntry, set_cell_targets, set_targets
from kpis.actions.waiting import discard_values, save_drafts, submit_values

__all__ = [
    "FAR_PAST",
    "CellTargetEntry",
    "Entry",
    "Recorded",
    "TargetEntry",
    "add_benchmark",
    "add_evidence",
    "approve_values",
    "change_benchmark",
    "change_kpi",
    "change_steward",
    "close_period",
    "close_series",
    "create_kpi",
    "discard_values",
    "frequency_is_fixed",
    "lift_override",
    "mark_dirty",
    "mark_everything_dirty",
    "open_many_series",
    "open_series",
    "override_status",
    "record_measurements",
    "remove_benchmark",
    "remove_evidence",
    "remove_split",
    "reopen_period",
    "return_values",
    "roll_up",
    "roll_up_all",
    "roll_up_dirty",
    "save_drafts",
    "set_cell_targets",
    "set_targets",
    "share_rollup",
    "split_baseline",
    "submit_values",
]
