"""What a bulk write did."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Recorded:
    """Counts of rows: new ones, corrections of existing ones, and those that said nothing new."""

    new: int = 0
    corrected: int = 0
    unchanged: int = 0

    @property
    def changed(self) -> int:
        """Rows that changed anything."""
        return self.new + self.corrected
