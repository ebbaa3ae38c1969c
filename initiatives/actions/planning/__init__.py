"""Every change to an action plan: tasks, dependencies, baselines, notices of moves."""

from initiatives.actions.planning.arranging import move_task
from initiatives.actions.planning.baselines import set_baseline
from initiatives.actions.planning.dependencies import change_dependency, link_tasks, unlink_tasks
from initiatives.actions.planning.notices import see_notice, tell_late_tasks
from initiatives.actions.planning.tasks import (
    add_task,
    add_tasks,
    change_task,
    remove_task,
    report_task,
)

__all__ = [
    "add_task",
    "add_tasks",
    "change_dependency",
    "change_task",
    "link_tasks",
    "move_task",
    "remove_task",
    "report_task",
    "see_notice",
    "set_baseline",
    "tell_late_tasks",
    "unlink_tasks",
]
