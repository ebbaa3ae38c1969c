"""What risks add to the floors below them."""
