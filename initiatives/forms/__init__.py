"""Forms of initiatives, by topic."""
