"""The demonstration's rounds, the TOWS matrix and the gap check."""

from smo.demo.formulating.scene import Scene


def store(scene: Scene) -> None:
    """Add it to the demonstration."""
