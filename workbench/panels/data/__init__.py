"""The data at a glance, beside the training."""
