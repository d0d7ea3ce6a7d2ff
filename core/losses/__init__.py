"""Losses: what training makes small, one per file (book, section 4.2)."""

from core.losses.base import LOSSES, Loss

__all__ = ["LOSSES", "Loss"]
