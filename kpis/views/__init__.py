"""Pages of the measuring instrument."""
