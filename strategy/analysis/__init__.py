"""What the organisation sees when it looks around and at itself: reading, checking and wording it."""
