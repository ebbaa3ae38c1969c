"""The demonstration's consultation rounds and guests."""

from smo.demo.formulating.scene import Scene


def store(scene: Scene) -> None:
    """Add it to the demonstration."""
