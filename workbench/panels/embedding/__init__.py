"""The last hidden layer as a plane: which samples the network finds alike."""
