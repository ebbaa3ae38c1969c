"""What was reported last of initiatives."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from initiatives.earned import worst
from initiatives.enums import UpdateState
from initiatives.models import Initiative, StatusUpdate


@dataclass(frozen=True)
class Reported:
    """The latest update that was handed in; `overall`: the worst of schedule, cost and scope."""

    update: StatusUpdate

    @cached_property
    def overall(self) -> str:
        """A `Rag`, or "" where the update judges nothing."""
        return worst((self.update.schedule, self.update.cost, self.update.scope))

    @property
    def due_on(self) -> dt.date:
        """The day that it was for."""
        return self.update.due_on

    @property
    def progress(self) -> int | None:
        """In percent, as reported."""
        return self.update.progress


def reported_states(initiatives: Iterable[Initiative | int]) -> dict[int, Reported]:
    """What was reported last, by the initiative's primary key; nothing yet: no entry. One query."""
    newest = (
        StatusUpdate.objects.filter(initiative__in=keys_of(initiatives), state=UpdateState.SUBMITTED)
        .select_related("author")
        .order_by("initiative_id", "-due_on", "-pk")
        .distinct("initiative_id")
    )
    return {each.initiative_id: Reported(each) for each in newest}


def keys_of(initiatives: Iterable[Initiative | int]) -> list[int]:
    """Primary keys of initiatives, or of what are keys already."""
    return [each if isinstance(each, int) else each.pk for each in initiatives]
