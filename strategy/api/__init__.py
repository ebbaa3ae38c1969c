"""The strategy's part of the REST API."""
