"""Tasks of initiatives: each safe to run twice."""

from celery import shared_task
from django.utils import timezone

from initiatives.actions import optimising, planning


@shared_task(name="initiatives.compute_scenario")
def compute_scenario(scenario_id: int) -> None:
    """Compute a scenario that waits; another worker finds nothing to claim."""
    optimising.compute_scenario(scenario_id)


@shared_task(name="initiatives.sweep_scenarios")
def sweep_scenarios() -> None:
    """Take up again what a killed worker or a lost message left behind."""
    optimising.sweep_scenarios()


@shared_task(name="initiatives.tell_late_tasks")
def tell_late_tasks() -> None:
    """A new day makes tasks late: whoever waits for them in another initiative is told once."""
    planning.tell_late_tasks(by=None, today=timezone.localdate())
