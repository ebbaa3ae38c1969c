"""The initiatives of the demonstration: methods."""

from initiatives.framework.starting import begin_with_methods
from smo.demo.initiatives.scene import Portfolio


def store(portfolio: Portfolio) -> None:
    """The three methods that come with the product."""
    begin_with_methods(by=portfolio.people["smo"])
