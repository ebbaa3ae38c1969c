"""Pages of change readiness."""
