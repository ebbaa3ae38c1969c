"""Pages of people, money and technology: of one initiative and of the whole portfolio."""
