"""One threshold unit: what it computes, which functions it can and cannot be, and how it learns (the book's chapter 2)."""
