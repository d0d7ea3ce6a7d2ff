"""The last step of every optimizer, in words and numbers."""
