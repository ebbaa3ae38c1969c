"""The initiatives of the demonstration: coordination."""

from smo.demo.initiatives.scene import Portfolio


def store(portfolio: Portfolio) -> None:
    """Nothing yet."""
