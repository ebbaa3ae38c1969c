"""Pages of risks, by topic."""
