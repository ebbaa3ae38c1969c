"""The columns of a KPI file, and the cells of a row read into fields of a KPI."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django.utils.translation import gettext as _

from core.errors import Fault, Refused
from core.tabular import NUMBER, Column, Row
from core.tabular.columns import DATE
from kpis.enums import (
    DataQuality,
    DepartmentRollup,
    Direction,
    Frequency,
    Kind,
    MissingPolicy,
    OwnValue,
    Tendency,
    TimeRollup,
)
from kpis.imports.words import read_truth, read_word
from org.models import User

_WORDS = {
    "kind": Kind,
    "direction": Direction,
    "frequency": Frequency,
    "time_rollup": TimeRollup,
    "department_rollup": DepartmentRollup,
    "own_value": OwnValue,
    "missing_policy": MissingPolicy,
    "tendency": Tendency,
    "quality": DataQuality,
}
_TEXTS = ("unit", "formula", "purpose", "source", "method", "limits_of_use", "quality_rated_on")
_NUMBERS = (
    "target", "red_line", "best", "worst", "low", "high", "red_low", "red_high", "tolerance", "min_coverage",
    "stretch_target",
)  # fmt: skip
_COUNTS = {"decimals": 6, "due_days": 1000, "carry_limit": 1000}  # with the most that each may be
NEEDED = ("direction", "frequency", "time_rollup", "department_rollup")

KPI_COLUMNS = (
    Column("code", required=True),
    Column("name", required=True),
    Column("unit"),
    *(Column(name) for name in NEEDED),
    Column("departments", also=("department",)),
    Column("target", NUMBER),
    Column("red_line", NUMBER),
    *(Column(name) for name in ("purpose", "source", "method", "own_value", "missing_policy", "tendency")),
    *(Column(name, NUMBER) for name in (*_NUMBERS[2:], *_COUNTS)),
    Column("owner"),
    Column("quality"),
    Column("quality_rated_on", DATE, also=("rated_on",)),
    Column("limits_of_use"),
    Column("approval_needed", also=("approval",)),
    Column("kind"),
    Column("formula"),
)


def read_fields(row: Row) -> dict[str, Any]:
    """The fields that the row states, as `create_kpi` takes them; an empty cell states nothing.

    Raises Refused with every cell that cannot be read.
    """
    fields: dict[str, Any] = {"name": row["name"]}
    fields |= {name: row[name] for name in (*_TEXTS, *_NUMBERS) if row[name] not in ("", None)}
    faults: list[Fault] = []
    for name, choices in _WORDS.items():
        _read(fields, faults, name, row[name], partial(read_word, choices=choices, column=name))
    for name, most in _COUNTS.items():
        _read(fields, faults, name, row[name], partial(_count, most=most, column=name))
    _read(
        fields,
        faults,
        "approval_needed",
        row["approval_needed"],
        partial(read_truth, column="approval_needed"),
    )
    _read(fields, faults, "owner", row["owner"], _owner)
    if faults:
        raise Refused(faults)
    return fields


def missing_for_new(fields: dict[str, Any]) -> list[Fault]:
    """Faults for what a KPI cannot begin without; a formula has the frequency and rollups of its inputs."""
    needed = ("direction",) if is_formula(fields) else NEEDED
    reason = _("A new KPI needs this.")
    return [Fault(reason, field=name, code="required") for name in needed if name not in fields]


def is_formula(fields: dict[str, Any]) -> bool:
    """Whether the fields of a new KPI are those of one that is computed."""
    return bool(fields.get("kind", Kind.FORMULA if fields.get("formula") else "") == Kind.FORMULA)


def department_codes(text: str) -> Sequence[str]:
    """The codes in a cell, which has them between semicolons, bars, commas or spaces."""
    for separator in ";|,":
        text = text.replace(separator, " ")
    return text.split()


def _read(
    fields: dict[str, Any], faults: list[Fault], name: str, cell: Any, reader: Callable[[Any], Any]
) -> None:
    """Set fields[name] to what the reader makes of a filled cell, or add its faults."""
    if cell in ("", None):
        return
    try:
        fields[name] = reader(cell)
    except Refused as refusal:
        faults += refusal.faults


def _count(number: float, most: int, column: str) -> int:
    if not number.is_integer() or not 0 <= number <= most:
        reason = _("A whole number from 0 to %(most)s.") % {"most": most}
        raise Refused([Fault(reason, field=column, code="number")])
    return int(number)


def _owner(address: str) -> User:
    owner = User.objects.filter(email__iexact=address, is_active=True).first()
    if owner is None:
        reason = _("There is nobody with the address %(address)s.") % {"address": repr(address)}
        raise Refused([Fault(reason, field="owner", code="unknown")])
    return owner
