"""A row as somebody handed it in."""

import datetime as dt
from typing import NamedTuple


class RawValue(NamedTuple):
    """A value as a file, a form or a request gives it; an empty department means the one at the top.

    `value`: a number or its text. `known_since`: a moment, a day or their ISO text. `line`: of a file; rows
    of an array are named by their position instead. `carry_note`: without a note of its own the row takes
    that of the value before it.
    """

    kpi: str
    department: str
    period: str
    value: float | str | None
    note: str = ""
    reason: str = ""
    external_id: str = ""
    known_since: dt.datetime | dt.date | str | None = None
    line: int | None = None
    carry_note: bool = False
