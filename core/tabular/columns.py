"""What a reader expects of a table: its columns by name and kind."""

from dataclasses import dataclass

TEXT, NUMBER, DATE = "text", "number", "date"


@dataclass(frozen=True)
class Column:
    """A column that a file may have.

    `required`: it must be there and filled in each row. `filled=False`: it must be there, but a cell may be
    empty. `also`: other spellings of its header. Headers are compared without regard to case, and a space is
    an underscore.
    """

    name: str
    kind: str = TEXT
    required: bool = False
    filled: bool = True
    also: tuple[str, ...] = ()

    @property
    def spellings(self) -> set[str]:
        """Every header that means this column, as `plain` writes it."""
        return {plain(self.name), *(plain(other) for other in self.also)}


def plain(header: str) -> str:
    """A header as it is compared: "Time rollup" and "time_rollup" are one."""
    return "_".join(header.casefold().replace("-", " ").replace("_", " ").split())
