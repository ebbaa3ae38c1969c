"""Programs that measure how fast the product is, each against a floor of the same work done bare."""
