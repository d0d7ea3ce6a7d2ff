"""A 2-2-1 network that learns XOR, with the plane of its hidden units, and how often it succeeds."""
