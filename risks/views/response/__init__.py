"""Pages of what is done about a risk."""
