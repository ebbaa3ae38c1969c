"""How the strategy reaches departments and people: alignment, their plans, everybody's part."""
