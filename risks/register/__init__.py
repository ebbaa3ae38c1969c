"""Reading the register: rows of the list, filters, what a risk touches."""
