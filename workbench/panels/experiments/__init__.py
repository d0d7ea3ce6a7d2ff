"""The book's experiments, each with one click."""
