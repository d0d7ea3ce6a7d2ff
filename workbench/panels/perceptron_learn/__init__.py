"""Learning, sample by sample."""
