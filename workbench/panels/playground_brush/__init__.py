"""The tools that paint points on the boundary."""
