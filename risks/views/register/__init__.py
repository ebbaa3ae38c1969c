"""Pages of the register and of one risk."""
