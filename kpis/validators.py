"""Rules about a KPI's card that forms, serializers, imports and actions share."""

import datetime as dt
from collections.abc import Iterable

from django.utils.translation import gettext as _

from core.errors import Fault
from kpis.enums import Direction
from kpis.models import KPI, Definition

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
