"""What risks show on the pages of the floors below."""
