"""Tag libraries of risks."""
