"""People of initiatives: the grid, capacity, and load by team and month."""

import datetime as dt

import pytest

from core.errors import Conflict, Refused
from initiatives.actions.means import (
    TypedRow,
    add_allocation,
    add_capacity,
    keep_months,
)
from initiatives.enums import Stage
from initiatives.means.load import LoadState, read_load
from initiatives.means.months import month_of
from initiatives.means.people import capacity_by_year, fte_by_year
from initiatives.models import Allocation, Capacity
from kpis.engine.periods import Calendar
from tests.initiatives.means.conftest import Means

JANUARY = month_of(dt.date(2027, 1, 1))


def day(month: int) -> dt.date:
    return dt.date(2027, month, 1)


def take(means: Means, initiative: object = None, **fields: object) -> Allocation:
    given = {
        "department": means.city["roads"],
        "skill": means.digging,
        "first_month": day(1),
        "last_month": day(6),
        "fte": 1.0,
    }
    return add_allocation(by=None, initiative=initiative or means.lamps, **given | fields)


def stretches(means: Means) -> list[tuple[int, int, float, str]]:
    rows = means.lamps.allocations.order_by("first_month")
    return [(each.first_month.month, each.last_month.month, each.fte, each.note) for each in rows]


def test_months_typed_into_the_grid_become_the_fewest_stretches(means: Means) -> None:
    kept = take(means, last_month=day(2), note="Survey")
    take(means, first_month=day(3), last_month=day(6), fte=0.5)
    typed = {JANUARY + 3: 1.0, JANUARY + 4: 1.0, JANUARY + 5: 0.0, JANUARY + 6: 2.0}
    row = TypedRow(means.city["roads"], means.digging, None, typed)
    keep_months(by=None, initiative=means.lamps, rows=[row])
    assert stretches(means) == [(1, 2, 1.0, "Survey"), (3, 3, 0.5, ""), (4, 5, 1.0, ""), (7, 7, 2.0, "")]
    assert Allocation.objects.filter(pk=kept.pk).exists()


def test_a_row_that_says_what_was_said_changes_nothing(means: Means) -> None:
    before = take(means)
    row = TypedRow(means.city["roads"], means.digging, None, {JANUARY: 1.0, JANUARY + 6: 0.0})
    keep_months(by=None, initiative=means.lamps, rows=[row])
    assert list(means.lamps.allocations.values_list("pk", flat=True)) == [before.pk]


def test_the_grid_refuses_the_same_people_twice(means: Means) -> None:
    row = TypedRow(means.city["roads"], means.digging, None, {JANUARY: 1.0})
    with pytest.raises(Refused, match="two rows"):
        keep_months(by=None, initiative=means.lamps, rows=[row, row])


def test_nobody_is_planned_for_what_is_archived_or_for_no_time(means: Means) -> None:
    for wrong in ({"fte": 0.0}, {"fte": -1.0}, {"last_month": dt.date(2026, 12, 1)}, {"first_month": None}):
        with pytest.raises(Refused):
            take(means, **wrong)
    means.lamps.archived_on = dt.date(2026, 11, 1)
    with pytest.raises(Conflict):
        take(means)


def test_what_a_department_has_from_now_on_ends_what_it_had(means: Means) -> None:
    roads = {"by": None, "department": means.city["roads"], "skill": means.digging}
    add_capacity(**roads, first_month=day(1), last_month=None, fte=2.0)
    add_capacity(**roads, first_month=day(4), last_month=None, fte=3.0)
    rows = Capacity.objects.order_by("first_month").values_list("first_month", "last_month", "fte")
    assert list(rows) == [(day(1), day(3), 2.0), (day(4), None, 3.0)]
    with pytest.raises(Refused, match="already"):
        add_capacity(**roads, first_month=day(2), last_month=day(3), fte=1.0)


def test_a_year_is_the_mean_of_its_months(means: Means) -> None:
    take(means)
    add_capacity(
        by=None,
        department=means.city["roads"],
        skill=means.digging,
        first_month=day(10),
        last_month=None,
        fte=2.0,
    )
    calendar, key = Calendar(), (means.digging.pk, 2027)
    assert fte_by_year([means.lamps.pk], calendar) == {means.lamps.pk: {key: pytest.approx(0.5)}}
    assert capacity_by_year(calendar, [2026, 2027])[key] == pytest.approx(0.5)


def test_load_names_who_asks_for_too_much_and_hides_what_is_restricted(means: Means) -> None:
    add_capacity(
        by=None,
        department=means.city["roads"],
        skill=means.digging,
        first_month=day(1),
        last_month=None,
        fte=1.0,
    )
    take(means, fte=0.75)
    take(means, means.talks, first_month=day(3), fte=0.5, person=means.city.viewer)
    take(means, means.talks, first_month=day(3), fte=0.6, person=means.city.viewer)
    states = {}
    for user in (means.city.staff, means.city.head_of_works):
        load = read_load(user, range(JANUARY, JANUARY + 4))
        [row] = load.rows
        states[user.name] = [cell.state for cell in row.cells.values()], row.over, len(load.people)
    free, over = LoadState.FREE, LoadState.OVER
    assert states == {
        "Sam Staff": ([free, free, over, over], [JANUARY + 2, JANUARY + 3], 2),
        "Hana Head": ([free] * 4, [], 0),
    }


def test_proposals_are_a_layer_of_their_own(means: Means) -> None:
    means.lamps.stage = Stage.PROPOSED
    means.lamps.save()
    take(means, fte=0.5)
    assert read_load(means.city.staff, [JANUARY]).rows == ()
    [row] = read_load(means.city.staff, [JANUARY], proposals=True).rows
    cell = row.cells[JANUARY]
    assert (cell.demand, cell.proposed, cell.state) == (0.0, 0.5, LoadState.UNKNOWN)
