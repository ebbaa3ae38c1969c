"""Methods as guidance: how large an initiative is, what its method asks of it by now, and what is missing."""
