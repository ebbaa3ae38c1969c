"""Every write of risks that has consequences, by topic."""
