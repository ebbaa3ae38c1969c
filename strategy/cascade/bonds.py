"""What departments have to do with the objectives of the strategy: they own, adopt or support them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from strategy.cascade.parts import parts_of
from strategy.enums import SupportKind
from strategy.enums.cascade import Tie
from strategy.models import Contribution, Objective, Plan, SupportingDepartment

_STRENGTH = {tie: place for place, tie in enumerate(Tie)}


@dataclass(frozen=True)
class Bond:
    """That a department owns, adopts or supports an objective of the strategy.

    `objective`: the department's own one that does so, none where it leads or is named as supporting;
    `note`: how it helps, in words.
    """

    department_id: int
    above_id: int
    tie: Tie
    objective: Objective | None = None
    note: str = ""


def strongest(bonds: Iterable[Bond]) -> Tie | None:
    """Of several the one that says most: owning before adopting before supporting."""
    return min((bond.tie for bond in bonds), key=_STRENGTH.__getitem__, default=None)


def bonds_of(plan: Plan, user: Any) -> list[Bond]:
    """Every bond with the objectives of the organisation's plan that the user may know of; five queries."""
    objectives = list(plan.objectives.filter(archived_on__isnull=True))
    known = {each.pk for each in objectives}
    led = [Bond(each.lead_id, each.pk, Tie.OWNS) for each in objectives if each.lead_id is not None]
    named = SupportingDepartment.objects.filter(objective__plan=plan, objective__archived_on__isnull=True)
    helped = [Bond(row.department_id, row.objective_id, Tie.SUPPORTS, note=row.note) for row in named]
    return [*led, *helped, *_contributed(plan, user, known)]


def _contributed(plan: Plan, user: Any, known: set[int]) -> Iterator[Bond]:
    """What departmental and functional plans contribute, also by way of another department's objective."""
    rows = Contribution.objects.filter(
        objective__plan__in=parts_of(plan, user), objective__archived_on__isnull=True
    ).select_related("objective__plan")
    upwards: dict[int, list[Contribution]] = defaultdict(list)
    for row in rows:
        upwards[row.objective_id].append(row)
    for links in list(upwards.values()):
        objective = links[0].objective
        for above_id, tie, note in _reached(objective.pk, upwards, known):
            yield Bond(objective.plan.department_id or 0, above_id, tie, objective, note)


def _reached(
    start: int, upwards: dict[int, list[Contribution]], known: set[int]
) -> Iterator[tuple[int, Tie, str]]:
    """The strategy's objectives above one: adopted only where every step up to them adopts."""
    waiting, seen = [(start, True, "")], {start}
    while waiting:
        here, whole, said = waiting.pop()
        for row in upwards.get(here, ()):
            adopts = whole and row.kind == SupportKind.ADOPTS
            if row.above_id in known:
                yield row.above_id, Tie.ADOPTS if adopts else Tie.SUPPORTS, said or row.note
            elif row.above_id not in seen:
                seen.add(row.above_id)
                waiting.append((row.above_id, adopts, said or row.note))
