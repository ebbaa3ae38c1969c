"""Pages of initiatives, by topic."""
