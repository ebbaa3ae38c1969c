"""What of a KPI's card follows from something else: the day of a rating."""

import datetime as dt
from typing import Any

from kpis.models import KPI


def dated_rating(kpi: KPI, fields: dict[str, Any], today: dt.date) -> dict[str, Any]:
    """The fields with the day of the rating: today for a new one without its own day, none without a rating.

    A day that merely stayed as it was is not the day of another rating.
    """
    if not {"quality", "quality_rated_on"} & fields.keys():
        return fields
    quality = fields.get("quality", kpi.quality)
    rated_on = fields.get("quality_rated_on", kpi.quality_rated_on)
    stayed = rated_on == kpi.quality_rated_on
    if not quality:
        rated_on = None if stayed else rated_on
    elif rated_on is None or (quality != kpi.quality and stayed):
        rated_on = today
    return {**fields, "quality_rated_on": rated_on}
