"""Of many rows in one form, the one that was changed last: by it the form says who changed them meanwhile."""

from collections.abc import Sequence
from typing import TypeVar

from django.db.models import Model

from core.changes import tracked_kinds

Row = TypeVar("Row", bound=Model)


def last_changed(rows: Sequence[Row]) -> Row | None:
    """The row with the newest entry of the history; None where there are no rows. One query."""
    by_id = {row.pk: row for row in rows}
    if not by_id:
        return None
    events = tracked_kinds()[rows[0]._meta.label_lower].objects.filter(pgh_obj__in=list(by_id))
    newest = events.order_by("-pgh_created_at", "-pgh_id").values_list("pgh_obj_id", flat=True).first()
    return by_id.get(newest, rows[-1])
