"""Loss and accuracy while training."""
