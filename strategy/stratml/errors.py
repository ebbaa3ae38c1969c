"""What can be said about a StratML file: that it is refused, or a remark about something in it."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext as _


class Remark(NamedTuple):
    """A warning about something that was read with a guess, or set aside.

    `line` is the line of the element in the file; None where the remark is about the whole plan.
    """

    line: int | None
    message: str


def gathered(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Give the remarks by line, each once; one made several times of a line says how often.

    Programs write whole plans on a single line, so that a slip they make everywhere fills pages otherwise.
    """
    counts = Counter(remarks)
    found = sorted(counts, key=lambda remark: remark.line or 0)
    again = _("%(message)s (%(count)d times)")
    return tuple(
        Remark(one.line, again % {"message": one.message, "count": counts[one]}) if counts[one] > 1 else one
        for one in found
    )


class StratmlError(Exception):
    """The file is refused; nothing of it may be stored.

    `message` is for the person who chose the file: what is wrong and what would mend it.
    `line` and `column` count from 1 and are None where the trouble has no place in the file.
    """

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column

    def __str__(self) -> str:
        """Give the message with its place in front."""
        if self.line is None:
            return self.message
        if self.column is None:
            return _("Line %(line)d: %(message)s") % {"line": self.line, "message": self.message}
        place = {"line": self.line, "column": self.column, "message": self.message}
        return _("Line %(line)d, column %(column)d: %(message)s") % place
