"""Columns of a KPI file that mean something to a floor above.

A KPI knows no objectives; the strategy, which does, registers the column `objective` here (from its
`subscribers.py`). A handler runs in the transaction of the import, so that the preview shows its refusal.
"""

from typing import Protocol

from core.tabular import Column
from kpis.models import KPI
from org.models import User


class ColumnHandler(Protocol):
    """Does what a cell asks for a KPI that was just stored."""

    def __call__(self, *, by: User | None, kpi: KPI, text: str) -> bool:
        """Act on the cell (never empty); True where it changed anything. Raises Refused for what is wrong."""


_handlers: dict[str, tuple[Column, ColumnHandler]] = {}


def register_column(column: Column, handler: ColumnHandler) -> None:
    """Let KPI files have this column; for `AppConfig.ready()` of a floor above."""
    _handlers[column.name] = (column, handler)


def registered_columns() -> list[Column]:
    """The columns that floors above have registered."""
    return [column for column, _handler in _handlers.values()]


def handlers() -> dict[str, ColumnHandler]:
    """The handlers by the name of their column."""
    return {name: handler for name, (_column, handler) in _handlers.items()}
