"""CSV as the body of a request."""

from typing import IO, Any

from rest_framework.parsers import BaseParser

from core.tabular import Column, Table, read_table


class CsvBody:
    """The bytes of a CSV body, read when it is known which columns they should have."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def table(self, columns: tuple[Column, ...]) -> Table:
        """The rows and the faults of the file."""
        return read_table("body.csv", self.data, columns)


class CsvParser(BaseParser):
    """Keeps a text/csv body as it is."""

    media_type = "text/csv"

    def parse(self, stream: IO[bytes], media_type: Any = None, parser_context: Any = None) -> Any:
        """The body as a `CsvBody`; whether it is a table is told later, with its lines."""
        return CsvBody(stream.read())
