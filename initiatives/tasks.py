"""Tasks of initiatives: each safe to run twice."""

from celery import shared_task

from initiatives.actions import optimising


@shared_task(name="initiatives.compute_scenario")
def compute_scenario(scenario_id: int) -> None:
    """Compute a scenario that waits; another worker finds nothing to claim."""
    optimising.compute_scenario(scenario_id)


@shared_task(name="initiatives.sweep_scenarios")
def sweep_scenarios() -> None:
    """Take up again what a killed worker or a lost message left behind."""
    optimising.sweep_scenarios()
