"""Rounds that collect items."""
