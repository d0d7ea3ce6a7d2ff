"""What the measurement of the filter lab runs in a process of its own."""
