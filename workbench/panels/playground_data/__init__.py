"""Which points the playground learns from."""
