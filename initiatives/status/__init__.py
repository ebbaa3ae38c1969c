"""Reading the status of initiatives: what is reported, what is computed, what is due from whom."""
