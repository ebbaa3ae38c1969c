"""Workers that share a full rollup store what one process stores, in every bit; they are killed for real."""

from collections.abc import Callable

import pytest

from tests.installation import Installation, until

pytestmark = [pytest.mark.workers, pytest.mark.xdist_group("installation")]
Install = Callable[..., Installation]
MINUTE = 60

# Rows are compared as they are stored: the text of a float8 holds every bit of it.
CELLS = """SELECT md5(string_agg(c::text, ',' ORDER BY department_id, fiscal_year, kpi_id, grain)), count(*)
FROM kpis_cellyear c"""


def computed(installation: Installation) -> bool:
    """Whether nothing waits to be computed."""
    return not installation.query("SELECT 1 FROM kpis_dirtykpi LIMIT 1")


def test_two_workers_store_what_one_process_stores(install: Install) -> None:
    installation = install()
    installation.manage("rollup", "--all")
    alone = installation.query(CELLS)
    installation.query("TRUNCATE kpis_cellyear")
    installation.start_worker()
    installation.manage("rollup", "--all", "--spread")
    until(lambda: computed(installation), MINUTE, "the workers have computed everything")
    assert installation.query(CELLS) == alone
    assert alone[0][1] > 100


def test_what_a_killed_worker_leaves_of_a_shared_rollup_the_other_computes(install: Install) -> None:
    installation = install(beat=True)
    installation.manage("rollup", "--all")
    alone = installation.query(CELLS)
    installation.query("TRUNCATE kpis_cellyear")
    victim = installation.start_worker()
    [(kpi,)] = installation.query("SELECT code FROM kpis_kpi ORDER BY id LIMIT 1")
    # While we hold this KPI's lock its cells cannot be stored: the rollup is surely unfinished at the kill.
    with installation.holding_rollup_lock(kpi):
        installation.manage("rollup", "--all", "--spread")
        until(installation.waits_for_a_lock, MINUTE, "only the KPI that we hold is left")
        installation.kill(victim)
        assert not computed(installation)
    until(lambda: computed(installation), MINUTE, "the other worker has computed the rest")
    assert installation.query(CELLS) == alone
