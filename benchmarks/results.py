"""A figure, its bar, and the table of them."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Figure:
    """What was measured; `bar`: at most this; `raw`: what it was made of."""

    name: str
    value: float
    bar: float | None
    raw: dict[str, Any]

    @property
    def within(self) -> str:
        """Whether the bar was met, as text."""
        if self.bar is None:
            return ""
        return "met" if self.value <= self.bar else "MISSED"

    def line(self) -> str:
        """The figure as a line of the table."""
        bar = "" if self.bar is None else f"≤ {self.bar:g}"
        return f"{self.name:<32}{self.value:>10.3f}  {bar:<9}{self.within:<7}"

    def as_data(self) -> dict[str, Any]:
        """The figure as it is written to the file of results."""
        return {"value": round(self.value, 4), "bar": self.bar, "raw": _rounded(self.raw)}


def _rounded(raw: Any) -> Any:
    if isinstance(raw, dict):
        return {key: _rounded(value) for key, value in raw.items()}
    if isinstance(raw, list):
        return [_rounded(value) for value in raw]
    return round(raw, 5) if isinstance(raw, float) else raw
