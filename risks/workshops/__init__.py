"""Reading risk workshops: who may know of what, how far ratings lie apart, what says the same twice."""
