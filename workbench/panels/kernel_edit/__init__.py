"""A kernel painted by hand, and what that changes."""
