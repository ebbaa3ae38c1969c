"""Reading the portfolio: the list, the board, what an initiative lacks and what it holds."""
