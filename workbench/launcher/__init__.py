"""What `run.py` does: an environment beside it, then the window, the tests or the checks. Standard library alone."""
