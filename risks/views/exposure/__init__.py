"""Pages of exposure in numbers."""
