"""Formula KPIs once more: slow and obvious, cell by cell, on matched pairs. None is missing."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite

from kpis.engine.formulas.tree import Call, Expression, Input, Negative, Node, Number, Operation
from kpis.engine.frequency import Frequency, Period
from tests.kpis.engine.reference import Reference
from tests.kpis.engine.world import World


class MatchedInput(Reference):
    """A KPI as a formula reads it: without the pairs where a required input is active but has no value."""

    def __init__(self, world: World, kpi: int, required: list[Reference]) -> None:
        self.required = required
        super().__init__(world, kpi)

    def is_left_out(self, d: int, t: int) -> bool:
        return any(other.is_active(d, t) and other.value(d, t) is None for other in self.required)

    def reported(self, d: int, t: int) -> float | None:
        return None if self.is_left_out(d, t) else super().reported(d, t)

    def value(self, d: int, t: int) -> float | None:
        return None if self.is_left_out(d, t) else Reference.value(self.plain, d, t)

    @property
    def plain(self) -> Reference:
        return Reference(self.world, self.kpi)


class FormulaReference:
    """The formulas over the KPIs k0, k1, … of one world, or of several of different native frequency."""

    def __init__(self, formulas: Mapping[str, Expression], *worlds: World) -> None:
        self.world, self.formulas, self.calendar = worlds[0], formulas, worlds[0].calendar
        self.inputs: dict[tuple[str, str], MatchedInput] = {}
        self.plain = {
            rules.code: Reference(world, k) for world in worlds for k, rules in enumerate(world.rules)
        }

    def input(self, formula: str, code: str) -> MatchedInput:
        """Only inputs of the same native frequency, which share a world, are matched."""
        if (formula, code) not in self.inputs:
            own = self.plain[code]
            needed = [self.plain[other] for other in sorted(self.reported_inputs(formula, required=True))]
            required = [other for other in needed if other.world is own.world]
            self.inputs[formula, code] = MatchedInput(own.world, own.kpi, required)
        return self.inputs[formula, code]

    def reported_inputs(self, formula: str, required: bool) -> set[str]:
        expression = self.formulas[formula]
        codes = expression.required if required else expression.codes
        return {code for code in codes if code in self.plain}

    def value(self, code: str, d: int, period: Period | None, ytd: bool) -> float | None:
        """The formula's value; no period (before the world begins) has none."""
        if period is None:
            return None
        return self.evaluate(self.formulas[code].root, code, d, period, ytd)

    def input_value(self, formula: str, code: str, d: int, period: Period | None, ytd: bool) -> float | None:
        if code in self.formulas:
            return self.value(code, d, period, ytd)
        if period is None:
            return None
        source = self.input(formula, code)
        return source.rolled_value(d, source.natives(period, ytd))

    def before(self, period: Period, ytd: bool) -> Period | None:
        """The preceding period; in year to date, last year's at the same place in the year."""
        if ytd:
            year = self.calendar.fiscal_year_of(period)
            here = self.of_year(year, period.frequency)
            there = self.of_year(year - 1, period.frequency)
            before = there[min(here.index(period), len(there) - 1)]
        else:
            before = Period(period.frequency, period.ordinal - 1)
        return before if self.calendar.fiscal_year_of(before) in self.world.years else None

    def of_year(self, year: int, frequency: Frequency) -> list[Period]:
        return self.calendar.children(Period(Frequency.YEAR, year), frequency)

    def evaluate(self, node: Node, formula: str, d: int, period: Period, ytd: bool) -> float | None:
        match node:
            case Number(value):
                return value
            case Input(code, _, previous):
                at = self.before(period, ytd) if previous else period
                return self.input_value(formula, code, d, at, ytd)
            case Negative(operand):
                value = self.evaluate(operand, formula, d, period, ytd)
                return None if value is None else -value
            case Operation(sign, left, right):
                a, b = (self.evaluate(side, formula, d, period, ytd) for side in (left, right))
                return None if a is None or b is None else operate(sign, a, b)
            case Call(function, arguments):
                return call(function, [self.evaluate(each, formula, d, period, ytd) for each in arguments])

    # --- counts ----------------------------------------------------------------------------------

    def counts(self, code: str, d: int, period: Period, ytd: bool) -> dict[str, int]:
        """Of matched pairs, or of the input with the least coverage; nothing where it does not apply."""
        expression = self.formulas[code]
        needed = [used for used in expression.codes if used in expression.required] or list(expression.codes)
        each = [self.input_counts(code, used, d, period, ytd) for used in needed]
        applies = [counts["active"] > 0 for counts in each]
        if not (all(applies) if expression.required else any(applies)):
            return dict.fromkeys(("active", "expected", "reported", "filled"), 0)
        sources = [self.plain.get(used) for used in expression.codes]
        if all(source is not None and source.world is sources[0].world for source in sources):
            return self.matched_counts(code, needed, d, period, ytd)
        return min(each, key=lambda c: c["reported"] / c["expected"] if c["expected"] else 1)

    def input_counts(self, formula: str, code: str, d: int, period: Period, ytd: bool) -> dict[str, int]:
        if code in self.formulas:
            return self.counts(code, d, period, ytd)
        source = self.input(formula, code)
        return source.counts(d, source.natives(period, ytd))

    def matched_counts(self, code: str, needed: list[str], d: int, period: Period, ytd: bool):
        """Pairs of the subtree that a needed input expects, and those where all of these are there."""
        inputs = [self.plain[used] for used in needed]
        counted = dict.fromkeys(("active", "expected", "reported", "filled"), 0)
        demanding = all if self.formulas[code].required else any
        for t in inputs[0].natives(period, ytd):
            for m in self.match_members(inputs, d, t, demanding):
                active = [other for other in inputs if other.is_active(m, t)]
                if not active:
                    continue
                counted["active"] += 1
                counted["expected"] += inputs[0].has_ended(t)
                reported = demanding(other.reported(m, t) is not None for other in active)
                valued = demanding(other.value(m, t) is not None for other in active)
                counted["reported"] += reported and inputs[0].has_ended(t)
                filled = [o.value(m, t) is not None and o.reported(m, t) is None for o in active]
                counted["filled"] += valued and any(filled)
        return counted

    def match_members(self, inputs: list[Reference], d: int, t: int, demanding) -> list[int]:
        first, rules = inputs[0], inputs[0].rules
        if all(other.rules.department_rollup == "none" for other in inputs):
            return [d]
        active = [other for other in inputs if other.is_active(d, t)]
        matched = bool(active) and demanding(other.value(d, t) is not None for other in active)
        if rules.own_value == "replaces" and matched:
            return [d]
        below = [child for child, parent in sorted(first.tree(t).items()) if parent == d]
        return [d] + [m for child in below for m in self.match_members(inputs, child, t, demanding)]


def operate(sign: str, a: float, b: float) -> float | None:
    try:
        match sign:
            case "+":
                result = a + b
            case "-":
                result = a - b
            case "*":
                result = a * b
            case "/":
                result = a / b
            case "^":
                result = a**b
            case _:
                holds = {"<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b, "=": a == b, "!=": a != b}
                result = float(holds[sign])
    except (ZeroDivisionError, OverflowError):
        return None
    return result if isinstance(result, float) and isfinite(result) else None


def call(function: str, values: list[float | None]) -> float | None:
    there = [value for value in values if value is not None]
    match function:
        case "abs":
            return None if values[0] is None else abs(values[0])
        case "if":
            condition, then, otherwise = values
            return None if condition is None else then if condition else otherwise
        case "min":
            return min(there, default=None)
        case "max":
            return max(there, default=None)
        case "avg":
            return sum(there) / len(there) if there else None
        case "coalesce":
            return there[0] if there else None
    raise AssertionError(function)
