"""The demonstration's the assessment of where the organisation stands."""

from smo.demo.formulating.scene import Scene


def store(scene: Scene) -> None:
    """Add it to the demonstration."""
