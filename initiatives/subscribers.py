"""What initiatives add to the floors below them."""
