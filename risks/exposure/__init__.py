"""Risks in numbers: reading what is estimated, computing exposure, and saying what came out."""
