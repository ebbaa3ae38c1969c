"""Pages that show the whole register as a picture."""
