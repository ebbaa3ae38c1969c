"""Pages and pieces of frame that need every app: navigation, error pages, executive home, search."""
