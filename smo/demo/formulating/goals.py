"""The demonstration's SMART goals, commentary, teams and the action plan."""

from smo.demo.formulating.scene import Scene


def store(scene: Scene) -> None:
    """Add it to the demonstration."""
