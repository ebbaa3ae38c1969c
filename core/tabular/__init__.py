"""Tables that people hand in as CSV or Excel: read whole, every fault with its line, column and reason.

    COLUMNS = [Column("kpi", required=True), Column("value", NUMBER, required=True), Column("note")]
    table = read_table("values.csv", data, COLUMNS)
    for row in table.rows:
        row["kpi"], row["value"], row.line

A file that cannot be read at all (`table.readable` is False) has faults and no rows, and leaving out bad rows
does not help; else each fault belongs to one line, and `rows` holds the lines without a fault.
"""

from core.tabular.columns import DATE, NUMBER, TEXT, Column
from core.tabular.reading import MOST_BYTES, MOST_ROWS, read_table
from core.tabular.table import Row, Table

__all__ = ["DATE", "MOST_BYTES", "MOST_ROWS", "NUMBER", "TEXT", "Column", "Row", "Table", "read_table"]
