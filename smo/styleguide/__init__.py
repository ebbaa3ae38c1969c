"""One page with every component in every state, for those who build pages."""
