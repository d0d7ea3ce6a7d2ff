"""Layers, one page each."""
