"""Looking at risks again: when, and what changed since."""
