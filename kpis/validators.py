"""Rules about a KPI's card that forms, serializers, imports and actions share."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from core.errors import Fault
from kpis.enums import Direction, MissingPolicy
from kpis.models import KPI, Definition

LINE, BAND = ("target", "red_line", "best", "worst"), ("low", "high", "red_low", "red_high")
"""What scores are made of: of a KPI that has a target, and of one that is best inside a band."""

RATING_HOLDS = dt.timedelta(days=365)
"""After so long a rating of data quality says little about the values of today."""


def check_rating(quality: str, rated_on: dt.date | None, today: dt.date) -> Iterable[Fault]:
    """Faults of a data quality rating that lies ahead, or of a day on which nothing was rated."""
    if rated_on is not None and not quality:
        yield Fault(_("Say how the data quality was rated on that day."), field="quality")
    elif rated_on is not None and rated_on > today:
        yield Fault(_("This day lies in the future."), field="quality_rated_on")


def check_stretch(kpi: KPI, definition: Definition) -> Iterable[Fault]:
    """Faults of a stretch target that asks for less than the target, or stands where none can be."""
    stretch = kpi.stretch_target
    if stretch is None:
        return
    if definition.direction == Direction.BAND:
        yield Fault(_("A KPI that is best inside a band has no stretch target."), field="stretch_target")
    elif definition.target is not None:
        ahead = stretch > definition.target
        if stretch == definition.target or ahead != (definition.direction == Direction.UP):
            reason = _("A stretch target asks for more than the target, which is %(target)g.")
            yield Fault(reason % {"target": definition.target}, field="stretch_target")


def rating_is_old(kpi: KPI, today: dt.date) -> bool:
    """Whether the data quality was rated, and more than a year ago."""
    return kpi.quality_rated_on is not None and today - kpi.quality_rated_on > RATING_HOLDS


def check_given(definition: Definition, given: Mapping[str, Any]) -> list[Fault]:
    """What of the fields that somebody gives a definition would count nowhere, or lacks what it needs.

    A line that was left over from another direction is no fault, one that is handed in now is.
    """
    is_band = definition.direction == Direction.BAND
    reason = foreign_line_text(is_band)
    faults = [
        Fault(reason, field=name) for name in (LINE if is_band else BAND) if given.get(name) is not None
    ]
    if given.get("missing_policy") == MissingPolicy.CARRY and not definition.carry_limit:
        reason = _("Say for how many periods the last value is carried on.")
        faults.append(Fault(reason, field="carry_limit", code="required"))
    return faults


def foreign_line_text(is_band: bool) -> str:
    """Why a line of the other direction is refused."""
    if is_band:
        return _("A KPI that is best inside a band has no such line: empty it, or choose another direction.")
    return _("Only a KPI that is best inside a band has such an edge: empty it, or choose that direction.")
