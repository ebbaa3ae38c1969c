"""Pages of consultation rounds."""
