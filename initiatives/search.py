"""Initiatives, for the search."""
