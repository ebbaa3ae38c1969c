"""The results of an indicator, each in the measurement instance of the file that it came from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kpis.engine.periods import Calendar, Period
from strategy.stratml.document import Result, ResultKind


@dataclass(frozen=True)
class Counted:
    """A result that counts for a period; `placed`: its instance is the file's."""

    result: Result
    period: Period
    placed: bool


def arranged(
    counted: Iterable[Counted], aside: Sequence[Result], calendar: Calendar
) -> tuple[tuple[Result, ...], int]:
    """All results in the order of the file, and the number of its instances.

    Those whose instance is known stand there. The others share one with the other kind of their period
    where that one is known, else they fill free ones in the order of periods; always behind what was set
    aside for the same period, since of several the last counts.
    """
    found = list(counted)
    loose = [one for one in found if not one.placed]
    loose.sort(key=lambda one: (one.period.ordinal, one.result.kind != ResultKind.TARGET))
    several = [*(one for one in found if one.placed), *loose]
    place = {one.period: one.result.instance for one in several if one.placed}
    used = {one.instance for one in aside} | set(place.values())
    results = list(aside)
    for one in several:
        if not one.placed:
            number = place.get(one.period)
            if number is None or number < _least(one, aside, calendar):
                number = _free(used, _least(one, aside, calendar))
            place.setdefault(one.period, number)
            used.add(number)
            one = replace(one, result=replace(one.result, instance=number))
        results.append(one.result)
    order = {ResultKind.TARGET: 0, ResultKind.ACTUAL: 1}
    # Sorting is stable: what was set aside stays before what counts in the same instance.
    results.sort(key=lambda one: (one.instance, order[one.kind]))
    return tuple(results), max(used, default=-1) + 1


def _least(one: Counted, aside: Sequence[Result], calendar: Calendar) -> int:
    """The first instance in which a result is the last of its kind and period."""
    rivals = (
        each.instance
        for each in aside
        if each.kind == one.result.kind
        and (day := each.end or each.start) is not None
        and calendar.containing(day, one.period.frequency) == one.period
    )
    return max(rivals, default=0)


def _free(used: set[int], least: int) -> int:
    """The first instance from `least` on that holds nothing yet."""
    number = least
    while number in used:
        number += 1
    return number
