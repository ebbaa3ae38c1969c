"""REST resources of the organisation: departments, people, memberships, tokens."""
