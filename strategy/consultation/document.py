"""A plan as people read it in a round: passage by passage, each with what may be said of it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from core.errors import Fault, Refused
from strategy.enums import Element
from strategy.models import Goal, Objective, Plan, Priority, Remark, Value
from strategy.queries import PlacedObjective, plan_structure

PARTS: dict[str, type[Model]] = {
    Element.VALUE: Value,
    Element.PRIORITY: Priority,
    Element.OBJECTIVE: Objective,
    Element.GOAL: Goal,
}


@dataclass(frozen=True)
class Passage:
    """An element of a plan to read: `key` names it in addresses, `level` is its depth from 1 on."""

    key: str
    about: str
    title: str
    text: str = ""
    code: str = ""
    level: int = 1

    @property
    def anchor(self) -> str:
        """Its name within a page."""
        return f"about-{self.key.replace(':', '-')}"

    @property
    def kind(self) -> str:
        """What it is, in words."""
        return str(Element(self.about).label)

    def named(self) -> str:
        """What it is and what it is called, in a line."""
        return self.kind if self.about in WHOLE else f"{self.kind}: {self.title}"


WHOLE = (Element.PLAN, Element.VISION, Element.MISSION)


def document(plan: Plan, on: dt.date | None = None) -> list[Passage]:
    """Everything of a plan that can be spoken about, in the order in which one reads it; eight queries."""
    structure = plan_structure(plan, on)
    day = on or timezone.localdate()
    goals = _goals(plan, day)
    standing = [each for each in structure.objectives if _stands(each.objective, day)]
    priorities = [each for each in structure.priorities if _stands(each, day)]
    known = {each.pk for each in priorities}
    passages = list(_beginning(plan))
    for priority in priorities:
        passages.append(_passage(Element.PRIORITY, priority, priority.name, priority.description, 1))
        serving = [each for each in standing if each.priority and each.priority.pk == priority.pk]
        passages += _objectives(serving, goals)
    loose = [each for each in standing if each.priority is None or each.priority.pk not in known]
    return passages + list(_objectives(loose, goals))


def _beginning(plan: Plan) -> Iterator[Passage]:
    """The plan as a whole, its two statements and its values."""
    yield Passage(Element.PLAN, Element.PLAN, plan.name, plan.description)
    if plan.vision:
        yield Passage(Element.VISION, Element.VISION, _("Vision"), plan.vision)
    if plan.mission:
        yield Passage(Element.MISSION, Element.MISSION, _("Mission"), plan.mission)
    for value in plan.standing_values:
        yield _passage(Element.VALUE, value, value.name, value.description, 2)


def _objectives(placed: Sequence[PlacedObjective], goals: dict[int, list[Goal]]) -> Iterator[Passage]:
    for each in placed:
        objective = each.objective
        yield _passage(Element.OBJECTIVE, objective, objective.name, objective.description, 2)
        for goal in goals[objective.pk]:
            yield _passage(Element.GOAL, goal, goal.statement, goal.relevance, 3)


def _passage(about: str, part: Any, title: str, text: str, level: int) -> Passage:
    return Passage(f"{about}:{part.pk}", about, title, text, getattr(part, "code", ""), level)


def _goals(plan: Plan, day: dt.date) -> dict[int, list[Goal]]:
    found: dict[int, list[Goal]] = defaultdict(list)
    for goal in Goal.objects.filter(objective__plan=plan):
        if _stands(goal, day):
            found[goal.objective_id].append(goal)
    return found


def _stands(part: Any, day: dt.date) -> bool:
    return part.archived_on is None or part.archived_on > day


def key_of(remark: Remark) -> str:
    """The key of what a remark is about."""
    part_id = None if remark.about in WHOLE else getattr(remark, f"{remark.about}_id")
    return str(remark.about) if part_id is None else f"{remark.about}:{part_id}"


def element_of(plan: Plan, key: str) -> dict[str, Any]:
    """The fields of a remark about what `key` names (`vision`, `objective:12`); raises Refused."""
    about, _colon, number = key.partition(":")
    if about in WHOLE and not number:
        return {"about": about}
    if about in PARTS and number.isascii() and number.isdigit() and len(number) < 19:
        way = "objective__plan" if about == Element.GOAL else "plan"
        part = PARTS[about]._default_manager.filter(pk=int(number), **{way: plan}).first()
        if part is not None:
            return {"about": about, about: part}
    raise Refused([Fault(_("The plan has no such passage."), field="about", code="unknown")])


def name_of(remark: Remark) -> str:
    """What a remark is about, in a line; the parts must have been read with it."""
    if remark.about in WHOLE:
        return str(remark.get_about_display())
    return f"{remark.get_about_display()}: {getattr(remark, remark.about)}"
