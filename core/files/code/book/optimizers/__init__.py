"""Optimizers, one page each."""
