"""Tag libraries of initiatives."""
