"""What one unit likes: where in the data it is strongest, and a picture made to please it."""
