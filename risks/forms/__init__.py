"""Forms of risks, by topic."""
