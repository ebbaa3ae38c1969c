"""What the gap check looks at, read once."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Sum
from django.utils import timezone

from strategy.collecting.board import roots
from strategy.collecting.visible import board_items
from strategy.enums import ItemState
from strategy.models import (
    AnalysisItem,
    ItemVote,
    ObjectivePlacement,
    Plan,
    Priority,
    PriorityAnswer,
    StatementPart,
)
from strategy.options.visible import home_of

STRONG = 15
"""From what impact × likelihood (each 1 to 5) on an item is strong: 3 × 5, 4 × 4 and more."""


@dataclass(frozen=True)
class WeighedItem:
    """An item that weighs much: `strength` is impact × likelihood, 0 where it is not rated."""

    item: AnalysisItem
    strength: int
    dots: int
    answered: bool


@dataclass(frozen=True)
class PriorityFacts:
    """A priority with the number of its parts of vision and mission, and of its objectives today."""

    priority: Priority
    serves: int
    objectives: int


@dataclass(frozen=True)
class PlanFacts:
    """`parts`: each with the number of priorities that serve it."""

    parts: tuple[tuple[StatementPart, int], ...]
    priorities: tuple[PriorityFacts, ...]
    strong: tuple[WeighedItem, ...]


def read_facts(plan: Plan) -> PlanFacts:
    """What holds today; archived priorities and objectives do not count. Eight queries."""
    today = timezone.localdate()
    priorities = [each for each in plan.priorities.all() if not each.archived_on or each.archived_on > today]
    serves = Priority.serves.through.objects.filter(priority__in=priorities)
    of_part: dict[int, int] = defaultdict(int)
    of_priority: dict[int, int] = defaultdict(int)
    for part, priority in serves.values_list("statementpart_id", "priority_id"):
        of_part[part] += 1
        of_priority[priority] += 1
    placed: dict[int | None, int] = defaultdict(int)
    rows = ObjectivePlacement.objects.current().valid_on(today)
    for key in rows.filter(priority__in=priorities, objective__archived_on__isnull=True).values_list(
        "priority_id", flat=True
    ):
        placed[key] += 1
    return PlanFacts(
        tuple((part, of_part[part.pk]) for part in plan.statement_parts.all()),
        tuple(PriorityFacts(each, of_priority[each.pk], placed[each.pk]) for each in priorities),
        tuple(_strong(plan, priorities)),
    )


def _strong(plan: Plan, priorities: list[Priority]) -> list[WeighedItem]:
    """Items that weigh much, the strongest first: by their ratings, or by at least a dot a voter."""
    home = home_of(plan)
    standing = roots(home.analysis_items.exclude(state=ItemState.OWN).only("pk", "merged_into_id"))
    answers = PriorityAnswer.objects.filter(priority__in=priorities).values_list("item_id", flat=True)
    answered = {standing.get(pk, pk) for pk in answers}
    dots, voters = _dots(home, standing)
    found = []
    for item in board_items(home):
        strength = (item.impact or 0) * (item.likelihood or 0)
        given, voted = dots.get(item.pk, 0), voters.get(item.round_id or 0, 0)
        if strength >= STRONG or (given >= 2 and given >= voted):
            found.append(WeighedItem(item, strength, given, item.pk in answered))
    return sorted(found, key=lambda each: (-each.strength, -each.dots, each.item.pk))


def _dots(plan: Plan, standing: dict[int, int]) -> tuple[dict[int, int], dict[int, int]]:
    """Dots by item, those of merged ones with the one that stands for them; voters by round."""
    votes = ItemVote.objects.filter(item__plan=plan)
    dots: dict[int, int] = defaultdict(int)
    for pk, number in votes.values("item").annotate(number=Sum("dots")).values_list("item", "number"):
        dots[standing.get(pk, pk)] += number
    voters: dict[int, int] = defaultdict(int)
    for round, _person in set(votes.values_list("item__round_id", "person_id")):
        voters[round] += 1
    return dots, voters
