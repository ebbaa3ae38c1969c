"""Initiatives that may be the same, or better done together: suggested, and what was found of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import heappush, heappushpop
from typing import Any

import numpy as np

from initiatives.coordination.likeness import Parts, Traits, compare
from initiatives.coordination.trigrams import likeness, trigrams_of
from initiatives.enums import ENDED
from initiatives.models import Contribution, Initiative, InitiativeDepartment, OverlapVerdict
from initiatives.queries import standing_initiatives, visible_initiatives

LEAST_SCORE = 0.1
MOST = 40


@dataclass(frozen=True)
class Overlap:
    """Two initiatives (the one added first comes first), how alike they are, and what was found of them."""

    first: Initiative
    second: Initiative
    parts: Parts
    verdict: OverlapVerdict | None = None

    @property
    def percents(self) -> dict[str, float]:
        """The score and its parts in per cent, by name."""
        parts = self.parts
        named = {
            "score": parts.score,
            "text": parts.text,
            "objectives": parts.objectives,
            "time": parts.time,
            "department": parts.department,
        }
        return {name: 100 * share for name, share in named.items()}


def read_overlaps(user: Any, *, judged: bool = False) -> list[Overlap]:
    """Pairs of what the user may know of, the likest first: not judged yet, or (`judged`) those that were.

    Of initiatives that have not ended; merged and archived ones are left out. Five queries.
    """
    if judged:
        return _judged(user)
    initiatives = {each.pk: each for each in _compared(user)}
    verdicts = set(OverlapVerdict.objects.values_list("first", "second"))
    traits = _traits(initiatives)
    found: list[Overlap] = []
    best: list[float] = []  # a heap of the scores so far, the least first
    for text, first, second in _pairs(initiatives):
        if text < LEAST_SCORE or (len(best) == MOST and text < best[0]):
            break  # no score is above the likeness of words, and they only get less alike from here on
        parts = compare(text, traits[first], traits[second])
        if parts.score >= LEAST_SCORE and (first, second) not in verdicts:
            found.append(Overlap(initiatives[first], initiatives[second], parts))
            (heappushpop if len(best) == MOST else heappush)(best, parts.score)
    return sorted(found, key=lambda each: (-each.parts.score, each.first.pk, each.second.pk))[:MOST]


def _pairs(initiatives: Mapping[int, Initiative]) -> Iterator[tuple[float, int, int]]:
    """Every two initiatives with the likeness of their words, the likest first; one query."""
    ids, alike = likeness(trigrams_of(sorted(initiatives)))
    rows, columns = np.triu_indices(len(ids), k=1)
    texts = alike[rows, columns]
    for place in np.argsort(-texts, kind="stable").tolist():
        first, second = sorted((ids[rows[place]], ids[columns[place]]))
        yield float(texts[place]), first, second


def read_overlap(user: Any, first: Initiative, second: Initiative) -> Overlap:
    """How alike two initiatives are among all that the user may know of, and what was found of them."""
    one, other = sorted((first, second), key=lambda each: each.pk)
    everything = [each.pk for each in _compared(user)]
    ids, alike = likeness(trigrams_of(sorted({*everything, one.pk, other.pk})))
    text = float(alike[ids.index(one.pk), ids.index(other.pk)])
    traits = _traits({one.pk: one, other.pk: other})
    verdict = OverlapVerdict.objects.filter(first=one, second=other).select_related("judged_by").first()
    return Overlap(one, other, compare(text, traits[one.pk], traits[other.pk]), verdict)


def _compared(user: Any) -> Any:
    return standing_initiatives(user).exclude(stage__in=ENDED).select_related("department")


def _judged(user: Any) -> list[Overlap]:
    """What was found of pairs both of which the user may know of, the latest first."""
    visible = visible_initiatives(user)
    rows = list(
        OverlapVerdict.objects.filter(first__in=visible, second__in=visible)
        .select_related("first__department", "second__department", "judged_by")
        .order_by("-judged_at", "-pk")[:200]
    )
    initiatives = {each.pk: each for row in rows for each in (row.first, row.second)}
    if not rows:
        return []
    ids, alike = likeness(trigrams_of(list(initiatives)))
    place = {pk: n for n, pk in enumerate(ids)}
    traits = _traits(initiatives)
    return [
        Overlap(
            row.first,
            row.second,
            compare(
                float(alike[place[row.first_id], place[row.second_id]]),
                traits[row.first_id],
                traits[row.second_id],
            ),
            row,
        )
        for row in rows
    ]


def _traits(initiatives: Mapping[int, Initiative]) -> dict[int, Traits]:
    """What is compared of each besides its words; two queries."""
    objectives: dict[int, dict[int, int]] = defaultdict(dict)
    ids = list(initiatives)
    for pk, objective, strength in Contribution.objects.filter(initiative__in=ids).values_list(
        "initiative", "objective", "strength"
    ):
        objectives[pk][objective] = strength
    taking: dict[int, set[int]] = defaultdict(set)
    for pk, department in InitiativeDepartment.objects.filter(initiative__in=ids).values_list(
        "initiative", "department"
    ):
        taking[pk].add(department)
    return {
        pk: Traits(objectives[pk], each.starts_on, each.ends_on, each.department_id, taking[pk])
        for pk, each in initiatives.items()
    }
