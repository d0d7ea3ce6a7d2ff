"""Initial values of weights: one way per file (book, section 6.2)."""

from core.initializers.base import INITIALIZERS, Initializer, initializer_for

__all__ = ["INITIALIZERS", "Initializer", "initializer_for"]
