"""Schedules: how the learning rate changes during training, one per file."""

from core.schedules.base import SCHEDULES, Schedule

__all__ = ["SCHEDULES", "Schedule"]
