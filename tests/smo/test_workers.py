"""The scorecard stays true whatever happens to workers and broker: real processes, real signals."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.installation import Installation, until

pytestmark = [pytest.mark.workers, pytest.mark.xdist_group("installation")]
Install = Callable[..., Installation]
# A few KPIs make the rollup of the demo short; this many make it long enough to be killed in.
SWEEPERS_MINUTE = 60


def first_reported_kpi(installation: Installation) -> tuple[str, str, str, float]:
    """A monthly KPI, a department and a month with a value: (kpi, department, period, value)."""
    rows = installation.query(
        """SELECT k.code, d.code, m.period, m.value FROM kpis_measurement m
        JOIN kpis_kpi k ON k.id = m.kpi_id JOIN org_department d ON d.id = m.department_id
        JOIN kpis_definition f ON f.kpi_id = k.id AND f.known_to IS NULL
        WHERE m.known_to IS NULL AND f.frequency = 'month' AND f.department_rollup = 'sum'
        ORDER BY m.period DESC, k.code LIMIT 1"""
    )
    kpi, department, period, value = rows[0]
    return kpi, department, f"{period // 12:04d}-{period % 12 + 1:02d}", value


def put(installation: Installation, kpi: str, department: str, period: str, value: float) -> Any:
    """Store a value by REST."""
    row = {"kpi": kpi, "department": department, "period": period, "value": value, "reason": "Recounted"}
    return installation.call("PUT", "/api/v1/measurements/", [row])


def strategy(installation: Installation) -> str:
    """The code of the strategy in force."""
    plans = "SELECT code FROM strategy_plan WHERE state = 'active' AND kind = 'organisation'"
    return str(installation.query(plans)[0][0])


def shown(installation: Installation, kpi: str, department: str, period: str) -> float | None:
    """The KPI's value on the scorecard as REST tells it."""
    plan = strategy(installation)
    card = installation.call("GET", f"/api/v1/scorecards/{plan}/?department={department}&period={period}")
    for perspective in card["perspectives"]:
        for objective in perspective["objectives"]:
            for line in objective["kpis"]:
                if line["code"] == kpi:
                    return float(line["value"])
    raise AssertionError(f"{kpi} is not on the scorecard")


@pytest.mark.parametrize("broker", ["filesystem", "redis"])
def test_a_value_by_rest_is_on_the_scorecard_within_two_seconds(install: Install, broker: str) -> None:
    installation = install(broker=broker)
    kpi, department, period, value = first_reported_kpi(installation)
    installation.token("smo@demo.example")
    started = time.monotonic()
    assert put(installation, kpi, department, period, value + 1)["corrected"] == 1
    until(lambda: shown(installation, kpi, department, period) == value + 1, 2, "the new value is shown")
    assert time.monotonic() - started < 2


def test_a_worker_killed_in_a_rollup_leaves_the_old_score_and_the_work_is_done_again(
    install: Install,
) -> None:
    installation = install(beat=True)
    kpi, department, period, value = first_reported_kpi(installation)
    before = shown(installation, kpi, department, period)
    # The KPI's lock is held by us, so the worker is surely inside its transaction when it is killed.
    with installation.holding_rollup_lock(kpi):
        put(installation, kpi, department, period, value + 7)
        until(installation.waits_for_a_lock, SWEEPERS_MINUTE, "the worker waits for the KPI's lock")
        installation.kill(installation.worker)
        assert shown(installation, kpi, department, period) == before
    installation.start_worker()
    until(
        lambda: shown(installation, kpi, department, period) == value + 7,
        SWEEPERS_MINUTE,
        "the sweeper has the work done again",
    )


def test_a_lost_message_is_made_up_for_by_the_sweeper(install: Install) -> None:
    installation = install(worker=False, beat=True)
    kpi, department, period, value = first_reported_kpi(installation)
    put(installation, kpi, department, period, value + 3)
    for message in (installation.var / "broker" / "queue").iterdir():
        message.unlink(missing_ok=True)
    installation.start_worker()
    until(
        lambda: shown(installation, kpi, department, period) == value + 3,
        SWEEPERS_MINUTE,
        "the lost message is made up for",
    )


def test_a_value_is_kept_while_the_broker_is_away_and_computed_when_it_is_back(install: Install) -> None:
    installation = install(broker="redis", beat=True)
    kpi, department, period, value = first_reported_kpi(installation)
    installation.token("smo@demo.example")
    installation.kill(installation.redis)
    started = time.monotonic()
    assert put(installation, kpi, department, period, value + 5)["corrected"] == 1
    assert time.monotonic() - started < 10, "a broker that is away must not hold the answer up"
    assert installation.call("GET", f"/api/v1/scorecards/{strategy(installation)}/")["computing"] is True
    installation.start_redis()
    until(
        lambda: shown(installation, kpi, department, period) == value + 5,
        SWEEPERS_MINUTE,
        "the next run catches up",
    )


def test_many_changes_are_not_as_many_computations(install: Install) -> None:
    installation = install()
    kpi, department, period, value = first_reported_kpi(installation)
    runs = installation.query("SELECT count(*) FROM kpis_rolluprun")[0][0]
    # The KPI's lock is held by us, so every worker waits while the values come in; the first one that gets
    # it finds them all, the others find nothing left to do.
    with installation.holding_rollup_lock(kpi):
        for step in range(1, 41):
            put(installation, kpi, department, period, value + step)
    until(lambda: shown(installation, kpi, department, period) == value + 40, 20, "the last value is shown")
    until(lambda: not installation.query("SELECT 1 FROM kpis_dirtykpi"), 20, "nothing is left to compute")
    assert installation.query("SELECT count(*) FROM kpis_rolluprun")[0][0] - runs == 1
