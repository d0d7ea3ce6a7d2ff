"""The samples that the network finds hardest, easiest and most doubtful."""
