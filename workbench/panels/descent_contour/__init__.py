"""The plane from above: heights, starts to take hold of, and the race over it."""
