"""The risks of the demonstration: pictures."""

from smo.demo.risks.scene import Register


def store(register: Register) -> None:
    """Nothing of their own: they show what was rated."""
