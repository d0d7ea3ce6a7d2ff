"""Losses, one page each."""
