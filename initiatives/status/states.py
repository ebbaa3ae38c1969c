"""Where initiatives stand: what is reported beside what is computed, and where the two disagree."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils import timezone

from initiatives.earned import Computed, Light, better_than, compute
from initiatives.models import Initiative
from initiatives.status.facts import facts_of
from initiatives.status.reported import Reported, keys_of, reported_states

LOOKED_AT = ("schedule", "cost")
"""What is both reported and computed; whether the scope holds only people can say."""


@dataclass(frozen=True)
class Disagreement:
    """That `what` (schedule or cost) is reported better than plan and money say."""

    what: str
    reported: str
    computed: str

    @property
    def is_watermelon(self) -> bool:
        """Green outside, red inside."""
        return self.reported == Light.GREEN and self.computed == Light.RED


@dataclass(frozen=True)
class State:
    """An initiative as reported (None: never yet) and as computed today."""

    initiative: Initiative
    reported: Reported | None
    computed: Computed

    @property
    def disagreements(self) -> list[Disagreement]:
        """Where the report is rosier than the figures, the greatest first."""
        return disagreements(self.reported, self.computed)

    @property
    def is_watermelon(self) -> bool:
        """Whether anything is reported green and computed red."""
        return any(each.is_watermelon for each in self.disagreements)

    @property
    def progress(self) -> float | None:
        """The share of the work done, 0 to 1: by the plan, else as reported."""
        if self.computed.progress is not None:
            return self.computed.progress
        told = self.reported.progress if self.reported else None
        return None if told is None else told / 100


def disagreements(reported: Reported | None, computed: Computed | None) -> list[Disagreement]:
    """Where a report is rosier than the figures."""
    if reported is None or computed is None:
        return []
    found = []
    for what in LOOKED_AT:
        told, said = getattr(reported.update, what), getattr(computed, what)
        if steps := better_than(told, said):
            found.append((steps, Disagreement(what, told, said)))
    return [each for _, each in sorted(found, key=lambda pair: -pair[0])]


def computed_states(
    initiatives: Iterable[Initiative | int], today: dt.date | None = None
) -> dict[int, Computed]:
    """The computed state of each initiative by its primary key; four queries, however many."""
    day = today or timezone.localdate()
    return {pk: compute(facts, day) for pk, facts in facts_of(keys_of(initiatives)).items()}


def read_states(initiatives: Sequence[Initiative], today: dt.date | None = None) -> list[State]:
    """Reported and computed of each, in the same order; five queries, however many."""
    reported, computed = reported_states(initiatives), computed_states(initiatives, today)
    return [State(each, reported.get(each.pk), computed[each.pk]) for each in initiatives]
