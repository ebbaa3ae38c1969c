"""The chapters of the story in which a team formulates a strategy."""
