"""Stage gates: which moves there are, what is asked before them, what was decided."""
