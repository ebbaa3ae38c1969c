"""The strategy map: objectives in lanes, the claims between them, and what the data says of each."""
