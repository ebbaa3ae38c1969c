"""What a SMART check says: checks with a verdict each, gathered into letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Whether something asked of a goal holds."""

    MET = "met"
    NOT_MET = "not_met"
    CANNOT_SAY = "cannot_say"


@dataclass(frozen=True)
class Check:
    """One thing that a letter asks: the verdict, why in a sentence, and the field in which it is mended.

    `field`: the name of the form's and the API's field; empty where the goal itself cannot mend it.
    """

    verdict: Verdict
    says: str
    field: str = ""


@dataclass(frozen=True)
class Letter:
    """One of S, M, A, R, T with what was checked; it is met when everything is."""

    letter: str
    checks: tuple[Check, ...]

    @property
    def verdict(self) -> Verdict:
        """Not met where a check is not, else cannot say where one cannot, else met."""
        found = {check.verdict for check in self.checks}
        for verdict in (Verdict.NOT_MET, Verdict.CANNOT_SAY):
            if verdict in found:
                return verdict
        return Verdict.MET

    @property
    def to_mend(self) -> Sequence[Check]:
        """The checks that are not met, those that can be mended first."""
        open_checks = [check for check in self.checks if check.verdict != Verdict.MET]
        return sorted(open_checks, key=lambda check: check.verdict == Verdict.CANNOT_SAY)


@dataclass(frozen=True)
class Smart:
    """The five letters of a goal."""

    letters: tuple[Letter, ...]

    @property
    def met(self) -> int:
        """How many letters are met, 0 to 5."""
        return sum(letter.verdict == Verdict.MET for letter in self.letters)

    @property
    def is_whole(self) -> bool:
        """Whether all five are."""
        return self.met == len(self.letters)


def met(says: str) -> Check:
    """A check that holds."""
    return Check(Verdict.MET, says)


def not_met(says: str, field: str = "") -> Check:
    """A check that does not hold, and where it is mended."""
    return Check(Verdict.NOT_MET, says, field)


def cannot_say(says: str, field: str = "") -> Check:
    """A check that cannot be decided yet, and what would decide it."""
    return Check(Verdict.CANNOT_SAY, says, field)
