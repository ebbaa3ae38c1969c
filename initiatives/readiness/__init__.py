"""Change readiness: what holds groups of people back, and which departments are hit by how much at once."""
