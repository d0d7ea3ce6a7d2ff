"""What keeping a run costs in memory and time."""
