"""Communication's part of the REST API."""
