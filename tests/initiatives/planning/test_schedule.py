"""The schedule against slow references, and what it says of cases one can compute by hand."""

import datetime as dt
import itertools
from graphlib import CycleError

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from initiatives.schedule import Bond, Timing, Work, delayed_by, schedule, way_between
from initiatives.schedule.backward import floats
from initiatives.schedule.forward import Expected, expect

DAY = dt.date(2026, 3, 1)
TODAY = DAY + dt.timedelta(days=10)


def day(number: int) -> dt.date:
    """A day of March 2026."""
    return DAY + dt.timedelta(days=number - 1)


def task(key: int, first: int, last: int, **more: object) -> Work:
    """Work from a day of March to another, of initiative 1 unless said."""
    return Work(key, **({"group": 1, "start": day(first), "end": day(last)} | more))  # type: ignore[arg-type]


@st.composite
def networks(draw: st.DrawFn) -> tuple[dict[int, Work], list[Bond]]:
    """Up to eight pieces of work of two initiatives, bonds from lower keys to higher ones."""
    works = {key: draw(_work(key)) for key in range(draw(st.integers(1, 8)))}
    pairs = [(one, other) for other in works for one in range(other)]
    least = min(len(pairs), len(works) - 1)  # so many that most of it hangs together
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, min_size=least, max_size=14)) if pairs else []
    kinds, lags = st.sampled_from(["fs", "ss", "ff", "sf"]), st.integers(-4, 4)
    return works, [Bond(one, other, draw(kinds), draw(lags)) for one, other in chosen]


@st.composite
def _work(draw: st.DrawFn, key: int) -> Work:
    first, length = draw(st.integers(1, 20)), draw(st.integers(0, 9))
    shape = draw(st.sampled_from(["task", "task", "task", "milestone", "undated", "begun", "done"]))
    running = draw(st.booleans())
    group = draw(st.integers(1, 2))
    if shape == "undated":
        return Work(key, group, is_running=running)
    if shape == "milestone":
        return Work(key, group, end=day(first), is_milestone=True, is_running=running)
    done = day(first + draw(st.integers(0, 12))) if shape == "done" else None
    return Work(
        key,
        group,
        day(first),
        day(first + length),
        is_begun=shape == "begun",
        done_on=done,
        is_running=running,
    )


def slowly(
    works: dict[int, Work], bonds: list[Bond], today: int, slipped: int = -1, slip: int = 0
) -> dict[int, tuple[int, int]]:
    """Start and finish of everything, pushed by one broken demand after the other until none is broken.

    `slipped`: what comes `slip` days later than it must.
    """
    at: dict[int, tuple[int, int]] = {}
    for _round in range(len(works) + 1):
        for key, work in works.items():
            starts, ends = [], []
            for bond in bonds:
                if bond.after != key or bond.before not in at or work.done_on:
                    continue
                moment = at[bond.before][0 if bond.kind in ("ss", "sf") else 1] + bond.lag
                (starts if bond.kind in ("fs", "ss") else ends).append(moment)
            placed = _place(work, starts, ends, today)
            if placed is not None and key == slipped:
                moved = 0 if work.is_begun and work.length else slip
                placed = placed[0] + moved, placed[1] + slip
            if placed is not None:
                at[key] = placed
    return at


def _place(work: Work, starts: list[int], ends: list[int], today: int) -> tuple[int, int] | None:
    if work.done_on:
        finish = work.done_on.toordinal() + 1
        first = work.planned[0] if work.planned and work.length else finish
        return min(first, finish), finish
    if work.planned is None:
        found = starts * (not work.is_begun) + ends
        return (max(found),) * 2 if found else None
    begin, finish = work.planned
    least = max(finish, today + 1) if work.is_running else finish
    if work.is_begun:
        return begin, max([least, *ends])
    begin = max([begin, *starts, *(end - work.length for end in ends)])
    finish = max(begin + work.length, least)
    return (begin, finish) if work.length else (finish, finish)


