"""Pages of communication."""
