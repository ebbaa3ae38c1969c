"""The KPI engine: pure arithmetic on NumPy arrays. No framework, no database, no clock: `as_of` is given."""
