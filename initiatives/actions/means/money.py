"""Money of an initiative, a line for each fiscal year, kind and source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault
from initiatives.actions.storing import store
from initiatives.means.checking import FIRST_YEAR, LAST_YEAR
from initiatives.means.money import AMOUNTS
from initiatives.models import FundingSource, Initiative, MoneyLine
from initiatives.validators import check_standing, refuse
from org.models import User

KEY = ("year", "kind", "source")
FIELDS = (*KEY, *AMOUNTS, "note")


@action
def add_money_line(*, by: User | None, initiative: Initiative, **fields: Any) -> MoneyLine:
    """Add money of a fiscal year, kind and source; `fields` of `FIELDS`. Raises Refused, Conflict."""
    return _stored(MoneyLine(initiative=initiative), fields)


@action
def change_money_line(*, by: User | None, line: MoneyLine, **fields: Any) -> MoneyLine:
    """Change fields of `FIELDS`; raises Refused, Conflict."""
    return _stored(line, fields)


@action
def remove_money_line(*, by: User | None, line: MoneyLine) -> None:
    """Take it out; the history keeps it."""
    check_standing(line.initiative)
    line.delete()


@dataclass(frozen=True)
class TypedLine:
    """A line of the grid: what it is of, and its amounts; `line` None: a new one."""

    line: MoneyLine | None
    year: int
    kind: str
    source: FundingSource | None
    amounts: dict[str, Decimal | None]
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing: then it goes."""
        return not self.note and all(amount is None for amount in self.amounts.values())


@action
def keep_money(*, by: User | None, initiative: Initiative, lines: Sequence[TypedLine]) -> None:
    """Store what was typed into the grid: new lines, changed ones, and emptied ones go, all or nothing.

    Raises Refused, Conflict.
    """
    check_standing(initiative)
    for typed in lines:
        if typed.is_empty:
            if typed.line is not None:
                typed.line.delete()
            continue
        fields = {"year": typed.year, "kind": typed.kind, "source": typed.source, "note": typed.note}
        changed = {**fields, **typed.amounts}
        line = typed.line or MoneyLine(initiative=initiative)
        if line.pk is None or any(getattr(line, name) != value for name, value in changed.items()):
            _stored(line, changed)


def _stored(line: MoneyLine, fields: dict[str, Any]) -> MoneyLine:
    check_standing(line.initiative)
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"a line of money has no {', '.join(sorted(unknown))}")
    told = {name: fields.get(name, getattr(line, name)) for name in FIELDS}
    refuse(_check_year(told["year"]), _check_amounts(told), _check_once(line, told))
    return store(line, **fields)


def _check_year(year: int) -> Iterator[Fault]:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        yield Fault(_("A fiscal year, such as 2027."), field="year")


def _check_amounts(told: dict[str, Any]) -> Iterator[Fault]:
    for name in AMOUNTS:
        if told[name] is not None and told[name] < 0:
            yield Fault(_("An amount is 0 or more."), field=name)


def _check_once(line: MoneyLine, told: dict[str, Any]) -> Iterator[Fault]:
    same = line.initiative.money.filter(**{name: told[name] for name in KEY if name != "source"})
    if same.filter(source=told["source"]).exclude(pk=line.pk).exists():
        yield Fault(
            _("Money of this year, kind and source stands there already."), field="year", code="unique"
        )
