"""Strategic options, parts of statements, gaps."""
