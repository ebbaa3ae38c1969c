"""What a bulk write did."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Recorded:
    """Counts of rows: new ones, corrections of existing ones, and those that said nothing new.

    `submitted` wait for approval, `drafts` for their author; both count nowhere until they are approved.
    """

    new: int = 0
    corrected: int = 0
    unchanged: int = 0
    submitted: int = 0
    drafts: int = 0

    @property
    def changed(self) -> int:
        """Rows that changed anything that counts."""
        return self.new + self.corrected

    def __add__(self, other: "Recorded") -> "Recorded":
        """The counts of both."""
        return Recorded(
            self.new + other.new,
            self.corrected + other.corrected,
            self.unchanged + other.unchanged,
            self.submitted + other.submitted,
            self.drafts + other.drafts,
        )
