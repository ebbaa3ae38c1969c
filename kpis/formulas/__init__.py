"""Formula KPIs between tables and engine: which are known, what they need, whether one may be saved."""
