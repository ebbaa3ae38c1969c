"""Risks in REST."""
