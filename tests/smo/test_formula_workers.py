"""Formulas stay true to what they are computed from, whatever workers do at the same time: real processes."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.installation import Installation, until
from tests.smo.test_workers import SWEEPERS_MINUTE, put, shown

pytestmark = [pytest.mark.workers, pytest.mark.xdist_group("installation")]
Install = Callable[..., Installation]
# Input: the department that reports it. The formula is read at the city, where both come together.
INPUTS = {"hotel-nights": "visitors", "ferry-guests": "harbour"}
NIGHTS, GUESTS = INPUTS
FORMULA, TOP = "nights-per-guest", "city"
WAITING = """SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
WHERE l.locktype = 'advisory' AND NOT l.granted AND d.datname = current_database()"""


def month_with_both(installation: Installation) -> str:
    """The latest month with a value of both inputs."""
    rows = installation.query(
        """SELECT m.period FROM kpis_measurement m JOIN kpis_kpi k ON k.id = m.kpi_id
        WHERE k.code = ANY(%s) AND m.known_to IS NULL GROUP BY m.period HAVING count(*) = 2
        ORDER BY m.period DESC LIMIT 1""",
        list(INPUTS),
    )
    ordinal = rows[0][0]
    return f"{ordinal // 12:04d}-{ordinal % 12 + 1:02d}"


def report(installation: Installation, kpi: str, period: str, value: float) -> None:
    """Store a value of an input."""
    put(installation, kpi, INPUTS[kpi], period, value)


def values(installation: Installation, period: str) -> list[float | None]:
    """What the scorecard shows of inputs and formula."""
    return [shown(installation, code, TOP, period) for code in (*INPUTS, FORMULA)]


def cells(installation: Installation) -> set[tuple[Any, ...]]:
    """Every stored row of cells, to the last bit."""
    return set(installation.query("SELECT c::text FROM kpis_cellyear c"))


def nothing_is_dirty(installation: Installation) -> bool:
    """Whether all that changed is computed."""
    return not installation.query("SELECT 1 FROM kpis_dirtykpi")


def test_two_workers_that_come_to_a_formula_by_different_inputs_lose_none(install: Install) -> None:
    installation = install()
    installation.start_worker()
    period = month_with_both(installation)
    installation.token("smo@demo.example")
    # The formula's lock is held by us: both workers are past the moment at which they saw what is dirty.
    with installation.holding_rollup_lock(FORMULA):
        for step in (1, 2):
            report(installation, NIGHTS, period, 10.0 * step)
            report(installation, GUESTS, period, 100.0 * step)
            until(lambda: installation.query(WAITING)[0][0] >= 1, SWEEPERS_MINUTE, "a worker waits")
        installation.call("PATCH", f"/api/v1/kpis/{FORMULA}/", {"red_line": 120})
        report(installation, NIGHTS, period, 40.0)
        until(lambda: installation.query(WAITING)[0][0] >= 2, SWEEPERS_MINUTE, "both workers wait")
    until(lambda: nothing_is_dirty(installation), SWEEPERS_MINUTE, "everything is computed")
    assert values(installation, period) == [40.0, 200.0, 20.0]
    stepwise = cells(installation)
    installation.manage("rollup", "--all")
    assert cells(installation) == stepwise


def test_a_worker_killed_between_input_and_formula_leaves_both_as_they_were(install: Install) -> None:
    installation = install(beat=True)
    period = month_with_both(installation)
    before = values(installation, period)
    with installation.holding_rollup_lock(FORMULA):
        report(installation, GUESTS, period, 500.0)
        until(installation.waits_for_a_lock, SWEEPERS_MINUTE, "the worker holds the input and waits")
        installation.kill(installation.worker)
        assert values(installation, period) == before
    installation.start_worker()
    until(lambda: nothing_is_dirty(installation), SWEEPERS_MINUTE, "the sweeper has the work done again")
    nights = before[0]
    assert nights is not None
    assert values(installation, period) == [nights, 500.0, pytest.approx(100 * nights / 500)]
