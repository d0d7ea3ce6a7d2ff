"""Gradients, updates, learning rate and speed over a run."""
