"""The initiatives of the demonstration: scoring."""

from smo.demo.initiatives.scene import Portfolio


def store(portfolio: Portfolio) -> None:
    """Nothing yet."""
