"""Pages of stage gates: asking, deciding, the record of each decision, and the criteria."""
