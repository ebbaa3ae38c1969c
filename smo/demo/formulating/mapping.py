"""The demonstration's the strategy map."""

from smo.demo.formulating.scene import Scene


def store(scene: Scene) -> None:
    """Add it to the demonstration."""
