"""Optimizers: how gradients change parameters, one per file (book, section 6.1)."""

from core.optimizers.base import OPTIMIZERS, Optimizer

__all__ = ["OPTIMIZERS", "Optimizer"]
