"""The unit as a drawing with its live numbers, and the controls of w1, w2 and b."""
