"""Tasks of the strategy: each safe to run twice."""

from celery import shared_task

from strategy.actions.analysis import pull_wires as pull_every_wire


@shared_task(name="strategy.pull_wires")
def pull_wires() -> None:
    """Look at every tripwire: days come without anybody recording anything."""
    pull_every_wire()
