"""Data that ships with the program: each set with a note of where it comes from and its licence."""
