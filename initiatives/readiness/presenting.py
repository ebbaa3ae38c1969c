"""Readiness as pages show it: bars of five rungs, words for what holds a group up."""

import datetime as dt
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.ui.marks import status_label
from initiatives.enums import ActionState, Dimension
from initiatives.models import ReadinessAction
from initiatives.readiness.barrier import LOW, MOST
from initiatives.readiness.reading import DimensionReading, GroupReading

_RUNG, _GAP = 18, 2


def short_name(dimension: str) -> str:
    """ "Desire": the word before the colon of its label."""
    return str(Dimension(dimension).label).split(":")[0]


def asked_text(dimension: str) -> str:
    """ "wants it": what the dimension asks for, in words."""
    return str(Dimension(dimension).label).partition(":")[2].strip()


def readiness_label(reading: GroupReading) -> SafeString:
    """Shape and word: held up (and at what), ready, or not rated."""
    if not reading.is_rated:
        return status_label("none", _("Not rated yet"))
    if not reading.barrier:
        return status_label("green", _("Ready"))
    words = _("Held up at %(dimension)s") % {"dimension": short_name(reading.barrier).lower()}
    rating = next(each.rating for each in reading.dimensions if each.is_barrier)
    return status_label("amber" if rating == LOW else "red", words)


def rungs(rating: int | None) -> SafeString:
    """Five rungs, filled as far as the rating; the numbers stand beside, so screen readers pass over it."""
    filled = rating or 0
    shapes = format_html_join(
        "",
        '<rect class="{}" x="{}" width="{}" height="10" rx="1"/>',
        (("rung-on" if n < filled else "rung-off", n * (_RUNG + _GAP), _RUNG) for n in range(MOST)),
    )
    tick = LOW * (_RUNG + _GAP) - _GAP / 2
    return format_html(
        '<svg class="rungs is-{}" viewBox="0 -2 {} 14" aria-hidden="true">{}'
        '<path class="rung-bar" d="M{} -2v14"/></svg>',
        _tone(rating),
        MOST * (_RUNG + _GAP),
        shapes,
        tick,
    )


def _tone(rating: int | None) -> str:
    if rating is None or rating > LOW:
        return "on"
    return "near" if rating == LOW else "off"


def dimension_row(reading: DimensionReading) -> dict[str, Any]:
    """A row of a group's picture."""
    return {
        "name": short_name(reading.dimension),
        "asks": asked_text(reading.dimension),
        "rating": reading.rating,
        "rungs": rungs(reading.rating),
        "moved": reading.moved,
        "is_barrier": reading.is_barrier,
    }


def group_row(reading: GroupReading, user: Any, may_run: bool, today: dt.date) -> dict[str, Any]:
    """A group with its picture, its earlier ratings and its actions."""
    return {
        "reading": reading,
        "group": reading.group,
        "label": readiness_label(reading),
        "dimensions": [dimension_row(each) for each in reading.dimensions],
        "barrier": short_name(reading.barrier) if reading.barrier else "",
        "ratings": list(reading.group.ratings.all()),
        "actions": [action_row(each, user, may_run, today) for each in reading.group.actions.all()],
    }


def action_row(action: ReadinessAction, user: Any, may_run: bool, today: dt.date) -> dict[str, Any]:
    """An action with whether it is late and who may tick it."""
    late = action.state == ActionState.OPEN and action.due_on is not None and action.due_on < today
    return {
        "action": action,
        "helps": short_name(action.dimension) if action.dimension else "",
        "done": action.state == ActionState.DONE,
        "label": _action_label(action, late),
        "may_tick": action.state != ActionState.DROPPED and (may_run or action.owner_id == user.pk),
    }


def _action_label(action: ReadinessAction, late: bool) -> SafeString:
    if late:
        return status_label("late")
    mark = {ActionState.DONE: "green", ActionState.DROPPED: "not_applicable"}.get(
        ActionState(action.state), "not_due"
    )
    return status_label(mark, action.get_state_display())
