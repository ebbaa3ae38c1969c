"""Pages for administrators that need every app."""
