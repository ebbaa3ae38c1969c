"""Examples of tasks, dependencies, baselines, schedules and notices for the OpenAPI document."""

from typing import Any

_TASK: dict[str, Any] = {
    "initiative": "LAMPS",
    "name": "Replace the lamps of the quay",
    "kind": "task",
    "part_of": None,
    "owner": "gwen@city.example",
    "department": None,
    "method_stage": None,
    "starts_on": "2026-10-05",
    "ends_on": "2026-12-11",
    "weight": 3.0,
    "description": "",
}
TASK_INPUT: dict[str, Any] = _TASK
TASK: dict[str, Any] = {
    "id": 1,
    **_TASK,
    "progress": 40,
    "done_on": None,
    "position": 2,
    "is_phase": False,
}
TASK_CHANGE: dict[str, Any] = {"progress": 60}
DEPENDENCY_INPUT: dict[str, Any] = {"before": 1, "after": 2, "bond": "fs", "lag_days": 0, "note": ""}
DEPENDENCY: dict[str, Any] = {
    "id": 1,
    **DEPENDENCY_INPUT,
    "before_initiative": "LAMPS",
    "after_initiative": "BUS-LANES",
    "before_name": "Replace the lamps of the quay",
    "after_name": "Paint the lanes",
}
BASELINE_INPUT: dict[str, Any] = {"initiative": "LAMPS", "reason": "The lamps came six weeks late."}
BASELINE: dict[str, Any] = {
    "id": 2,
    **BASELINE_INPUT,
    "number": 2,
    "starts_on": "2026-02-02",
    "ends_on": "2027-03-26",
    "budget": "420000.00",
    "set_by": "gwen@city.example",
    "set_at": "2026-06-12T08:30:00Z",
    "tasks": [
        {
            "task": 1,
            "name": "Replace the lamps of the quay",
            "kind": "task",
            "starts_on": "2026-09-01",
            "ends_on": "2026-11-27",
            "weight": 3.0,
        }
    ],
}
SCHEDULE: dict[str, Any] = {
    "initiative": "LAMPS",
    "as_of": "2026-11-22",
    "starts_on": "2026-02-02",
    "ends_on": "2027-03-26",
    "expected_end": "2027-04-02",
    "progress": 46.5,
    "planned_progress": 58.0,
    "tasks": [
        {
            "task": 1,
            "name": "Replace the lamps of the quay",
            "starts_on": "2026-10-05",
            "ends_on": "2026-12-11",
            "expected_start": "2026-10-05",
            "expected_end": "2026-12-18",
            "float_days": 0,
            "is_critical": True,
            "is_late": False,
            "delay_days": 7,
            "delayed_by": ["a task you may not see"],
            "moved_days": 14,
        }
    ],
}
NOTICE: dict[str, Any] = {
    "id": 1,
    "initiative": "BUS-LANES",
    "task": 2,
    "task_name": "Paint the lanes",
    "moved_name": "Replace the lamps of the quay",
    "moved_initiative": "LAMPS",
    "ended_on": "2026-11-27",
    "ends_on": "2026-12-11",
    "delay_days": 9,
    "told_at": "2026-11-20T08:30:00Z",
    "seen_by": None,
    "seen_at": None,
}
