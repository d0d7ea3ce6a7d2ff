"""Surfaces to descend on: functions of two numbers, one per file."""

from core.surfaces.base import SURFACES, Surface

__all__ = ["SURFACES", "Surface"]
