"""A pad to draw on, and what the network says while one draws."""
