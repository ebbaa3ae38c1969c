"""What tasks wait for and hold, as far as a reader may know."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from initiatives.enums import Bond
from initiatives.models import Dependency, Initiative, Task
from initiatives.planning.naming import seen_by, task_name


@dataclass(frozen=True)
class Tie:
    """A dependency as one of its tasks sees it: what the other is called, and whose it is.

    `initiative`: the other's, where it is another one that the reader may know of. `is_hidden`: they may not.
    """

    dependency: Dependency
    other: Task
    name: str
    initiative: Initiative | None
    is_hidden: bool

    @property
    def bond_text(self) -> str:
        """How it holds, where that is not simply one after the other."""
        bond, lag = self.dependency.bond, self.dependency.lag_days
        words = "" if bond == Bond.FINISH_START else str(Bond(bond).label)
        return ", ".join(part for part in (words, lag_text(lag)) if part)


def lag_text(days: int) -> str:
    """The days between two tasks in words; empty for none."""
    if days == 0:
        return ""
    if days > 0:
        return ngettext("%(days)d day between", "%(days)d days between", days) % {"days": days}
    return _("overlapping by %(days)d d") % {"days": -days}


@dataclass(frozen=True)
class Ties:
    """By task: what it waits for, and what it holds."""

    waits_for: dict[int, list[Tie]]
    holds: dict[int, list[Tie]]


def read_ties(initiative: Initiative, user: Any) -> Ties:
    """Every dependency into, out of and within an initiative; two queries."""
    own = Q(after__initiative=initiative) | Q(before__initiative=initiative)
    rows = list(Dependency.objects.filter(own).select_related("before__initiative", "after__initiative"))
    near = {task.initiative_id for each in rows for task in (each.before, each.after)}
    seen = seen_by(user, near - {initiative.pk}) | {initiative.pk}
    ties = Ties(defaultdict(list), defaultdict(list))
    for row in rows:
        if row.after.initiative_id == initiative.pk:
            ties.waits_for[row.after_id].append(_tie(row, row.before, initiative, seen))
        if row.before.initiative_id == initiative.pk:
            ties.holds[row.before_id].append(_tie(row, row.after, initiative, seen))
    return ties


def _tie(row: Dependency, other: Task, own: Initiative, seen: Collection[int]) -> Tie:
    is_hidden = other.initiative_id not in seen
    beyond = other.initiative_id != own.pk and not is_hidden
    return Tie(row, other, task_name(other, seen), other.initiative if beyond else None, is_hidden)
