"""Pages of strategic options, of the parts of vision and mission, and of a priority."""
