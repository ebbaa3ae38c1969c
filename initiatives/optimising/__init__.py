"""Scenarios: questions to the optimiser, what the organisation knows of its initiatives, and the answers."""
