"""When each sample was learned, and when it was forgotten."""
