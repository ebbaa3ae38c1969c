"""Every write of initiatives that has consequences, by topic."""
