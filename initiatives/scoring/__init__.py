"""Prioritisation: rounds of weighted scoring by several people. `engine` is pure arithmetic on arrays."""
