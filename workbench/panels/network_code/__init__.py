"""The network as source code."""
