"""Pages of the analysis of a plan."""
