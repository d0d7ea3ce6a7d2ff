"""One dimension: tangent, numerical derivative, and steps down a curve."""
