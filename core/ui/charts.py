"""A chart's table: the same data in words and figures, for those who cannot or would not read the picture."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DataTable:
    """Column heads and rows of text or safe HTML; the first cell of a row names it."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
