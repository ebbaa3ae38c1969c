"""The initiatives of the demonstration: readiness."""

from smo.demo.initiatives.scene import Portfolio


def store(portfolio: Portfolio) -> None:
    """Nothing yet."""
