"""Schedules of the learning rate, one page each."""
