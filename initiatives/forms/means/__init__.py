"""Forms of people, money, technology, and of what there is of them."""
