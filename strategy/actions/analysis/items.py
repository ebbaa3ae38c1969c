"""What was seen through a lens, and where it stands on the SWOT board."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict
from kpis.models import KPI
from org.models import User
from strategy.analysis.checks import (
    check_address,
    check_choice,
    check_field,
    check_open,
    check_rating,
    check_text,
    unknown,
)
from strategy.collecting import board_items
from strategy.enums import Course, Horizon, ItemState, Lens
from strategy.models import AnalysisItem, AnalysisRound, Plan
from strategy.validators import refuse

CHANGEABLE = (
    "lens",
    "category",
    "quadrant",
    "statement",
    "detail",
    "evidence",
    "evidence_url",
    "kpi",
    "impact",
    "likelihood",
    "course",
    "horizon",
    "owner",
    "review_on",
)


@action
def add_item(
    *,
    by: User | None,
    plan: Plan,
    statement: str,
    lens: str = Lens.SWOT,
    category: str = "",
    quadrant: str = "",
    detail: str = "",
    evidence: str = "",
    evidence_url: str = "",
    kpi: KPI | None = None,
    impact: int | None = None,
    likelihood: int | None = None,
    course: str = "",
    horizon: str = "",
    owner: User | None = None,
    review_on: dt.date | None = None,
    state: str = ItemState.SHARED,
    round: AnalysisRound | None = None,
) -> AnalysisItem:
    """Add an item after the others; in a round (`round`, state OWN) it is its contributor's until shared.

    SWOT asks for a quadrant, every other lens for a category of its own (`CATEGORIES`). Raises Refused.
    """
    check_open(plan)
    item = AnalysisItem(
        plan=plan,
        statement=statement,
        lens=lens,
        category=category,
        quadrant=quadrant,
        detail=detail,
        evidence=evidence,
        evidence_url=evidence_url,
        kpi=kpi,
        impact=impact,
        likelihood=likelihood,
        course=course,
        horizon=horizon,
        owner=owner,
        review_on=review_on,
        state=state,
        round=round,
        contributor=by,
        position=plan.analysis_items.count(),
    )
    _store(item)
    return item


@action
def change_item(*, by: User | None, item: AnalysisItem, **fields: Any) -> AnalysisItem:
    """Change what is said of an item (`CHANGEABLE`); raises Refused, Conflict where it was merged."""
    check_open(item.plan)
    if item.state == ItemState.MERGED:
        raise Conflict(_("It was merged into another; change that one."))
    for name in CHANGEABLE:
        setattr(item, name, fields.pop(name, getattr(item, name)))
    unknown("an item", fields)
    _store(item)
    return item


def _store(item: AnalysisItem) -> None:
    refuse(
        check_text("statement", item.statement, 500),
        check_field(item),
        check_rating("impact", item.impact),
        check_rating("likelihood", item.likelihood),
        check_choice("course", item.course, Course.values),
        check_choice("horizon", item.horizon, Horizon.values),
        check_address("evidence_url", item.evidence_url),
    )
    item.statement = item.statement.strip()
    item.save()


@action
def place_item(
    *, by: User | None, item: AnalysisItem, quadrant: str, position: int | None = None
) -> AnalysisItem:
    """Put an item into a quadrant of the SWOT board, before the one at `position` (0: first; None: last).

    An empty quadrant takes an item of another lens off the board. Raises Refused, Conflict where the item
    is not on the board (archived, merged, not shared yet).
    """
    check_open(item.plan)
    if item.state != ItemState.SHARED:
        raise Conflict(_("“%(item)s” is not on the board.") % {"item": item.statement})
    item.quadrant = quadrant
    refuse(check_field(item))
    item.save(update_fields=["quadrant"])
    if quadrant:
        _put(item, position)
    return item


def _put(item: AnalysisItem, position: int | None) -> None:
    """Number the quadrant anew with the item at its position; only what moved is written."""
    found = board_items(item.plan).filter(quadrant=item.quadrant).order_by("position", "pk")
    others = [each for each in found.select_for_update(of=("self",)) if each.pk != item.pk]
    at = len(others) if position is None else max(0, min(position, len(others)))
    for number, each in enumerate([*others[:at], item, *others[at:]]):
        if each.position != number:
            each.position = number
            each.save(update_fields=["position"])


@action
def archive_item(*, by: User | None, item: AnalysisItem) -> AnalysisItem:
    """Take an item out of the analysis; what answers it keeps it. Raises Conflict where it was merged."""
    return _become(item, ItemState.SHARED, ItemState.ARCHIVED)


@action
def restore_item(*, by: User | None, item: AnalysisItem) -> AnalysisItem:
    """Bring an archived item back; raises Conflict where it is not archived."""
    return _become(item, ItemState.ARCHIVED, ItemState.SHARED)


def _become(item: AnalysisItem, before: str, after: str) -> AnalysisItem:
    check_open(item.plan)
    if item.state != before:
        raise Conflict(
            _("“%(item)s” is: %(state)s.") % {"item": item.statement, "state": item.get_state_display()}
        )
    item.state = after
    item.save(update_fields=["state"])
    return item
