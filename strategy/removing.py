"""What uses an element of a plan, so that removing it would take more away than itself."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kpis.models import KPI
from strategy.models import (
    Assumption,
    CauseEffect,
    Commentary,
    Contribution,
    Goal,
    GoalStep,
    Objective,
    ObjectiveKPI,
    ObjectivePlacement,
    OperationalActivity,
    Perspective,
    Plan,
    Priority,
    PriorityAnswer,
    Remark,
    ScenarioEffect,
    StrategicOption,
    Value,
)

NAMED = 5
_Words = str | Promise
Element = Perspective | Priority | Objective | Goal | Value


def plan_of(element: Element) -> Plan:
    """The plan that an element belongs to."""
    plan: Plan = element.objective.plan if isinstance(element, Goal) else element.plan
    return plan


@dataclass(frozen=True)
class Use:
    """Something that uses an element; `url` of its page, empty where it has none."""

    kind: _Words
    name: str
    url: str = ""


@dataclass(frozen=True)
class _Relation:
    """Rows of a model that refer to an element by `column`, and what each of them stands for.

    `now`: whether only what is known now counts, of rows that say nothing of past scores.
    """

    model: type[Model]
    column: str
    kind: _Words
    thing: Callable[[Any], Any] = lambda row: row
    now: bool = False

    def rows(self, element: Model) -> QuerySet[Any]:
        """Those that refer to the element."""
        found = self.model._default_manager.filter(**{self.column: element})
        return (found.filter(known_to__isnull=True) if self.now else found).order_by("pk")


_OBJECTIVES = gettext_lazy("Objective")
_REMARKS = gettext_lazy("Remark")
_ASSUMPTIONS = gettext_lazy("Assumption")
# What may be removed, and who refers to it. What only describes it (its team, its weights) goes with it.
_RELATIONS: dict[type[Model], tuple[_Relation, ...]] = {
    Perspective: (_Relation(ObjectivePlacement, "perspective", _OBJECTIVES, lambda row: row.objective),),
    Priority: (
        _Relation(ObjectivePlacement, "priority", _OBJECTIVES, lambda row: row.objective),
        _Relation(StrategicOption, "priority", gettext_lazy("Option")),
        _Relation(PriorityAnswer, "priority", gettext_lazy("Answer to the analysis")),
        _Relation(ScenarioEffect, "priority", gettext_lazy("Scenario"), lambda row: row.scenario),
        _Relation(Assumption, "priority", _ASSUMPTIONS),
        _Relation(Remark, "priority", _REMARKS),
    ),
    Objective: (
        _Relation(ObjectiveKPI, "objective", gettext_lazy("KPI"), lambda row: row.kpi),
        _Relation(Goal, "objective", gettext_lazy("Goal")),
        _Relation(CauseEffect, "cause", gettext_lazy("Effect"), lambda row: row.effect, now=True),
        _Relation(CauseEffect, "effect", gettext_lazy("Cause"), lambda row: row.cause, now=True),
        _Relation(Contribution, "above", gettext_lazy("Supported by"), lambda row: row.objective),
        _Relation(Contribution, "objective", gettext_lazy("Support for"), lambda row: row.above),
        _Relation(OperationalActivity, "objective", gettext_lazy("Activity")),
        _Relation(
            Commentary, "objective", gettext_lazy("Commentary"), lambda row: Truncator(row.text).words(8)
        ),
        _Relation(Assumption, "objective", _ASSUMPTIONS),
        _Relation(Remark, "objective", _REMARKS),
    ),
    Goal: (
        _Relation(GoalStep, "goal", gettext_lazy("Step")),
        _Relation(Remark, "goal", _REMARKS),
    ),
    Value: (_Relation(Remark, "value", _REMARKS),),
}


Uses = Callable[[Any], Iterable[Use]]
_above: dict[type[Model], list[Uses]] = {}


def also_used(kind: type[Model], uses: Uses) -> None:
    """Have an upper floor say what of its own uses elements of a kind."""
    _above.setdefault(kind, []).append(uses)


def uses_of(element: Element) -> list[Use]:
    """All that uses an element, now or in the past of which scores speak; a query a kind."""
    return list(dict.fromkeys([*_uses(element), *used_above(element)]))


def used_above(element: Element) -> list[Use]:
    """What of the upper floors uses an element and holds it fast, so that not even its plan can go."""
    return [use for uses in _above.get(type(element), ()) for use in uses(element)]


def _uses(element: Model) -> Iterator[Use]:
    for relation in _RELATIONS[type(element)]:
        for row in relation.rows(element):
            thing = relation.thing(row)
            yield Use(relation.kind, str(thing), _url(thing))


def _url(thing: Any) -> str:
    if isinstance(thing, Objective):
        return reverse("objective", args=[thing.pk])
    if isinstance(thing, Goal):
        return reverse("goal", args=[thing.pk])
    if isinstance(thing, KPI):
        return reverse("kpi", args=[thing.code])
    return ""


def in_use_text(element: Model, uses: Iterable[Use]) -> str:
    """That an element is in use and by what, as a sentence that says what to do instead."""
    names = [f"{use.kind} “{use.name}”" for use in uses]
    more = len(names) - NAMED
    shown = ", ".join(names[:NAMED]) + (_(" and %(n)d more") % {"n": more} if more > 0 else "")
    return _("“%(name)s” is in use: %(uses)s. Archive it instead.") % {"name": element, "uses": shown}
