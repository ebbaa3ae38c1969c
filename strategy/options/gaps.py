"""What of a plan hangs in the air: between its vision, its analysis, its priorities and its objectives."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from strategy.enums import Statement
from strategy.models import AnalysisItem, Plan
from strategy.options.facts import STRONG, PlanFacts, read_facts


class GapKind(StrEnum):
    """What is missing."""

    STATEMENT_NOT_PICKED = "statement_not_picked"
    PART_WITHOUT_PRIORITY = "part_without_priority"
    PRIORITY_WITHOUT_PART = "priority_without_part"
    ITEM_UNANSWERED = "item_unanswered"
    PRIORITY_WITHOUT_OBJECTIVE = "priority_without_objective"


@dataclass(frozen=True)
class Gap:
    """One thing that hangs in the air: what, what to do about it, and where."""

    kind: GapKind
    what: str
    mend: str
    url: str
    id: int | None = None  # of the part, item or priority
    detail: str = ""


def gaps_of(plan: Plan) -> list[Gap]:
    """Every gap of a plan in the order in which a strategy is made; a constant number of queries."""
    facts = read_facts(plan)
    checks: tuple[Callable[[Plan, PlanFacts], Iterator[Gap]], ...] = (
        _statements,
        _parts,
        _priorities_without_part,
        _items,
        _priorities_without_objective,
    )
    return [gap for check in checks for gap in check(plan, facts)]


def _statements(plan: Plan, facts: PlanFacts) -> Iterator[Gap]:
    """A vision or mission out of which nothing was picked cannot be compared with the priorities."""
    for of, words in ((Statement.VISION, plan.vision), (Statement.MISSION, plan.mission)):
        if words.strip() and not any(part.of == of for part, _served in facts.parts):
            yield Gap(
                GapKind.STATEMENT_NOT_PICKED,
                _("%(statement)s: no part of it was picked out") % {"statement": of.label},
                _("Pick out what it promises, so that priorities can say which of it they serve."),
                reverse("statement_parts", args=[plan.code]),
            )


def _parts(plan: Plan, facts: PlanFacts) -> Iterator[Gap]:
    for part, served in facts.parts:
        if not served:
            yield Gap(
                GapKind.PART_WITHOUT_PRIORITY,
                part.text,
                _("No priority serves this part of the %(statement)s: link one, or add one.")
                % {"statement": part.get_of_display().lower()},
                f"{reverse('statement_parts', args=[plan.code])}#part-{part.pk}",
                part.pk,
                part.get_of_display(),
            )


def _priorities_without_part(plan: Plan, facts: PlanFacts) -> Iterator[Gap]:
    for each in facts.priorities:
        if facts.parts and not each.serves:
            mend = _("It serves no part of vision or mission: link what it serves, or ask why it is there.")
            yield _of_priority(GapKind.PRIORITY_WITHOUT_PART, each.priority, mend, "link_priority")


def _items(plan: Plan, facts: PlanFacts) -> Iterator[Gap]:
    for each in facts.strong:
        if each.answered:
            continue
        why = []
        if each.strength >= STRONG:
            why.append(_("impact × likelihood %(strength)d") % {"strength": each.strength})
        if each.dots:
            why.append(_("%(dots)d votes") % {"dots": each.dots})
        yield Gap(
            GapKind.ITEM_UNANSWERED,
            each.item.statement,
            _("It weighs much and no priority answers it: make an option of it, or link a priority."),
            _place_of(plan, each.item),
            each.item.pk,
            ", ".join(why),
        )


def _place_of(plan: Plan, item: AnalysisItem) -> str:
    """In the matrix where it stands there, else its own page."""
    if item.quadrant:
        return f"{reverse('options', args=[plan.code])}#item-{item.pk}"
    return reverse("finding", args=["item", item.pk])


def _priorities_without_objective(plan: Plan, facts: PlanFacts) -> Iterator[Gap]:
    for each in facts.priorities:
        if not each.objectives:
            mend = _("No objective serves it, so nothing will come of it: add one, or place one under it.")
            yield _of_priority(GapKind.PRIORITY_WITHOUT_OBJECTIVE, each.priority, mend, "priority")


def _of_priority(kind: GapKind, priority: Any, mend: str, route: str) -> Gap:
    url = reverse(route, args=[priority.pk])
    return Gap(kind, priority.name, mend, url, priority.pk, priority.code)
