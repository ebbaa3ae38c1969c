"""What was restated between two days, and what it did to a plan's scores."""

from strategy.restating.reading import Effect, Restatements, read_restatements

__all__ = ["Effect", "Restatements", "read_restatements"]
