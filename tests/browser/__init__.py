"""Journeys through the product in a real browser, and every page under axe."""
