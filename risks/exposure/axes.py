"""Axes of amounts: round ticks, written in short in the reader's language."""

import math
from typing import Any

from core.ui.money import money_short_text


def round_ticks(low: float, high: float, most: int = 8) -> list[float]:
    """At most `most` multiples of 1, 2 or 5 times a power of ten from `low` to `high`.

    One tick where both are the same amount: what floats tell apart below a millionth, no reader does.
    """
    if high - low <= 1e-6 * max(1.0, abs(low), abs(high)):
        return [low]
    rough = (high - low) / (most - 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next((power * each for each in (1, 2, 5) if power * each >= rough), 10 * power)
    return [place * step for place in range(math.ceil(low / step), math.floor(high / step) + 1)]


def amount_axis(title: str, low: float, high: float) -> dict[str, Any]:
    """A Plotly axis of amounts that holds `low` to `high`."""
    ticks = round_ticks(low, high)
    return {
        "title": {"text": title},
        "tickvals": ticks,
        "ticktext": [money_short_text(each) for each in ticks],
    }
