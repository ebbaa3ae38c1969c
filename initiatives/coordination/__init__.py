"""What initiatives have to do with each other: overlaps, teams that wait for teams, means that clash."""
