"""Forms of the organisation's pages."""
