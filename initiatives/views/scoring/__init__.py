"""Pages of prioritisation."""
