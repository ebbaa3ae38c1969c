"""Pages of the portfolio: the list, the board, one initiative, changing one and many."""
