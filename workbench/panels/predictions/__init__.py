"""How the network answers to samples that it has not learned from."""
