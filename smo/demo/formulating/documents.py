"""The demonstration's plan documents, StratML, the strategy calendar and the charter."""

from smo.demo.formulating.scene import Scene


def store(scene: Scene) -> None:
    """Add it to the demonstration."""
