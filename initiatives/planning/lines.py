"""A line of a plan before it is one."""

import datetime as dt
from dataclasses import dataclass

from initiatives.enums import TaskKind
from org.models import User


@dataclass(frozen=True)
class TaskLine:
    """A task as a line of a pasted table says it; `phase`: by its name, made where there is none."""

    name: str
    owner: User | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    weight: float = 1.0
    progress: int = 0
    kind: str = TaskKind.TASK
    phase: str = ""
