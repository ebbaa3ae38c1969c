"""Pages of risk workshops."""
