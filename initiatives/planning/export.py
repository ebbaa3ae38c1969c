"""An action plan as lines of a file; its first columns can be pasted into another plan."""

from collections.abc import Iterator
from typing import Any

from initiatives.planning.plan import ActionPlan, PlanRow

HEADER = (
    "name",
    "who",
    "start",
    "end",
    "weight",
    "progress",
    "phase",
    "kind",
    "done_on",
    "expected_end",
    "delay_days",
    "because_of",
    "float_days",
    "critical",
    "agreed_start",
    "agreed_end",
    "waits_for",
)


def lines_of(plan: ActionPlan) -> Iterator[tuple[Any, ...]]:
    """A line for every task and milestone, with the name of its phase."""
    phases = {row.task.pk: row.task.name for row in plan.rows if row.is_phase}
    for row in plan.leaves:
        yield _line(row, phases.get(row.task.part_of_id or 0, ""))


def _line(row: PlanRow, phase: str) -> tuple[Any, ...]:
    task, timing = row.task, row.timing
    return (
        task.name,
        task.owner.email if task.owner else "",
        task.starts_on,
        task.ends_on,
        task.weight,
        task.progress,
        phase,
        task.kind,
        task.done_on,
        timing.ends_on if timing else None,
        timing.delay_days if timing else None,
        " < ".join(row.delay.chain) if row.delay else "",
        timing.float_days if timing else None,
        "yes" if row.is_critical else "",
        row.agreed.starts_on if row.agreed else None,
        row.agreed.ends_on if row.agreed else None,
        "; ".join(tie.name for tie in row.waits_for),
    )
