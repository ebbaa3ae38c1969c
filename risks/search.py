"""Risks, for the search."""
