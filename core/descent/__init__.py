"""Paths of optimizers over a surface: the same optimizers that train networks, on two numbers."""
