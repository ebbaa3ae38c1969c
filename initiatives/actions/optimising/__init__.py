"""Writes of scenarios: what is asked, the computing, taking one over."""

from initiatives.actions.optimising.adopting import adopt_scenario
from initiatives.actions.optimising.running import (
    cancel_scenario,
    compute_scenario,
    run_scenario,
    sweep_scenarios,
)
from initiatives.actions.optimising.scenarios import (
    change_scenario,
    copy_scenario,
    create_scenario,
    remove_scenario,
    set_limits,
)

__all__ = [
    "adopt_scenario",
    "cancel_scenario",
    "change_scenario",
    "compute_scenario",
    "copy_scenario",
    "create_scenario",
    "remove_scenario",
    "run_scenario",
    "set_limits",
    "sweep_scenarios",
]
