"""Pages of methods, and of how an initiative follows one."""
