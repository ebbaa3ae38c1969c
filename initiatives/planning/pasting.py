"""A plan copied from a spreadsheet: lines of cells by tab, read without guessing.

Columns stand in a fixed order, or in the order of a first line that names them. Days are written 2026-03-14
or 14.3.2026; a day such as 3/4/2026 could be two, so it is refused.
"""

import csv
import datetime as dt
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.tabular.cells import convert
from core.tabular.columns import NUMBER
from initiatives.enums import TaskKind
from initiatives.planning.lines import TaskLine
from org.models import User

MOST_LINES = 500
COLUMNS = ("name", "who", "start", "end", "weight", "progress", "phase")
_ALSO = {
    "task": "name",
    "milestone": "name",
    "owner": "who",
    "responsible": "who",
    "begin": "start",
    "finish": "end",
    "due": "end",
    "done": "progress",
    "part of": "phase",
}
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


@dataclass(frozen=True)
class PastedLine:
    """One line: its cells as they were, what they say (None where something is wrong), and its faults."""

    number: int
    cells: Mapping[str, str]
    line: TaskLine | None
    faults: tuple[str, ...]


def read_pasted(text: str, people: Sequence[User]) -> list[PastedLine]:
    """Every line that is not empty; `people`: who can be named, by e-mail or name."""
    rows = list(csv.reader(io.StringIO(text.replace("\x00", "")), delimiter="\t"))
    filled = [(number, row) for number, row in enumerate(rows, start=1) if any(cell.strip() for cell in row)]
    order: Sequence[str] = COLUMNS
    if filled and (named := _header(filled[0][1])):
        order, filled = named, filled[1:]
    known = {key: each for each in people for key in (each.email.lower(), each.name.lower())}
    return [_line(number, row, order, known) for number, row in filled[:MOST_LINES]]


def _header(row: Sequence[str]) -> list[str]:
    """The columns that a first line names; empty where it names none, being a task already."""
    names = [cell.strip().lower() for cell in row]
    columns = [_ALSO.get(name, name if name in COLUMNS else "") for name in names]
    return columns if "name" in columns and sum(map(bool, columns)) > 1 else []


def _line(number: int, row: Sequence[str], order: Sequence[str], people: Mapping[str, User]) -> PastedLine:
    cells = {name: cell.strip() for name, cell in zip(order, row, strict=False) if name}
    faults: list[str] = []

    def said(read: object, name: str) -> object:
        try:
            return read(cells.get(name, ""))  # type: ignore[operator]
        except ValueError as error:
            faults.append(str(error))
            return None

    owner = said(lambda text: _person(text, people), "who")
    first, last = said(_day, "start"), said(_day, "end")
    weight = said(lambda text: _number(text, _("weight"), 1e9), "weight")
    progress = said(lambda text: _number(text.removesuffix("%").strip(), _("progress"), 100), "progress")
    if not cells.get("name"):
        faults.append(_("There is no name."))
    if isinstance(first, dt.date) and isinstance(last, dt.date) and last < first:
        faults.append(_("The end is before the start."))
    if faults:
        return PastedLine(number, cells, None, tuple(faults))
    return PastedLine(number, cells, _task(cells, owner, first, last, weight, progress), ())


def _task(
    cells: Mapping[str, str], owner: object, first: object, last: object, weight: object, progress: object
) -> TaskLine:
    is_milestone = last is not None and first is None and weight in (None, 0.0)
    usual = 0.0 if is_milestone else 1.0
    return TaskLine(
        name=cells["name"],
        owner=owner if isinstance(owner, User) else None,
        starts_on=first if isinstance(first, dt.date) else None,
        ends_on=last if isinstance(last, dt.date) else None,
        weight=weight if isinstance(weight, float) else usual,
        progress=round(progress) if isinstance(progress, float) else 0,
        kind=TaskKind.MILESTONE if is_milestone else TaskKind.TASK,
        phase=cells.get("phase", ""),
    )


def _person(text: str, people: Mapping[str, User]) -> User | None:
    if not text:
        return None
    if (found := people.get(text.lower())) is None:
        raise ValueError(_("Nobody is called %(name)s.") % {"name": repr(text[:60])})
    return found


def _day(text: str) -> dt.date | None:
    if not text:
        return None
    try:
        if dotted := _DOTTED.fullmatch(text):
            day, month, year = map(int, dotted.groups())
            return dt.date(year, month, day)
        return dt.date.fromisoformat(text)
    except ValueError:
        words = _("%(text)s is no day: write it like 2026-03-14 or 14.3.2026.")
        raise ValueError(words % {"text": repr(text[:40])}) from None


def _number(text: str, what: str, most: float) -> float | None:
    value = convert(text, NUMBER)
    if isinstance(value, float) and not 0 <= value <= most:
        words = _("The %(what)s is from 0 to %(most)g.")
        raise ValueError(words % {"what": what, "most": most})
    return value if isinstance(value, float) else None
