"""Pages of goals, their steps, teams, commentary, and the action plan."""
