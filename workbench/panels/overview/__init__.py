"""The whole network at work on one sample."""
