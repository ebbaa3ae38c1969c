"""The engine equals the slow reference, on random worlds, in every metric of every cell."""

from __future__ import annotations

import os

import numpy as np
from hypothesis import HealthCheck, given, settings
from numpy.testing import assert_allclose, assert_array_equal

from kpis.engine.batch import METRICS, Cells
from kpis.engine.layout import grains_of, periods_of_row, row_layout
from kpis.engine.periods import Frequency
from kpis.engine.rollup import roll_up
from tests.kpis.engine.reference import Reference
from tests.kpis.engine.world import World, batch_of, plain
from tests.kpis.engine.worlds import worlds

patient = settings(
    max_examples=int(os.environ.get("SMO_PROPERTY_EXAMPLES", "60")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)


@patient
@given(worlds())
def test_every_cell_equals_the_reference(world: World) -> None:
    assert_equal_to_reference(world)


@settings(patient, max_examples=5)
@given(worlds(frequencies=(Frequency.DAY,)))
def test_daily_cells_equal_the_reference(world: World) -> None:
    assert_equal_to_reference(world, every=23)


@patient
@given(worlds())
def test_one_kpi_alone_has_the_same_bits_as_in_the_batch(world: World) -> None:
    whole = roll_up(batch_of(world), world.calendar, world.as_of)
    for k in range(len(world.rules)):
        alone = roll_up(batch_of(world, [k]), world.calendar, world.as_of)
        for grain, metrics in alone.grains.items():
            for name, array in metrics.items():
                assert_array_equal(array[:, 0], whole.grains[grain][name][:, k], err_msg=name)


@patient
@given(worlds(frequencies=(Frequency.MONTH, Frequency.QUARTER)))
def test_one_year_alone_has_the_same_bits_as_in_the_whole_run(world: World) -> None:
    whole = roll_up(batch_of(world), world.calendar, world.as_of)
    first = world.years[0]
    lead = world.lead + sum(len(natives) for natives in _natives_before(world))
    world.years, world.lead = range(world.years[-1], world.years[-1] + 1), lead
    alone = roll_up(batch_of(world), world.calendar, world.as_of)
    for grain, metrics in alone.grains.items():
        for name, array in metrics.items():
            assert_array_equal(
                array[:, :, 0], whole.grains[grain][name][:, :, world.years[0] - first], err_msg=name
            )


def _natives_before(world: World) -> list[list[int]]:
    reference = Reference(world, 0)
    return [reference.natives_of_year[year] for year in world.years[:-1]]


def assert_equal_to_reference(world: World, every: int = 1) -> None:
    """Compare all cells, or of long rows every so-many-th position."""
    cells = roll_up(batch_of(world), world.calendar, world.as_of)
    for k in range(len(world.rules)):
        reference = Reference(world, k)
        for d in range(world.departments):
            for y, year in enumerate(world.years):
                _compare_row(cells, reference, (d, k, y), year, every)


def _compare_row(
    cells: Cells, reference: Reference, place: tuple[int, int, int], year: int, every: int
) -> None:
    native = reference.rules.frequency
    for grain in grains_of(native):
        layout = row_layout(native, grain)
        for n, period in enumerate(periods_of_row(reference.calendar, native, grain, year)):
            if layout.length > 20 and n % every:
                continue
            _compare_cell(cells.grains[grain], "", place, n, reference.cell(place[0], period))
            if n < layout.ytd.size and period.frequency == layout.ytd.frequency:
                _compare_cell(
                    cells.grains[grain], "ytd_", place, n, reference.cell(place[0], period, ytd=True)
                )


def _compare_cell(metrics, prefix: str, place: tuple[int, int, int], n: int, expected: dict) -> None:
    for name in METRICS:
        array, wanted = metrics[prefix + name][place], expected[name]
        if name.startswith("anchors"):
            got, wanted = array.reshape(4, -1)[:, n], plain(wanted)
        else:
            got, wanted = array[n], np.nan if wanted is None else wanted
        assert_allclose(got, wanted, rtol=1e-9, atol=1e-9, err_msg=f"{prefix}{name} at {place}, position {n}")
