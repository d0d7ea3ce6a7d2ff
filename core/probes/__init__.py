"""Questions to a frame: what the network of that moment answers to an input. None of them changes the run."""
