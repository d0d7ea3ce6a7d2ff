"""The weighted sum with its numbers, the truth table, and why no line separates XOR."""
