"""Pages of what the organisation sets once: matrices, categories, causes, appetite."""
