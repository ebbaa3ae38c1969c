"""What initiatives show on the pages of the floors below."""