@settings(max_examples=400)
@given(networks())
def test_expected_dates_are_those_of_pushing_until_nothing_is_broken(
    network: tuple[dict[int, Work], list[Bond]],
) -> None:
    works, bonds = network
    found = expect(works, bonds, TODAY.toordinal())
    plain = {key: (each.start, each.finish) for key, each in found.items()}
    assert plain == slowly(works, bonds, TODAY.toordinal())


def _ends(works: dict[int, Work], at: dict[int, tuple[int, int]]) -> dict[int, int]:
    ends: dict[int, int] = {}
    for key, (_start, finish) in at.items():
        ends[works[key].group] = max(finish, ends.get(works[key].group, finish))
    return ends


@settings(max_examples=400)
@given(networks())
def test_float_is_the_longest_slip_that_moves_no_end(network: tuple[dict[int, Work], list[Bond]]) -> None:
    works, bonds = network
    now = TODAY.toordinal()
    spare = floats(works, bonds, expect(works, bonds, now))
    ends = _ends(works, slowly(works, bonds, now))
    for key, days in spare.items():
        assert days >= 0
        assert _ends(works, slowly(works, bonds, now, key, days)) == ends
        assert _ends(works, slowly(works, bonds, now, key, days + 1)) != ends


@settings(max_examples=400)
@given(networks())
def test_every_delay_leads_back_to_work_that_nothing_holds(
    network: tuple[dict[int, Work], list[Bond]],
) -> None:
    works, bonds = network
    timings = schedule(list(works.values()), bonds, TODAY)
    for key, timing in timings.items():
        chain = [key, *delayed_by(timings, key)]
        for after, before in itertools.pairwise(chain):
            assert any((bond.before, bond.after) == (before, after) for bond in bonds)
        assert timings[chain[-1]].by is None or not timings[chain[-1]].delay_days
        assert timing.delay_days >= 0


def test_a_late_task_delays_what_waits_for_it_over_initiatives() -> None:
    works = [task(1, 1, 8), task(2, 9, 12), task(3, 13, 14, group=2), task(4, 20, 21, group=2)]
    bonds = [Bond(1, 2), Bond(2, 3, "fs", 1), Bond(3, 4)]
    timings = schedule(works, bonds, day(11))
    assert timings == {
        1: Timing(1, day(1), day(11), float_days=0, delay_days=3),
        2: Timing(2, day(12), day(15), float_days=0, delay_days=3, by=1),
        3: Timing(3, day(17), day(18), float_days=1, delay_days=4, by=2),
        4: Timing(4, day(20), day(21), float_days=0),
    }
    assert delayed_by(timings, 3) == [2, 1]


def test_a_milestone_stands_on_the_day_its_last_task_ends() -> None:
    works = [task(1, 11, 15), Work(2, 1, end=day(14), is_milestone=True), task(3, 16, 17)]
    timings = schedule(works, [Bond(1, 2), Bond(2, 3)], day(11))
    assert (timings[2].starts_on, timings[2].ends_on, timings[2].delay_days) == (day(15), day(15), 1)
    assert timings[3].delay_days == 0


def test_what_is_begun_is_held_by_no_start() -> None:
    works = [task(1, 1, 20), task(2, 11, 15, is_begun=True)]
    assert schedule(works, [Bond(1, 2)], day(11))[2].delay_days == 0
    assert schedule(works, [Bond(1, 2, "ff")], day(11))[2].delay_days == 5


def test_what_is_not_under_way_waits_without_being_late() -> None:
    assert schedule([task(1, 1, 2, is_running=False)], [], day(30))[1].delay_days == 0


def test_a_circle_is_an_error_and_its_way_is_found() -> None:
    works = [task(1, 1, 2), task(2, 3, 4)]
    with pytest.raises(CycleError):
        schedule(works, [Bond(1, 2), Bond(2, 1)], TODAY)
    assert way_between({1: [2, 3], 2: [4], 3: [], 4: [1]}, 1, 4) == [1, 2, 4]
    assert way_between({1: [2], 2: []}, 2, 1) == []


def test_a_timing_names_what_it_is() -> None:
    assert Expected(1, 2) == Expected(start=1, finish=2, by=None)
    assert [Timing(1, DAY, DAY, spare).is_critical for spare in (0, 1, None)] == [True, False, False]
