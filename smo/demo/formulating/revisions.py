"""The demonstration's versions, revisions, templates and archiving."""

from smo.demo.formulating.scene import Scene


def store(scene: Scene) -> None:
    """Add it to the demonstration."""
