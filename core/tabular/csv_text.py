"""CSV bytes into a grid: encoding, delimiter, lines."""

import csv
import io

from django.utils.translation import gettext as _

from core.errors import Fault, Refused
from core.tabular.columns import plain
from core.tabular.table import Grid

_DELIMITERS = (",", ";", "\t")
_UTF16 = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def decode(data: bytes) -> str:
    """The text of a file in UTF-8 or, with its byte order mark, UTF-16; raises Refused naming the place."""
    encoding = _UTF16.get(data[:2], "utf-8-sig")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        reason = _("Byte %(position)s (0x%(byte)s) is no UTF-8: save the file as “CSV UTF-8” and try again.")
        values = {"position": error.start + 1, "byte": f"{data[error.start]:02x}"}
        raise Refused([Fault(reason % values, line=line, code="encoding")]) from None
    if "\x00" in text:
        line = text[: text.index("\x00")].count("\n") + 1
        raise Refused([Fault(_("This is no text: hand in CSV UTF-8 or XLSX."), line=line, code="encoding")])
    return text


def _delimiter(text: str, known: set[str]) -> str:
    """The delimiter that makes most known headers of the first line that is not empty."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    recognised = {
        each: sum(plain(cell) in known for cell in next(csv.reader([first], delimiter=each), []))
        for each in _DELIMITERS
    }
    return max(_DELIMITERS, key=lambda each: (recognised[each], first.count(each)))


def read_csv(data: bytes, known: set[str], most_rows: int) -> Grid:
    """The cells of a CSV file; `known` are the headers by which its delimiter is found. Raises Refused."""
    text = decode(data)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text, known), strict=True)
    lines: list[tuple[int, list]] = []
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                lines.append((begins, list(cells)))
            begins = reader.line_num + 1
            if len(lines) > most_rows + 1:
                break
    except csv.Error as error:
        reason = _("The quotation marks do not match (%(reason)s).") % {"reason": error}
        raise Refused([Fault(reason, line=begins, code="quotes")]) from None
    return Grid(lines)
