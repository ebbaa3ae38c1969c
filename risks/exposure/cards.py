"""A chart's table laid out so that on a phone every row is a card whose figures keep their names."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.ui.charts import DataTable


@dataclass(frozen=True)
class Cards:
    """As `DataTable`; `rows`: what names each, and its cells beside the head of their column."""

    caption: str
    columns: Sequence[str]
    rows: Sequence[tuple[object, Sequence[tuple[str, object]]]]


def cards_of(table: DataTable) -> Cards:
    """The same table by row and column."""
    rows = [(row[0], list(zip(table.columns[1:], row[1:], strict=True))) for row in table.rows]
    return Cards(table.caption, table.columns, rows)
