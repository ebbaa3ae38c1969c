"""Why tasks come later than planned: the chain of tasks behind a delay, named as far as a reader may know."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from initiatives.models import Initiative, Task
from initiatives.planning.naming import seen_by, task_name
from initiatives.schedule import Timing, delayed_by


@dataclass(frozen=True)
class Delay:
    """By how many days a task is expected to end later, and what delays it, the nearest first.

    The chain is empty where only its own day has passed.
    """

    days: int
    chain: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The delay in a sentence."""
        late = ngettext("%(days)d day later", "%(days)d days later", self.days) % {"days": self.days}
        if not self.chain:
            return _("%(late)s: its own day has passed") % {"late": late}
        return _("%(late)s because of %(chain)s") % {"late": late, "chain": " ← ".join(self.chain)}


def read_delays(initiative: Initiative, user: Any, timings: Mapping[int, Timing]) -> dict[int, Delay]:
    """Delays of an initiative's tasks by primary key; three queries, none where nothing is late."""
    late = [key for key, each in timings.items() if each.delay_days]
    if not late:
        return {}
    own = set(Task.objects.filter(initiative=initiative, pk__in=late).values_list("pk", flat=True))
    chains = {key: delayed_by(timings, key) for key in own}
    named = Task.objects.in_bulk({pk for chain in chains.values() for pk in chain})
    beyond = {each.initiative_id for each in named.values()} - {initiative.pk}
    seen = {initiative.pk} | (seen_by(user, beyond) if beyond else set())
    return {
        key: Delay(timings[key].delay_days, tuple(task_name(named[pk], seen) for pk in chain))
        for key, chain in chains.items()
    }
