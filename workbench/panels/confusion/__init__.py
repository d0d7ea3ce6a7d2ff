"""Which classes are taken for which, and how well each is known."""
