"""Pages of alignment, of departmental and functional plans, and of everybody's part in the strategy."""
