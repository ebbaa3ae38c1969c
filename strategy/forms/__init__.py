"""Forms in which the strategy is edited; what they check besides, the actions check for every face."""
