"""f, or the distance to the minimum, at every step."""
