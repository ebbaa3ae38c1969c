"""The pages that the browser looks at, by topic."""
