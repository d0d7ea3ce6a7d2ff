"""Training: a session that steps, a generator that yields events, a timeline that remembers."""
