"""Scenarios in real workers: computed, and stopped in the middle of it."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.installation import Installation, until

pytestmark = [pytest.mark.workers, pytest.mark.xdist_group("installation")]
Install = Callable[..., Installation]
SCENARIOS = "/api/v1/portfolio-scenarios/"
GENEROUS = 120
# Two hundred ideas of uneven worth and cost: more than a base solve manages to prove.
IDEAS = """INSERT INTO initiatives_initiative (code, name, purpose, scope, stage, confidentiality, size,
  must_do, cadence, reference, added_at)
SELECT 'X' || i, 'Idea ' || i, '', '', 'idea', 'open', '', false, 'monthly', '', now()
FROM generate_series(1, 200) AS i"""
COSTS = """INSERT INTO initiatives_moneyline (initiative_id, year, kind, budget, note)
SELECT id, 2027 + y, 'capital', 100000 + mod(id * 7919 + y * 104729, 900001), ''
FROM initiatives_initiative, generate_series(0, 2) AS y WHERE code ^@ 'X'"""
WORTH = """INSERT INTO initiatives_contribution (initiative_id, objective_id, strength, note)
SELECT i.id, o.id, 1 + mod(i.id * 31 + o.id * 17, 3), '' FROM initiatives_initiative i
JOIN strategy_objective o ON mod(i.id + o.id, 3) = 0 JOIN strategy_plan p ON p.id = o.plan_id
WHERE i.code ^@ 'X' AND p.state = 'active' AND p.kind = 'organisation'"""


def test_a_scenario_is_computed_by_a_worker_and_a_long_one_is_cancelled(install: Install) -> None:
    installation = install()

    def state(scenario: dict[str, Any]) -> dict[str, Any]:
        told = installation.call("GET", f"{SCENARIOS}{scenario['id']}/")
        assert isinstance(told, dict)
        return told

    plan = "SELECT code FROM strategy_plan WHERE state = 'active' AND kind = 'organisation'"
    body = {"name": "Small", "plan": installation.query(plan)[0][0], "first_year": 2027, "years": 3}
    small = installation.call("POST", SCENARIOS, body)
    installation.call("POST", f"{SCENARIOS}{small['id']}/run/")
    until(lambda: state(small)["state"] == "solved", GENEROUS, "a worker has computed it")

    for statement in (IDEAS, COSTS, WORTH):
        installation.query(statement)
    limits = {"money": {"capital": [30_000_000, 32_000_000, 31_000_000]}, "committed": False}
    long = installation.call("POST", SCENARIOS, body | {"name": "Long", "limits": limits})
    installation.call("POST", f"{SCENARIOS}{long['id']}/run/")
    until(lambda: state(long)["progress"].get("step"), GENEROUS, "the worker tells how far it is")
    installation.call("POST", f"{SCENARIOS}{long['id']}/cancel/")
    until(lambda: state(long)["state"] == "cancelled", GENEROUS, "the worker has stopped")
