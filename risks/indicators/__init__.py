"""Key risk indicators: what their values say, and who is told."""
