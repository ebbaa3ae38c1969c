"""Pages of a plan's versions and revisions."""
