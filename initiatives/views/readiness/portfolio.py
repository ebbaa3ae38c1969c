"""The change load of departments, and groups that are not ready while their day comes."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from core.ui.marks import status_label
from core.web import authorise
from initiatives.enums import UNDER_WAY
from initiatives.planning.roadmap import quarters_around
from initiatives.readiness.load import ChangeCell, LoadLevel, change_load, is_dated
from initiatives.readiness.presenting import readiness_label, short_name
from initiatives.readiness.reading import GroupReading, read_groups
from initiatives.readiness.visible import standing_groups, with_relations
from initiatives.views.seen import VIEW
from kpis.queries import calendar
from kpis.wording import period_text
from org.models import Department
from org.queries import department_tree

AHEAD = dt.timedelta(days=183)
"""So long before its end an initiative's groups should be ready."""
QUARTERS_AHEAD = 5
# Of each level: the mark whose shape and tone it has, and the word.
LEVELS: dict[LoadLevel, tuple[str, Any]] = {
    LoadLevel.ONE: ("green", _("One change")),
    LoadLevel.SEVERAL: ("amber", _("Two at once")),
    LoadLevel.MANY: ("red", _("Much at once")),
}


@require_safe
def portfolio_readiness(request: HttpRequest) -> HttpResponseBase:
    """Departments by quarter, of the initiatives under way that the reader may know of."""
    authorise(request.user, VIEW)
    today, fiscal = timezone.localdate(), calendar()
    quarters = quarters_around(today, fiscal, back=0, ahead=QUARTERS_AHEAD)
    found = standing_groups(request.user).filter(initiative__stage__in=UNDER_WAY)
    groups = list(with_relations(found).order_by("initiative__name", "position", "pk"))
    load = change_load(groups, quarters, fiscal)
    context = {
        "heads": [period_text(each, fiscal) for each in quarters],
        "lines": _lines(load),
        "late": [_late_row(each, today) for each in _not_ready(read_groups(groups), today)],
        "undated": sorted({each.initiative for each in groups if not is_dated(each.initiative)}, key=str),
        "count": len(groups),
        "key": [status_label(mark, str(word)) for mark, word in LEVELS.values()],
    }
    return render(request, "initiatives/readiness/portfolio.html", context)


def _lines(load: Mapping[int | None, Sequence[ChangeCell]]) -> list[dict[str, Any]]:
    """Departments as they stand in the tree, those that are closed last.

    Groups of no department are left out: they are different people in each initiative.
    """
    tree = {each.id: each.name for each in department_tree()}
    closed = {key: str(_department(load[key])) for key in load if key is not None and key not in tree}
    return [
        {"name": name, "cells": [_cell(each) for each in load[key]]}
        for key, name in (tree | closed).items()
        if key in load
    ]


def _department(cells: Sequence[ChangeCell]) -> Department | None:
    return next((each.department for cell in cells for each in cell.groups), None)


def _cell(cell: ChangeCell) -> dict[str, Any]:
    mark, word = LEVELS.get(cell.level, ("", ""))
    return {"initiatives": cell.initiatives, "impact": cell.impact, "mark": mark, "word": word}


def _not_ready(readings: Sequence[GroupReading], today: dt.date) -> list[GroupReading]:
    """Groups that something holds up, or that nobody rated, of what ends soon; the soonest first."""
    found = [
        each
        for each in readings
        if each.group.initiative.ends_on is not None
        and each.group.initiative.ends_on <= today + AHEAD
        and (each.barrier_before_start or not each.is_rated)
    ]
    return sorted(found, key=lambda each: (each.group.initiative.ends_on, each.group.initiative.name))


def _late_row(reading: GroupReading, today: dt.date) -> dict[str, Any]:
    end = reading.group.initiative.ends_on
    return {
        "group": reading.group,
        "initiative": reading.group.initiative,
        "label": readiness_label(reading),
        "barrier": short_name(reading.barrier) if reading.barrier else "",
        "days": (end - today).days if end else None,
        "open": reading.open_actions,
    }
