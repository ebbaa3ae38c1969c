"""What is said of an element in other tables: weights, places, KPIs, what it serves, who helps with it."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from org.models import User
from strategy.actions.dated import end_from, state_from
from strategy.models import (
    Contribution,
    ObjectiveKPI,
    ObjectivePlacement,
    PerspectiveWeight,
    Priority,
    PriorityAnswer,
    SupportingDepartment,
    TeamMember,
)
from strategy.revisions.elements import Facts
from strategy.revisions.keys import Keys

_PLACE = ("perspective", "priority", "weight")


@dataclass(frozen=True)
class Writing:
    """An element's id, the facts it shall have, and the names of those that differ from what it has.

    `fresh`: it was made just now, so nothing is said of it yet.
    """

    keys: Keys
    pk: int
    after: Facts
    touched: set[str]
    since: dt.date
    by: User | None
    fresh: bool

    def of(self, beginning: str) -> Iterator[tuple[str, Any]]:
        """The touched facts `beginning:what`: the what, and the value, None where it is said no longer."""
        for name in sorted(self.touched):
            if name.startswith(f"{beginning}:"):
                yield name.partition(":")[2], self.after.get(name)

    def state(self, rows: Any, key: dict[str, Any], **facts: Any) -> None:
        """Let dated facts hold from the day on."""
        if self.fresh:
            valid, now = (self.since, None), timezone.now()
            rows.model.objects.create(**key, **facts, valid=valid, known_from=now, recorded_by=self.by)
        else:
            state_from(rows, since=self.since, by=self.by, key=key, **facts)

    def end(self, rows: Any) -> None:
        """Let what dated rows say end on the day."""
        end_from(rows, since=self.since, by=self.by, now=timezone.now())


def _perspective(writing: Writing) -> None:
    rows = PerspectiveWeight.objects.filter(perspective=writing.pk)
    if "weight" not in writing.touched:
        return
    weight = writing.after.get("weight")
    if weight is None:
        writing.end(rows)
    else:
        writing.state(rows, {"perspective_id": writing.pk}, weight=weight)


def _priority(writing: Writing) -> None:
    priority = Priority.objects.get(pk=writing.pk)
    for key, served in writing.of("serves"):
        part = writing.keys.pk(key)
        if part is not None:
            (priority.serves.add if served else priority.serves.remove)(part)
    for item, answered in writing.of("answers"):
        _row(PriorityAnswer, answered, {}, priority_id=writing.pk, item_id=int(item))


def _objective(writing: Writing) -> None:
    if writing.touched.intersection(_PLACE) or writing.fresh:
        _place(writing)
    for kpi, weight in writing.of("kpi"):
        _link(writing, int(kpi), weight)
    for department, note in writing.of("supporting"):
        found = {"objective_id": writing.pk, "department_id": int(department)}
        _row(SupportingDepartment, note is not None, {"note": note or ""}, **found)
    for person, part in writing.of("team"):
        found = {"objective_id": writing.pk, "person_id": int(person)}
        _row(TeamMember, part is not None, {"part": part or ""}, **found)
    for above, said in writing.of("contributes"):
        kind, _colon, note = (said or "").partition(": ")
        found = {"objective_id": writing.pk, "above_id": int(above)}
        _row(Contribution, said is not None, {"kind": kind, "note": note}, **found)


def _place(writing: Writing) -> None:
    writing.state(
        ObjectivePlacement.objects.filter(objective=writing.pk),
        {"objective_id": writing.pk},
        perspective_id=writing.keys.pk(writing.after.get("perspective")),
        priority_id=writing.keys.pk(writing.after.get("priority")),
        weight=writing.after.get("weight", 1.0),
    )


def _link(writing: Writing, kpi: int, weight: float | None) -> None:
    rows = ObjectiveKPI.objects.filter(objective=writing.pk, kpi=kpi)
    if weight is None:
        writing.end(rows)
        return
    known = rows.order_by("-known_from").first()
    others = ObjectiveKPI.objects.current().filter(objective=writing.pk)
    position = known.position if known else others.count()
    key = {"objective_id": writing.pk, "kpi_id": kpi}
    writing.state(rows, key, weight=weight, position=position)


def _row(model: Any, there: bool | None, facts: dict[str, Any], **key: Any) -> None:
    """A row that is there or not."""
    if there:
        model.objects.update_or_create(**key, defaults=facts)
    else:
        model.objects.filter(**key).delete()


WRITERS: dict[str, Callable[[Writing], None]] = {
    "perspective": _perspective,
    "priority": _priority,
    "objective": _objective,
}
