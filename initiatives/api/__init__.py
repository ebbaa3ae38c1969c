"""Initiatives in REST."""
