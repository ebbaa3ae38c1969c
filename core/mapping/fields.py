"""What a column of somebody's file may mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from core.tabular.columns import TEXT, plain

CHOICE = "choice"


@dataclass(frozen=True)
class Option:
    """A value of a choice, as it is stored and as people say it; `also`: other words for it."""

    key: str
    label: Any
    also: tuple[str, ...] = ()

    @property
    def spellings(self) -> set[str]:
        """Every word that means this option."""
        return {plain(str(each)) for each in (self.key, self.label, *self.also)}


@dataclass(frozen=True)
class Field:
    """Something that an import understands.

    `also`: headers by which it is found. `options`: of a choice; `open`: words that are no option are kept
    as they are. `required`: a row without it is not stored.
    """

    name: str
    label: Any
    kind: str = TEXT
    required: bool = False
    also: tuple[str, ...] = ()
    help: Any = ""
    options: Sequence[Option] = ()
    open: bool = False

    @property
    def spellings(self) -> set[str]:
        """Every header that means this field."""
        return {plain(str(each)) for each in (self.name, self.label, *self.also)}

    def option(self, word: str) -> Option | None:
        """The option that a word means."""
        wanted = plain(word)
        return next((each for each in self.options if wanted in each.spellings), None)
