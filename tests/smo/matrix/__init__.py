"""The permission matrix: a small world, who calls, and what each route answers to whom."""
