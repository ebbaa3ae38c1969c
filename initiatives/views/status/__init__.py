"""Pages of status updates."""
