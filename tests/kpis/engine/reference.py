"""The semantics once more: slow, obvious, with dictionaries and loops, to hold the engine against.

Written from the definition of a number, not from the engine. None is missing.
"""

from __future__ import annotations

from datetime import date
from functools import cache, cached_property
from math import isnan

from kpis.engine.frequency import Frequency, Period
from tests.kpis.engine.world import Lines, World

NO_LINES: Lines = (None, None, None, None)


class Reference:
    """One KPI of a world, cell by cell."""

    def __init__(self, world: World, kpi: int) -> None:
        self.world, self.kpi, self.rules = world, kpi, world.rules[kpi]
        self.calendar = world.calendar
        # Patience has limits: what depends on a department and a native period is worked out once.
        for name in ("tree", "end", "value", "lines", "members", "native_value", "native_line"):
            setattr(self, name, cache(getattr(self, name)))

    # --- a department's own pair ------------------------------------------------------------

    def tree(self, t: int) -> dict[int, int | None]:
        """The tree in force in native period t."""
        return [tree for first, tree in self.world.trees if first <= t or first == self.world.trees[0][0]][-1]

    def is_active(self, d: int, t: int) -> bool:
        return d in self.tree(t) and (d, self.kpi, t) in self.world.active

    def has_ended(self, t: int) -> bool:
        return self.end(t) <= self.world.as_of

    def end(self, t: int) -> date:
        return self.calendar.end(Period(self.rules.frequency, t))

    def reported(self, d: int, t: int) -> float | None:
        return self.world.values.get((d, self.kpi, t)) if self.is_active(d, t) else None

    def value(self, d: int, t: int) -> float | None:
        """Reported or filled in."""
        own = self.reported(d, t)
        if own is not None or not self.is_active(d, t) or not self.has_ended(t):
            return own
        if self.rules.missing_policy == "zero":
            return 0.0
        if self.rules.missing_policy == "carry":
            for back in range(1, self.rules.carry_limit + 1):
                if t - back in self.world.ordinals and self.reported(d, t - back) is not None:
                    return self.reported(d, t - back)
        return None

    def lines(self, d: int, t: int) -> Lines:
        """Target, red line, best, worst of the pair (band: low, red, high, red)."""
        if not self.is_active(d, t):
            return NO_LINES
        lines = self.world.targets.get((d, self.kpi, t), NO_LINES)
        if self.untargeted(lines):
            lines = tuple(None if isnan(line) else line for line in self.rules.default_anchors)
        return NO_LINES if self.untargeted(lines) else self.with_red(lines)

    def untargeted(self, lines: Lines) -> bool:
        return lines[0] is None or (self.rules.direction == "band" and lines[2] is None)

    def with_red(self, lines: Lines) -> Lines:
        target, red, third, fourth = lines
        if red is None:
            distance = self.rules.tolerance * abs(target)
            red = target + distance if self.rules.direction == "down" else target - distance
        if self.rules.direction == "band" and fourth is None:
            fourth = third + self.rules.tolerance * abs(third)
        return target, red, third, fourth

    # --- departments at native frequency -----------------------------------------------------

    def members(self, d: int, t: int) -> list[int]:
        """The departments whose own pairs make d's value."""
        if self.rules.department_rollup == "none":
            return [d]
        if self.rules.own_value == "replaces" and self.value(d, t) is not None:
            return [d]
        below = [child for child, parent in sorted(self.tree(t).items()) if parent == d]
        return [d] + [member for child in below for member in self.members(child, t)]

    def over_departments(self, t: int, numbers: dict[int, float]) -> float | None:
        kind = self.rules.department_rollup
        if not numbers:
            return None
        if kind in ("min", "max"):
            return min(numbers.values()) if kind == "min" else max(numbers.values())
        weights = dict.fromkeys(numbers, 1.0)
        if kind == "weighted":
            weights = {d: self.world.weights.get((d, self.kpi, t), 1.0) for d in numbers}
        total = sum(weights[d] * number for d, number in numbers.items())
        if kind in ("sum", "none"):
            return total
        return total / sum(weights.values()) if sum(weights.values()) else None

    def native_value(self, d: int, t: int) -> float | None:
        found = {m: self.value(m, t) for m in self.members(d, t)}
        return self.over_departments(t, {m: value for m, value in found.items() if value is not None})

    def native_line(self, d: int, t: int, i: int, to_date: bool, of) -> float | None:
        """One line over the pairs with a target (and a value); missing if one of them lacks it."""
        pairs = [m for m in self.members(d, t) if self.is_active(m, t)]
        if to_date:
            pairs = [m for m in pairs if self.value(m, t) is not None]
        found = {m: of(m, t)[i] for m in pairs if of(m, t)[0] is not None}
        if any(line is None for line in found.values()):
            return None
        return self.over_departments(t, found)

    def native_coverage(self, d: int, t: int) -> float:
        counts = self.counts(d, [t])
        return counts["reported"] / counts["expected"] if counts["expected"] else 1.0

    # --- time ----------------------------------------------------------------------------------

    def natives(self, period: Period, ytd: bool) -> list[int]:
        """The native periods inside the cell, or from its fiscal year's start through its end."""
        year = self.calendar.fiscal_year_of(period)
        return [t for t in self.natives_of_year[year] if self.belongs(t, period, ytd)]

    def belongs(self, t: int, period: Period, ytd: bool) -> bool:
        return (ytd or self.end(t) >= self.calendar.start(period)) and self.end(t) <= self.calendar.end(
            period
        )

    @cached_property
    def natives_of_year(self) -> dict[int, list[int]]:
        years: dict[int, list[int]] = {}
        for t in self.world.ordinals:
            year = self.calendar.containing(self.end(t), Frequency.YEAR).ordinal
            years.setdefault(year, []).append(t)
        return years

    def over_time(self, numbers: list[float]) -> float | None:
        if not numbers:
            return None
        match self.rules.time_rollup:
            case "sum":
                return sum(numbers)
            case "mean":
                return sum(numbers) / len(numbers)
            case "min":
                return min(numbers)
            case "max":
                return max(numbers)
            case "last":
                return numbers[-1]

    def shown(self, d: int, natives: list[int]) -> int | None:
        """The native period that `last` shows."""
        valued = [t for t in natives if self.native_value(d, t) is not None]
        covered = [t for t in valued if self.native_coverage(d, t) >= self.rules.min_coverage]
        return (covered or valued or [None])[-1]

    def rolled_value(self, d: int, natives: list[int]) -> float | None:
        if self.rules.time_rollup == "last":
            shown = self.shown(d, natives)
            return None if shown is None else self.native_value(d, shown)
        values = [self.native_value(d, t) for t in natives]
        return self.over_time([value for value in values if value is not None])

    def rolled_line(self, d: int, natives: list[int], i: int, to_date: bool, of=None) -> float | None:
        of = of or self.lines
        if to_date and self.rules.time_rollup == "last":
            shown = self.shown(d, natives)
            return None if shown is None else self.native_line(d, shown, i, to_date, of)
        aimed = [t for t in natives if self.native_line(d, t, 0, to_date, of) is not None]
        found = [self.native_line(d, t, i, to_date, of) for t in aimed]
        if self.rules.time_rollup == "last":
            found = found[-1:]
        return None if None in found else self.over_time(found)

    def counts(self, d: int, natives: list[int]) -> dict[str, int]:
        pairs = [(m, t) for t in natives for m in self.members(d, t) if self.is_active(m, t)]
        reported = [pair for pair in pairs if self.reported(*pair) is not None]
        return {
            "active": len(pairs),
            "expected": sum(self.has_ended(t) for _, t in pairs),
            "reported": sum(self.has_ended(t) for _, t in reported),
            "filled": sum(self.value(*pair) is not None for pair in pairs) - len(reported),
        }

    # --- the cell --------------------------------------------------------------------------------

    def cell(self, d: int, period: Period, ytd: bool = False) -> dict[str, object]:
        natives = self.natives(period, ytd)
        whole = tuple(self.rolled_line(d, natives, i, False) for i in range(4))
        to_date = tuple(self.rolled_line(d, natives, i, True) for i in range(4))
        own = self.world.cell_targets.get((d, self.kpi, period))
        if own is not None and not ytd:
            whole, to_date = self.set_directly(d, natives, own, whole, to_date)
        value = self.rolled_value(d, natives)
        return {
            "value": value,
            "anchors": whole,
            "anchors_to_date": to_date,
            "score": score(value, to_date, self.rules.direction),
            "as_at": self.shown(d, natives) if self.rules.time_rollup == "last" else None,
            **self.counts(d, natives),
        }

    def set_directly(self, d: int, natives: list[int], own: Lines, whole: Lines, to_date: Lines):
        """A cell target: the rolled-up distance for lines it leaves out, and its share to date."""
        base = (0, 0, 2, 2) if self.rules.direction == "band" else (0, 0, 0, 0)
        lines = list(own)
        for i in range(4):
            if lines[i] is None and whole[i] is not None:
                lines[i] = own[base[i]] + (whole[i] - whole[base[i]])
        lines = self.with_red(tuple(lines))
        share = self.share(d, natives, whole, to_date)
        if share is None:
            return lines, NO_LINES
        return lines, tuple(None if line is None else line * share for line in lines)

    def share(self, d: int, natives: list[int], whole: Lines, to_date: Lines) -> float | None:
        pairs = [(m, t) for t in natives for m in self.members(d, t) if self.is_active(m, t)]
        sums = self.rules.time_rollup == self.rules.department_rollup == "sum"
        if sums and all(self.lines(*pair)[0] is not None for pair in pairs):
            i = 2 if self.rules.direction == "band" else 0  # of a band, the middle
            part, all_of_it = added(to_date[0], to_date[i]), added(whole[0], whole[i])
        else:
            ones = lambda m, t: (1.0,) * 4
            part, all_of_it = (self.rolled_line(d, natives, 0, to, ones) for to in (True, False))
        return None if part is None or not all_of_it else part / all_of_it


def added(a: float | None, b: float | None) -> float | None:
    return None if a is None or b is None else a + b


def score(value: float | None, lines: Lines, direction: str) -> float | None:
    """0 to 100, from the examples: target 66.7, red line 33.3."""
    target, red, best, worst = lines
    if value is None or target is None:
        return None
    if direction == "band":
        return band_score(value, *lines)
    if direction == "down":
        value, target, red = -value, -target, -red
        best, worst = (None if line is None else -line for line in (best, worst))
    if not red < target or (best is not None and best <= target) or (worst is not None and worst >= red):
        return None
    if value > target and best is not None:
        result = 200 / 3 + (value - target) / (best - target) * 100 / 3
    elif value < red and worst is not None:
        result = (value - worst) / (red - worst) * 100 / 3
    else:
        result = 100 / 3 * (1 + (value - red) / (target - red))
    return min(100.0, max(0.0, result))


def band_score(value: float, low: float, red_low: float, high: float, red_high: float) -> float | None:
    if not red_low < low < high < red_high:
        return None
    half = (high - low) / 2
    if low <= value <= high:
        return 100 - abs(value - (low + half)) / half * 100 / 3
    outside = (low - value) / (low - red_low) if value < low else (value - high) / (red_high - high)
    return max(0.0, 200 / 3 - outside * 100 / 3)
